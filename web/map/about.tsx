// What a circle of the map says when it is asked: the need and its sources, what is delivered, onward, allocated and planned; of
// several recipients, who they are, and the way to them.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { recipientName } from '../shared/names.ts';
import { Popover } from '../shared/popover.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { coverOf, type Spot } from './recipients.tsx';

/** Members that are named; a circle can stand for hundreds. */
const NAMED = 8;

interface AboutProps {
  readonly spot: Spot;
  readonly picture: Picture;
  readonly figures: Figures;
  readonly onClose: () => void;
  readonly onZoom: () => void;
}

/** One for the whole map: its anchor lies over the circle that is open. */
export function About({ spot, picture, figures, onClose, onZoom }: AboutProps): ReactElement {
  const { x, y, r } = spot.circle;
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [circle] = useState(() => document.activeElement);
  return (
    <>
      <span ref={setAnchor} className="anchor" style={{ left: x - r, top: y - r, width: 2 * r, height: 2 * r }} />
      {anchor !== null && (
        <Popover label={spot.name} anchor={anchor} opener={circle} side="beside" onClose={onClose}>
          <Facts spot={spot} picture={picture} figures={figures} onZoom={onZoom} />
        </Popover>
      )}
    </>
  );
}

function Facts({ spot: { holding, name, members }, picture, figures, onZoom }: Omit<AboutProps, 'onClose'>): ReactElement {
  const { t } = useTranslation();
  const unit = t('source.units', { item: figures.item(holding.item) });
  const plan = picture.plan?.plan ?? '';
  return (
    <div className="about">
      <h3>{name}</h3>
      <p className="quiet">{members.length > 1 ? t('map.members', { count: members.length }) : members[0]?.recipient.name}</p>
      <p>
        <Sourced value={figures.count(holding.perDay.value)} unit={t('source.perDay', { item: figures.item(holding.item) })} facts={holding.perDay.facts}>
          {t('map.needs', { n: figures.count(holding.perDay.value) })}
        </Sourced>
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('state.delivered')}</th>
            <td>
              <Sourced value={figures.count(holding.delivered.value)} unit={unit} facts={holding.delivered.facts} />
            </td>
          </tr>
          {(['onward', 'allocated', 'planned'] as const).map((state) => (
            <tr key={state}>
              <th scope="row">{t(`state.${state}`)}</th>
              <td>{state === 'planned' && plan !== '' ? <Sourced value={figures.count(holding.planned)} unit={unit} plan={plan} /> : figures.count(holding[state])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {members.length > 1 && <Members members={members} picture={picture} figures={figures} onZoom={onZoom} />}
    </div>
  );
}

function Members({ members, picture, figures, onZoom }: Pick<Spot, 'members'> & Pick<AboutProps, 'picture' | 'figures' | 'onZoom'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <table>
        <tbody>
          {members.slice(0, NAMED).map(({ recipient, holding }) => (
            <tr key={recipient.recipient}>
              <th scope="row">{recipientName(picture, recipient, figures, (country) => t('area.rest', { country }))}</th>
              <td>{t('map.perDay', { n: figures.count(holding.perDay.value) })}</td>
              <td>{figures.percent(coverOf(holding))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {members.length > NAMED && `${t('map.moreMembers', { count: members.length - NAMED })}. `}
        <button type="button" className="verb" onClick={onZoom}>
          {t('map.zoomIn')}
        </button>
      </p>
    </>
  );
}

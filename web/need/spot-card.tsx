// What a circle of the map says when it is asked: the need a day with its facts, what is left in store, what is under way; of several
// recipients, who they are; and the way to the row of the table.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spot } from '../map/recipients.tsx';
import { Popover } from '../shared/popover.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { useNeed } from './scene.ts';

/** Members that are named; a circle can stand for hundreds. */
const NAMED = 8;

interface SpotCardProps {
  readonly spot: Spot;
  readonly onClose: () => void;
  readonly onZoom: () => void;
}

export function SpotCard({ spot, onClose, onZoom }: SpotCardProps): ReactElement {
  const { x, y, r } = spot.circle;
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [circle] = useState(() => document.activeElement);
  return (
    <>
      <span ref={setAnchor} className="anchor" style={{ left: x - r, top: y - r, width: 2 * r, height: 2 * r }} />
      {anchor !== null && (
        <Popover label={spot.name} anchor={anchor} opener={circle} side="beside" onClose={onClose}>
          <Told spot={spot} onClose={onClose} onZoom={onZoom} />
        </Popover>
      )}
    </>
  );
}

function Told({ spot: { name, members, holding, served }, onClose, onZoom }: SpotCardProps): ReactElement {
  const { t } = useTranslation();
  const { item, rows, figures, onLook } = useNeed();
  const unit = t('source.units', { item: figures.item(item) });
  const [first] = members;
  const row = members.length > 1 ? undefined : rows.find(({ id }) => id === first?.recipient.recipient || id === first?.recipient.area);
  return (
    <div className="about">
      <h3>{name}</h3>
      <p className="quiet">{members.length > 1 ? t('map.members', { count: members.length }) : first?.recipient.name}</p>
      <p>
        <Sourced value={figures.count(holding.perDay.value)} unit={t('source.perDay', { item: figures.item(item) })} facts={holding.perDay.facts}>
          {t('map.needs', { n: figures.count(holding.perDay.value) })}
        </Sourced>
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('need.map.stock')}</th>
            <td>{served ? <Sourced value={figures.count(holding.delivered.value)} unit={unit} facts={holding.delivered.facts} sum={<p>{t('need.map.left')}</p>} /> : t('need.table.unknown')}</td>
          </tr>
          {served && (
            <tr>
              <th scope="row">{t('need.column.days')}</th>
              <td>{figures.decimal(holding.delivered.value / Math.max(1, holding.perDay.value))}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('need.map.coming')}</th>
            <td>{figures.count(holding.onward + holding.allocated)}</td>
          </tr>
        </tbody>
      </table>
      {members.length > 1 && (
        <table>
          <tbody>
            {members.slice(0, NAMED).map(({ recipient, holding: own }) => (
              <tr key={recipient.recipient}>
                <th scope="row">{recipient.name}</th>
                <td>{t('map.perDay', { n: figures.count(own.perDay.value) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {members.length > NAMED && `${t('map.moreMembers', { count: members.length - NAMED })}. `}
        {members.length > 1 && (
          <button type="button" className="verb" onClick={onZoom}>
            {t('map.zoomIn')}
          </button>
        )}
        {row !== undefined && (
          <button
            type="button"
            className="verb"
            onClick={() => {
              onLook({ area: row.id });
              onClose();
            }}
          >
            {t('need.map.open')}
          </button>
        )}
      </p>
    </div>
  );
}

// What stays unserved, and why; and what the planner says besides. The largest shortfall first.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { More, useFirst } from '../shared/more.tsx';
import { useRecipientNames } from '../shared/names.ts';
import { Phrase } from '../shared/phrase.tsx';
import { useTelling } from '../shared/told.tsx';
import type { PlanProposed } from './policies.ts';
import { Reason } from './reason.tsx';

interface UnservedProps {
  readonly plan: PlanProposed;
  readonly picture: Picture;
  /** Only of this one; empty or absent: of all. */
  readonly recipient: string | undefined;
  /** The one that is selected, as RECIPIENT/ITEM. */
  readonly need: string | undefined;
  readonly onSelect: (need: string) => void;
  readonly figures: Figures;
}

export function Unserved({ plan, picture, recipient: only, need, onSelect, figures }: UnservedProps): ReactElement {
  const { t } = useTranslation();
  const tell = useTelling(picture, figures);
  const nameOf = useRecipientNames(picture, figures);
  const short = plan.unserved.filter(({ recipient }) => !only || recipient === only).toSorted((a, b) => b.units - a.units);
  const first = useFirst(short.findIndex(({ recipient, item }) => `${recipient}/${item}` === need) + 1);
  return (
    <>
      <details className="unserved" open={window.matchMedia('(min-width: 701px)').matches || undefined}>
        <summary>
          <h2>{t('plan.unserved')}</h2> <span className="quiet">{t('plan.unservedCount', { n: figures.count(short.length) })}</span>
        </summary>
        <ul>
          {short
            .slice(0, first.most)
            .map(({ recipient, item, units, why, because }) => (
              <li key={`${recipient} ${item}`}>
                <button type="button" className="plain" aria-pressed={need === `${recipient}/${item}`} onClick={() => onSelect(`${recipient}/${item}`)}>
                  <Phrase text={t('plan.shortOf', { units: figures.count(units), item: figures.item(item) })} parts={{ who: <b>{nameOf(recipient)}</b> }} />
                </button>
                <Reason why={why} because={because} tell={tell} />
              </li>
            ))}
        </ul>
        <More first={first} all={short.length} figures={figures} />
      </details>
      {plan.notes.length > 0 && (
        <details className="unserved">
          <summary>
            <h2>{t('plan.notes')}</h2> <span className="quiet">{figures.count(plan.notes.length)}</span>
          </summary>
          <ul>
            {plan.notes.map((note, index) => (
              <li key={note}>
                <Reason why={note} because={plan.noted?.slice(index, index + 1)} tell={tell} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

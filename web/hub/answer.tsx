// The first line of the hub's page: what comes next, what the docks will have to handle, what is open. Beside it the instant that
// the page stands at, which is also when what is entered happened.

import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubSeen } from '../router.tsx';
import { placeName } from '../shared/names.ts';
import { FOUR_DIGIT_YEAR, instantAt, wallClock } from '../shared/wall-clock.ts';
import { useHub } from './scene.ts';

export function Answer({ standsAt, onLook }: { readonly standsAt: string | null; readonly onLook: (change: Partial<HubSeen>) => void }): ReactElement {
  const { t } = useTranslation();
  const { board, picture, figures, at } = useHub();
  const id = useId();
  const coming = board.arrivals.filter(({ arrivedAt, to }) => arrivedAt === null && to === board.hub);
  const [next] = coming;
  const due = Math.round((board.handling?.hours ?? []).reduce((sum, hour) => sum + hour.due, 0));
  const cartons = board.stock.reduce((sum, row) => sum + (row.place === board.hub ? row.cartons : 0), 0);
  const parts = [
    next === undefined ? t('hub.nothingComing') : t('hub.next', { consignment: next.run ?? next.consignment, from: placeName(picture, next.from), when: figures.hour(next.expected) }),
    t('hub.due', { count: due, n: figures.count(due) }),
    board.questions.length === 0 ? t('hub.noQuestion') : t('hub.questions', { count: board.questions.length }),
  ];
  return (
    <section className="answer" id="answer">
      <div>
        <h1>{parts.join(' ')}</h1>
        <p>{t('hub.here', { cartons: figures.count(cartons), place: placeName(picture, board.hub), coming: figures.count(coming.length) })}</p>
      </div>
      <div className="as-of">
        <b>{figures.moment(board.asOf)}</b>
        <span className="dated">
          <label htmlFor={id}>{at === undefined && standsAt === null ? t('hub.datedNow') : t('hub.dated')}</label>
          <input
            // Drawn anew where the cursor moved by another way.
            key={board.asOf}
            id={id}
            className="choice"
            type="datetime-local"
            max={FOUR_DIGIT_YEAR}
            defaultValue={wallClock(board.asOf, picture.zone)}
            onBlur={(event) => {
              const instant = event.target.value === wallClock(board.asOf, picture.zone) ? null : instantAt(event.target.value, picture.zone);
              if (instant !== null) onLook({ at: instant });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          {at !== undefined && (
            <button type="button" className="verb" onClick={() => onLook({ at: '' })}>
              {standsAt === null ? t('hub.toNow') : t('time.stands', { when: figures.hour(standsAt) })}
            </button>
          )}
        </span>
      </div>
    </section>
  );
}

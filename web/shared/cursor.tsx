// The time cursor where a desk has it in its answer line: the instant that the page stands at, a slider over the operation's days, a
// field for a date and an hour, and the way back to where the operation stands.

import './cursor.css';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from './figures.ts';
import { FOUR_DIGIT_YEAR, instantAt, wallClock } from './wall-clock.ts';

const HOUR = 3_600_000;

interface CursorProps {
  readonly asOf: string;
  /** Whether the address names an instant. */
  readonly isMoved: boolean;
  readonly picture: Pick<Picture, 'span' | 'zone' | 'standsAt'>;
  /** `null`: back to where the operation stands. */
  readonly onMove: (at: string | null) => void;
  readonly figures: Figures;
}

export function CursorHere({ asOf, isMoved, picture: { span, zone, standsAt }, onMove, figures }: CursorProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [from, until] = [Date.parse(span.from), Date.parse(span.until)];
  // On a step of the slider: from between two, an arrow key would move it the wrong way.
  const stepped = from + Math.round((Math.min(until, Math.max(from, Date.parse(asOf))) - from) / HOUR) * HOUR;
  return (
    <div className="as-of with-cursor">
      <b>{figures.moment(asOf)}</b>
      <input className="whole-span" type="range" min={from} max={until - 60_000} step={HOUR} value={stepped} aria-label={t('cursor.cursor')} aria-valuetext={figures.moment(asOf)} onChange={(event) => onMove(new Date(Number(event.currentTarget.value)).toISOString().replace('.000Z', 'Z'))} />
      <span className="dated">
        <label htmlFor={id}>{t('cursor.at')}</label>
        <input
          key={asOf}
          id={id}
          className="choice"
          type="datetime-local"
          max={FOUR_DIGIT_YEAR}
          defaultValue={wallClock(asOf, zone)}
          onBlur={(event) => {
            const instant = event.target.value === wallClock(asOf, zone) ? null : instantAt(event.target.value, zone);
            if (instant !== null) onMove(instant);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        {isMoved && (
          <button type="button" className="verb" onClick={() => onMove(null)}>
            {standsAt === null ? t('cursor.now') : t('cursor.back', { when: figures.hour(standsAt) })}
          </button>
        )}
      </span>
    </div>
  );
}

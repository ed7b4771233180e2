// The first line: what has landed of the promise in view, whether it is on course and by which day, and what waits for a position.
// Beside it the instant that the page stands at, and the cursor that moves it.

import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromisesSeen } from '../router.tsx';
import { Phrase } from '../shared/phrase.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { FOUR_DIGIT_YEAR, instantAt, wallClock } from '../shared/wall-clock.ts';
import { usePromises } from './scene.ts';

const HOUR = 3_600_000;

export function Answer({ search, isPlanning }: { readonly search: PromisesSeen; readonly isPlanning: boolean }): ReactElement {
  const { t } = useTranslation();
  const { report } = usePromises();
  const again = report.claims.reduce((sum, { alsoSeen }) => sum + alsoSeen.length, 0);
  return (
    <section className="answer" id="answer">
      <div>
        <Sentence isPlanning={isPlanning} />
        <p>
          {t('said.answer.claims', { count: report.claims.length })} {t('said.answer.positions', { count: report.positions.length })}
          {again > 0 && t('said.answer.again', { count: again })}
        </p>
      </div>
      <Cursor search={search} />
    </section>
  );
}

function Sentence({ isPlanning }: { readonly isPlanning: boolean }): ReactElement {
  const { t } = useTranslation();
  const { report, figures, shown } = usePromises();
  const main = shown?.pledge ?? report.meter.pledges[0];
  if (main === undefined) return <h1>{t('said.answer.nothing')}</h1>;
  const item = figures.item(main.item);
  const unit = t('source.units', { item });
  const facts = report.pledges.find((it) => it.pledge === main.pledge && it.item === main.item)?.facts;
  const verdict = report.verdicts.find((it) => it.pledge === main.pledge && it.item === main.item);
  const open = report.contradictions.filter(({ state }) => state === 'open' || state === 'reopened').length;
  return (
    <h1>
      <Phrase
        text={t('said.answer.landed', { item, scope: figures.area(main.scope), share: figures.percent(main.landedShare) })}
        parts={{ landed: <Sourced value={figures.count(main.everLanded)} facts={facts?.landed ?? []} unit={unit} />, promised: <Sourced value={figures.count(main.promised)} facts={facts?.promised ?? []} unit={unit} /> }}
      />
      {verdict === undefined ? isPlanning && t('said.answer.pending') : t(`said.answer.verdict.${verdict.verdict}`)}
      {(verdict?.verdict === 'on-course' || verdict?.verdict === 'at-risk') && (verdict.expectedBy === null ? t('said.answer.noDay') : t('said.answer.by', { when: figures.hour(verdict.expectedBy) }))}
      {t('said.answer.open', { count: open })}
    </h1>
  );
}

function Cursor({ search: { at } }: { readonly search: PromisesSeen }): ReactElement {
  const { t } = useTranslation();
  const { report, picture, figures, onLook } = usePromises();
  const id = useId();
  const [from, until] = [Date.parse(picture.span.from), Date.parse(picture.span.until)];
  const move = (ms: number): void => onLook({ at: new Date(ms).toISOString().replace('.000Z', 'Z') });
  return (
    <div className="as-of">
      <b>{figures.moment(report.asOf)}</b>
      <input className="whole-span" type="range" min={from} max={until - 60_000} step={HOUR} value={Math.min(until, Math.max(from, Date.parse(report.asOf)))} aria-label={t('said.time.cursor')} aria-valuetext={figures.moment(report.asOf)} onChange={(event) => move(Number(event.currentTarget.value))} />
      <span className="dated">
        <label htmlFor={id}>{t('said.time.at')}</label>
        <input
          key={report.asOf}
          id={id}
          className="choice"
          type="datetime-local"
          max={FOUR_DIGIT_YEAR}
          defaultValue={wallClock(report.asOf, report.zone)}
          onBlur={(event) => {
            const instant = event.target.value === wallClock(report.asOf, report.zone) ? null : instantAt(event.target.value, report.zone);
            if (instant !== null) onLook({ at: instant });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        {at !== undefined && (
          <button type="button" className="verb" onClick={() => onLook({ at: '' })}>
            {picture.standsAt === null ? t('said.time.now') : t('said.time.back', { when: figures.hour(picture.standsAt) })}
          </button>
        )}
      </span>
    </div>
  );
}

// The first line: what has landed of the promise in view, whether it is on course and by which day, and what waits for a position.
// Beside it the instant that the page stands at, and the cursor that moves it.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CursorHere } from '../shared/cursor.tsx';
import { Phrase } from '../shared/phrase.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { usePromises } from './scene.ts';

export function Answer({ at, isPlanning }: { readonly at: string | undefined; readonly isPlanning: boolean }): ReactElement {
  const { t } = useTranslation();
  const { report, picture, figures, onLook } = usePromises();
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
      <CursorHere asOf={report.asOf} isMoved={at !== undefined} picture={picture} onMove={(to) => onLook({ at: to ?? '' })} figures={figures} />
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

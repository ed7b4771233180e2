// How far a plan is, in words, and the button that gives it up. Nothing is said in the first second: most plans are there by then.

import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobAnswer } from '../../src/http/contract/answers.ts';
import { Refusal } from './client.ts';
import type { Figures } from './figures.ts';
import type { PlanJob } from './plan-jobs.ts';
import { useSeconds } from './queries.ts';

/** A person gave it up: nothing is wrong. */
export const isCancelled = (error: Error | null): boolean => error instanceof Refusal && error.failure.code === 'cancelled';

export function Progress({ making: { job, cancel }, figures }: { readonly making: PlanJob; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  const seconds = useSeconds(true);
  if (seconds < 1) return null;
  return (
    <>
      {t('planning.seconds', { n: seconds })}, {said(job, figures, t)}{' '}
      <button type="button" className="verb" onClick={cancel}>
        {t('planning.cancel')}
      </button>
    </>
  );
}

function said(job: JobAnswer | null, { count, percent }: Figures, t: TFunction): string {
  if (job?.status === 'waiting') return t('planning.waiting');
  const { part = 1, parts = 1 } = job?.progress ?? {};
  return parts > 1 ? `${t('planning.part', { part: count(part), parts: count(parts) })}, ${phaseOf(job, { count, percent }, t)}` : phaseOf(job, { count, percent }, t);
}

function phaseOf(job: JobAnswer | null, { count, percent }: Pick<Figures, 'count' | 'percent'>, t: TFunction): string {
  const { phase = 'plan', settled = 0, groups = 0, gap = null } = job?.progress ?? {};
  if (phase === 'levels') return t('planning.levels', { settled: count(settled), groups: count(groups) });
  return gap === null ? t('planning.plan') : t('planning.gap', { gap: percent(gap) });
}

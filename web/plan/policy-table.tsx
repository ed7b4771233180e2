// Three policies side by side. The chosen one is a sunk column; the best figure of each row is bold.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { POLICIES, type PlanProposed, type Policy } from './policies.ts';
import type { Asking } from './questions.ts';

export type Asked = Readonly<Record<Policy, Asking<PlanProposed>>>;

interface Row {
  readonly name: 'worst' | 'mean' | 'gini' | 'median' | 'last' | 'cost' | 'co2' | 'charters' | 'short' | 'gap';
  readonly of: (plan: PlanProposed) => number;
  readonly text: (plan: PlanProposed, figures: Figures) => string;
  readonly unit: string;
  readonly better: 'more' | 'less' | null;
}

const lastOf = (plan: PlanProposed): string | null => plan.lines.map(({ arrives }): string => arrives).toSorted().at(-1) ?? null;
const chartersOf = (plan: PlanProposed): number => plan.charters.reduce((sum, { copies }) => sum + copies, 0);

const ROWS: readonly Row[] = [
  { name: 'worst', of: (plan) => plan.coverage.min, text: (plan, { percent }) => percent(plan.coverage.min), unit: '%', better: 'more' },
  { name: 'mean', of: (plan) => plan.coverage.mean, text: (plan, { percent }) => percent(plan.coverage.mean), unit: '%', better: 'more' },
  { name: 'gini', of: (plan) => plan.coverage.gini, text: (plan, { decimal }) => decimal(plan.coverage.gini, 3), unit: '0–1', better: 'less' },
  { name: 'median', of: (plan) => plan.hours.median ?? 0, text: (plan, { decimal }) => (plan.hours.median === null ? '–' : `${decimal(plan.hours.median)} h`), unit: 'h', better: 'less' },
  { name: 'last', of: (plan) => plan.hours.last ?? 0, text: (plan, { hour }) => (lastOf(plan) === null ? '–' : hour(lastOf(plan) ?? '')), unit: 'h', better: 'less' },
  { name: 'cost', of: (plan) => plan.cost, text: (plan, { euros }) => euros(plan.cost), unit: '€', better: 'less' },
  { name: 'co2', of: (plan) => plan.co2Kg, text: (plan, { decimal }) => `${decimal(plan.co2Kg / 1000, 2)} t`, unit: 't', better: 'less' },
  { name: 'charters', of: chartersOf, text: (plan, { count }) => count(chartersOf(plan)), unit: '–', better: null },
  { name: 'short', of: (plan) => plan.unserved.length, text: (plan, { count }) => count(plan.unserved.length), unit: '–', better: 'less' },
  { name: 'gap', of: (plan) => plan.gap, text: (plan, { percent }) => percent(plan.gap), unit: '%', better: null },
];

interface PolicyTableProps {
  readonly asked: Asked;
  readonly chosen: Policy;
  readonly onChoose: (policy: Policy) => void;
  readonly figures: Figures;
}

export function PolicyTable({ asked, chosen, onChoose, figures }: PolicyTableProps): ReactElement {
  const { t } = useTranslation();
  const plans = POLICIES.flatMap((policy) => asked[policy].answer.data ?? []);
  return (
    <section aria-label={t('plan.policies')}>
      <h2 className="head">{t('plan.policies')}</h2>
      <table className="policies">
        <thead>
          <tr>
            <td />
            {POLICIES.map((policy) => (
              <th key={policy} scope="col" className={policy === chosen ? 'sunk' : undefined}>
                <button type="button" className="plain" aria-pressed={policy === chosen} aria-label={t('plan.choose', { policy: t(`policy.${policy}`) })} onClick={() => onChoose(policy)}>
                  {t(`policy.${policy}`)}
                </button>
                <State asked={asked[policy]} chosen={policy === chosen} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row.name}>
              <th scope="row">{t(`plan.${row.name}`)}</th>
              {POLICIES.map((policy) => (
                <td key={policy} className={policy === chosen ? 'sunk' : undefined}>
                  <Cell row={row} plan={asked[policy].answer.data} isBest={isBest(row, asked[policy].answer.data, plans)} figures={figures} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('plan.check')}</th>
            {POLICIES.map((policy) => {
              const check = asked[policy].answer.data?.check;
              return (
                <td key={policy} className={policy === chosen ? 'sunk' : undefined}>
                  {check === undefined ? '' : check.ok ? t('plan.agrees') : t('plan.objects', { n: check.violations.length })}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
      {POLICIES.map((policy) => (
        <Making key={policy} policy={policy} asked={asked[policy]} figures={figures} />
      ))}
    </section>
  );
}

/** The best of several that differ. */
function isBest({ of, better }: Row, plan: PlanProposed | undefined, plans: readonly PlanProposed[]): boolean {
  if (plan === undefined || better === null || plans.length < 2) return false;
  const all = plans.map(of);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least !== most && of(plan) === (better === 'more' ? most : least);
}

function Cell({ row, plan, isBest: best, figures }: { readonly row: Row; readonly plan: PlanProposed | undefined; readonly isBest: boolean; readonly figures: Figures }): ReactElement | null {
  if (plan === undefined) return null;
  const text = row.text(plan, figures);
  return <Sourced className={best ? 'figure best' : 'figure'} value={text} unit={row.unit} plan={plan.plan} />;
}

/** In a word, over the column. */
function State({ asked: { answer }, chosen }: { readonly asked: Asking<PlanProposed>; readonly chosen: boolean }): ReactElement {
  const { t } = useTranslation();
  return <span className="quiet">{answer.isFetching ? t('plan.pending') : answer.isError ? '–' : answer.data === undefined ? t('plan.waiting') : chosen ? t('plan.chosen') : ''}</span>;
}

/** How far a policy's plan is, or why there is none, below the table; nothing once it is there. */
function Making({ policy, asked: { answer, making }, figures }: { readonly policy: Policy; readonly asked: Asking<PlanProposed>; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (answer.isFetching)
    return (
      <p className="waiting" role="status">
        <b>{t(`policy.${policy}`)}</b> <Progress making={making} figures={figures} />
      </p>
    );
  if (!answer.isError) return null;
  return (
    <p className="waiting" role="alert">
      <b>{t(`policy.${policy}`)}</b> {isCancelled(answer.error) ? t('planning.cancelled') : `${t('planning.failed')} ${answer.error.message}`}{' '}
      <button type="button" className="verb" onClick={() => void answer.refetch()}>
        {t('planning.again')}
      </button>
    </p>
  );
}

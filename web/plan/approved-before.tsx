// Whether people approved a plan before, by which role and when: the one that is shown, or else the last of its instant or earlier.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlansAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import type { PlanProposed } from './policies.ts';

interface ApprovedBeforeProps {
  readonly plans: PlansAnswer['plans'];
  readonly plan: PlanProposed;
  readonly figures: Figures;
}

export function ApprovedBefore({ plans, plan, figures }: ApprovedBeforeProps): ReactElement | null {
  const { t } = useTranslation();
  const approvals = plans.flatMap(({ approved, asOf, ...named }) => (approved === null || asOf > plan.asOf ? [] : [{ ...named, asOf, ...approved }]));
  const own = approvals.find((it) => it.plan === plan.plan);
  const last = own ?? approvals.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  // With accounts a commitment follows role and organisation: it names nobody to a reader.
  const said = { by: last.by.split('/')[0], when: figures.stamp(last.at), policy: t(`policy.${last.policy}`), asOf: figures.moment(last.asOf) };
  return <span className="quiet">{t(own === undefined ? 'approve.other' : 'approve.before', said)}</span>;
}

// The plan of an instant: three policies and the frontier side by side, the flows of the plan that is shown, its lines with
// their reasons, what stays unserved. This file finds the operation; the desk joins the rest.

import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations, useScene } from '../shared/queries.ts';
import { PlanDesk } from './plan-desk.tsx';
import { learnPlanWords } from './words/index.ts';
import './plan.css';
import './decide.css';
import '../map/map.css';

learnPlanWords();

export function PlanPage(): ReactElement {
  const search = useSearch({ from: '/plan' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const { picture } = useScene(operation, search.at);
  const again = (): void => {
    void operations.refetch();
    void picture.refetch();
  };
  const error = operations.error ?? picture.error;
  if (picture.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="plan">
      {error !== null && <Stale onRetry={again} />}
      <PlanDesk operation={operation} picture={picture.data} search={search} />
    </Frame>
  );
}

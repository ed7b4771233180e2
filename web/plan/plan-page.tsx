// The plan of an instant: three policies side by side, the flows of the one that is shown, its lines with their reasons, what
// stays unserved. This file joins them; each stands in its own.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { POLICIES, type PlanProposed } from './policies.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';
import type { PlanSeen } from '../router.tsx';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Failed, Frame, Loading, NoOperation, Stale } from '../shared/frame.tsx';
import { shortly } from '../map/flights.tsx';
import { placeName } from '../shared/names.ts';
import { Phrase } from '../shared/phrase.tsx';
import { useOperations, usePlan, useScene } from '../shared/queries.ts';
import { Ground, Sourced } from '../shared/sourced.tsx';
import { FlowMap } from './flow-map.tsx';
import { HoursAndCost } from './hours-and-cost.tsx';
import { Lines } from './lines.tsx';
import { PolicyTable, type Asked } from './policy-table.tsx';
import { Unserved } from './unserved.tsx';
import './plan.css';
import '../map/map.css';

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
  if (picture.data === undefined || operation === undefined) {
    const body = error !== null && !operations.isFetching ? <Failed error={error} onRetry={again} /> : operations.data?.length === 0 ? <NoOperation onRetry={again} /> : <Loading />;
    return <Frame at={search.at}>{body}</Frame>;
  }
  return (
    <Frame operation={operation} at={search.at} className="plan">
      {error !== null && <Stale onRetry={again} />}
      <Standing operation={operation} picture={picture.data} search={search} />
    </Frame>
  );
}

function Standing({ operation, picture, search }: { readonly operation: OperationSummary; readonly picture: Picture; readonly search: PlanSeen }): ReactElement {
  const navigate = useNavigate({ from: '/plan' });
  const figures = useFigures(picture.zone, picture.asOf);
  const look = useCallback((change: Partial<PlanSeen>) => void navigate({ search: (held) => ({ ...held, ...change }), replace: true }), [navigate]);
  const asked = useAsked(operation, search.at);
  const policy = POLICIES.find((it) => it === search.policy) ?? 'equal-cover';
  const shown = asked[policy];
  const plan = shown.data;
  return (
    <Ground.Provider value={picture}>
      <main>
        <Answer picture={picture} plan={plan} asOf={search.at ?? picture.asOf} figures={figures} />
        <div className="desk">
          <div className="side">
            <PolicyTable asked={asked} chosen={policy} onChoose={(next) => look({ policy: next, line: '' })} figures={figures} />
            <HoursAndCost asked={asked} chosen={policy} figures={figures} />
            {plan !== undefined && <Unserved plan={plan} picture={picture} recipient={search.recipient} figures={figures} />}
          </div>
          <div className="body">
            <FlowMap picture={picture} plan={plan} line={search.line} figures={figures} />
            {plan !== undefined && <Lines plan={plan} picture={picture} search={search} onLook={look} figures={figures} />}
            {shown.isError && <p className="refused" role="alert">{shown.error.message}</p>}
          </div>
        </div>
      </main>
    </Ground.Provider>
  );
}

/** One after the other: the server plans on one core, and the first is the one that most people want. */
function useAsked(operation: OperationSummary, at: string | undefined): Asked {
  const first = usePlan(operation, at, 'equal-cover', true);
  const second = usePlan(operation, at, 'deprivation', first.isFetched);
  const third = usePlan(operation, at, 'severity', second.isFetched);
  return { 'equal-cover': first, deprivation: second, severity: third };
}

interface AnswerProps {
  readonly picture: Picture;
  readonly plan: PlanProposed | undefined;
  readonly asOf: string;
  readonly figures: Figures;
}

function Answer({ picture, plan, asOf, figures }: AnswerProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="answer" id="answer">
      <div>
        <h1>{plan === undefined ? t('planning.title') : plan.lines.length === 0 ? t('plan.none') : <Reach plan={plan} figures={figures} />}</h1>
        {plan !== undefined && (
          <p>
            {t('plan.sub', { cartons: figures.count(plan.lines.reduce((sum, { cartons }) => sum + cartons, 0)), lines: figures.count(plan.lines.length), policy: t(`policy.${plan.policy}`), when: figures.moment(plan.asOf), gap: figures.percent(plan.gap) })}
          </p>
        )}
      </div>
      <div className="as-of">
        <b>{figures.moment(asOf)}</b>
        <span>{t('answer.time', { place: shortly(placeName(picture, picture.hub)) })}</span>
      </div>
    </section>
  );
}

function Reach({ plan, figures }: { readonly plan: PlanProposed; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const units = plan.lines.reduce((sum, line) => sum + line.units, 0);
  const last = plan.lines.map(({ arrives }): string => arrives).toSorted().at(-1) ?? plan.asOf;
  const number = (value: string, unit: string): ReactElement => <Sourced value={value} unit={unit} plan={plan.plan} />;
  return <Phrase text={t('plan.answer', { when: figures.hour(last) })} parts={{ units: number(figures.count(units), t('plan.units')), cost: number(figures.euros(plan.cost), 'EUR') }} />;
}

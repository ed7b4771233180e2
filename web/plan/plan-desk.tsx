// Joins the parts of the plan page: which policy, which line, which draft, which of two plans is shown. Each part stands in its
// own file and knows nothing of the others.

import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';
import type { ApprovalAnswer, ExplanationAnswer } from '../../src/http/contract/answers.ts';
import type { PlanSeen } from '../router.tsx';
import { useFigures, type Figures } from '../shared/figures.ts';
import { useRecipientNames } from '../shared/names.ts';
import { usePlanJob } from '../shared/plan-jobs.ts';
import { usePlan, useRested } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { Answer } from './answer.tsx';
import { Approve } from './approve.tsx';
import { ApprovedBefore } from './approved-before.tsx';
import { BesideTable } from './beside.tsx';
import { Changed } from './changed.tsx';
import { Decide } from './decide.tsx';
import { decide, EMPTY, standing, type Line } from './draft.ts';
import { DraftList, type PalletChoice, type Steadiness } from './draft-list.tsx';
import { Fares } from './fares.tsx';
import { FlowMap } from './flow-map.tsx';
import { Frontier } from './frontier.tsx';
import { Lines } from './lines.tsx';
import { POLICIES, type PlanProposed, type Policy } from './policies.ts';
import { Pallets } from './pallets.tsx';
import { PolicyTable, type Asked } from './policy-table.tsx';
import { useExplanation, useFrontier, usePlansOnRecord, type Asking, type Wishes } from './questions.ts';
import { speechOf } from './said.ts';
import { eurosText, hoursText, pointsText } from './signed.ts';
import { Unserved } from './unserved.tsx';
import { useDraft } from './use-draft.ts';
import { sameDecisions, useReplan } from './use-replan.ts';
import { ViewChoice, type View } from './view-choice.tsx';
import { Why } from './why.tsx';

/** A line on which somebody rests this long is worth its alternatives. */
const REST_MS = 400;

interface PlanDeskProps {
  readonly operation: OperationSummary;
  readonly picture: Picture;
  readonly search: PlanSeen;
}

export function PlanDesk({ operation, picture, search }: PlanDeskProps): ReactElement {
  const { t } = useTranslation();
  const store = useQueryClient();
  const navigate = useNavigate({ from: '/plan' });
  const figures = useFigures(picture.zone, picture.asOf);
  const look = useCallback((change: Partial<PlanSeen>) => void navigate({ search: (held) => ({ ...held, ...change }), replace: true }), [navigate]);
  const asked = usePolicies(operation, search.at);
  const policy = POLICIES.find((it) => it === search.policy) ?? 'equal-cover';
  const plan = asked[policy].answer.data;
  const name = `airbridge-draft ${operation.operation} ${search.at ?? ''} ${policy}`;
  const [draft, change] = useDraft(name);
  const replan = useReplan(`${name} ${operation.facts}`, operation.operation, { policy, asOf: search.at });
  const [view, setView] = useState<View>('differences');
  const [target, setTarget] = useState<Line | null>(null);
  const [wantsFrontier, setWantsFrontier] = useState(false);
  const [wantsSteady, setWantsSteady] = useState<boolean | null>(null);
  const [wantsPallets, setWantsPallets] = useState<boolean | null>(null);
  const [isApproving, setApproving] = useState(false);
  const [done, setDone] = useState<ApprovalAnswer | null>(null);
  const onRecord = usePlansOnRecord(operation);
  const frontier = useFrontier(operation, search.at, wantsFrontier);

  const { preview } = replan;
  const shown = preview !== null && view !== 'old' ? preview.report : plan;
  const line = shown?.lines.find((it) => it.line === search.line);
  const need = line === undefined ? shown?.unserved.find(({ recipient, item }) => `${recipient}/${item}` === search.need) : undefined;
  const about = line?.line ?? (need === undefined ? null : `${need.recipient}/${need.item}`);
  const rested = useRested(about, REST_MS);
  const why = useExplanation(operation, plan, shown === plan && rested === about ? about : null);

  const told = why.answer.data;
  const notTaken = useMemo(() => (line === undefined ? null : roadNotTaken(told, line, figures, t)), [told, line, figures, t]);

  // A line has another number in another plan.
  const showView = useCallback((next: View): void => {
    setView(next);
    look({ line: '', need: '' });
  }, [look]);
  useEffect(() => {
    if (preview !== null) showView('differences');
  }, [preview, showView]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the panel stands above the table, out of sight of whoever selects a line in it.
    if (about !== null && window.matchMedia('(max-width: 1100px)').matches) panel.current?.scrollIntoView({ block: 'start' });
  }, [about]);
  const decisions = standing(draft);
  const steady = steadiness(plan, preview?.wishes.steady, wantsSteady, setWantsSteady);
  const pallets = palletChoice(plan, preview?.report, wantsPallets, setWantsPallets);
  const isFresh = (preview === null ? decisions.length === 0 : sameDecisions(preview.decisions, decisions)) && steady?.isChanged !== true && !pallets.isChanged;
  const nameOf = useRecipientNames(picture, figures);
  const speech = speechOf(t, figures, nameOf);
  const itemOf = (lot: string): string => shown?.lines.find((it) => it.lot === lot)?.item ?? lot;
  const finish = (approved: ApprovalAnswer): void => {
    setApproving(false);
    setDone(approved);
    change(() => EMPTY);
    setWantsSteady(null);
    setWantsPallets(null);
    replan.discard();
    void store.invalidateQueries({ queryKey: ['operations'] });
  };
  const toApprove = preview !== null ? preview.report : plan;
  const isOpen = about !== null || steady?.isWanted === true || pallets.isWanted || decisions.length > 0 || draft.steps.length > 1;

  return (
    <Ground.Provider value={picture}>
      <main>
        <Answer picture={picture} plan={shown} asOf={search.at ?? picture.asOf} figures={figures}>
          {toApprove !== undefined && toApprove.lines.length > 0 && (
            <div className="approval">
              <button type="button" className="go" disabled={!isFresh} onClick={() => setApproving(true)}>
                {t('approve.open')}
              </button>
              {!isFresh && <span className="quiet">{t(preview === null ? 'approve.first' : 'beside.stale')}</span>}
              <ApprovedBefore plans={onRecord.data?.plans ?? []} plan={toApprove} figures={figures} />
            </div>
          )}
        </Answer>
        {done !== null && (
          <p className="notice good" role="status">
            {done.facts === 0 ? t('approve.already') : t('approve.done', { facts: figures.count(done.facts), frozen: figures.count(done.frozen) })}
          </p>
        )}
        <div className="desk">
          <div className="side">
            <PolicyTable asked={asked} chosen={policy} onChoose={(next) => look({ policy: next, line: '', need: '' })} figures={figures} />
            <Frontier asking={frontier} wanted={wantsFrontier} onWant={setWantsFrontier} chosen={policy} figures={figures} />
            <p className="elsewhere">
              <Link to="/hubs" search={{ op: operation.operation, ...(search.at !== undefined && { at: search.at }) }}>
                {t('frontier.whyHub')}
              </Link>
            </p>
            {shown !== undefined && <Unserved plan={shown} picture={picture} recipient={search.recipient} need={search.need} onSelect={(next) => look({ need: next === search.need ? '' : next, line: '' })} figures={figures} />}
            {shown?.fares !== undefined && <Fares fares={shown.fares} figures={figures} />}
            {shown?.pallets !== undefined && <Pallets pallets={shown.pallets} nameOf={nameOf} figures={figures} />}
          </div>
          <div className="body">
            <FlowMap picture={picture} plan={shown} line={line?.line} notTaken={notTaken} figures={figures} />
            {preview !== null && <ViewChoice view={view} onView={showView} onDiscard={() => { replan.discard(); look({ line: '', need: '' }); }} />}
            <div className={isOpen ? 'below open' : 'below'}>
              {preview?.report.beside !== undefined && view === 'differences' ? (
                <BesideTable report={preview.report} beside={preview.report.beside} nameOf={nameOf} figures={figures}>
                  <Changed change={preview.report.change} picture={picture} figures={figures} />
                </BesideTable>
              ) : (
                shown !== undefined && (
                  <Lines
                    plan={shown}
                    picture={picture}
                    search={search}
                    onLook={(next) => {
                      setTarget(null);
                      look(next);
                    }}
                    onDrag={(from, onto) => {
                      setTarget(onto);
                      look({ line: from.line, need: '' });
                    }}
                    terse={isOpen}
                    figures={figures}
                  />
                )
              )}
              {shown !== undefined && isOpen && (
                <aside ref={panel} className="panel" aria-label={t('decide.title')} tabIndex={0}>
                  {about === null && <p className="quiet">{t('whyPanel.hint')}</p>}
                  {line !== undefined && <Why title={t('whyPanel.of', { to: nameOf(line.recipient), cartons: figures.count(line.cartons), item: figures.item(line.item) })} why={line.why} because={line.because} asking={shown === plan ? why : null} picture={picture} figures={figures} />}
                  {need !== undefined && <Why title={t('whyPanel.need', { to: nameOf(need.recipient), units: figures.count(need.units), item: figures.item(need.item) })} why={need.why} because={need.because} asking={shown === plan ? why : null} picture={picture} figures={figures} />}
                  {line !== undefined && (
                    <Decide key={`${shown.plan} ${line.line} ${target?.line ?? ''}`} line={line} lines={shown.lines} target={target} onDecide={(fresh) => change((held) => decide(held, fresh))} speech={speech} recipient={nameOf(line.recipient)} item={figures.item(line.item)} />
                  )}
                  <DraftList
                    draft={draft}
                    onChange={change}
                    replan={{
                      ...replan,
                      run: (...wanted) => {
                        setDone(null);
                        replan.run(...wanted);
                      },
                    }}
                    steady={steady}
                    pallets={pallets}
                    wishes={wishesOf(plan, steady, pallets)}
                    speech={speech}
                    itemOf={itemOf}
                    figures={figures}
                  />
                </aside>
              )}
            </div>
          </div>
        </div>
        {isApproving && toApprove !== undefined && <Approve operation={operation.operation} plan={toApprove} decisions={preview?.decisions ?? null} wishes={preview?.wishes ?? {}} onDone={finish} onClose={() => setApproving(false)} figures={figures} />}
      </main>
    </Ground.Provider>
  );
}

/** Asked for where approved lines leave soon; to begin with, as the plan that stands was made. @param asked of the plan that is shown; undefined: nothing was. */
function steadiness(plan: PlanProposed | undefined, asked: boolean | undefined, wanted: boolean | null, onWant: (wanted: boolean) => void): Steadiness | null {
  const { acted } = plan ?? {};
  if (acted === undefined || acted.lines === 0) return null;
  const made = asked ?? plan?.steady !== undefined;
  const isWanted = wanted ?? made;
  return { acted, isWanted, isChanged: isWanted !== made, onWant };
}

/** To begin with, as the plan that is shown was made. @param plan as the operation has it @param preview the one that was asked for */
function palletChoice(plan: PlanProposed | undefined, preview: PlanProposed | undefined, wanted: boolean | null, onWant: (wanted: boolean) => void): PalletChoice {
  const made = (preview ?? plan)?.pallets !== undefined;
  const isWanted = wanted ?? made;
  return { isWanted, isChanged: isWanted !== made, onWant };
}

/** What is other than the operation has it is asked for. */
const wishesOf = (plan: PlanProposed | undefined, steady: Steadiness | null, { isWanted }: PalletChoice): Wishes => ({
  ...(steady !== null && { steady: steady.isWanted }),
  ...(isWanted !== (plan?.pallets !== undefined) && { pallets: isWanted ? 'whole' : 'parts' }),
});

/** One after the other: the server plans on one core, and the first is the one that most people want. */
function usePolicies(operation: OperationSummary, at: string | undefined): Asked {
  const first = usePolicy(operation, at, 'equal-cover', true);
  const second = usePolicy(operation, at, 'deprivation', first.answer.isFetched);
  const third = usePolicy(operation, at, 'severity', second.answer.isFetched);
  return { 'equal-cover': first, deprivation: second, severity: third };
}

const usePolicy = (operation: OperationSummary, at: string | undefined, policy: Policy, enabled: boolean): Asking<PlanProposed> => ({ answer: usePlan(operation, at, policy, enabled), making: usePlanJob({ operation: operation.operation, at, policy }) });

/** The other route of a line, where one was planned, with what it would change. */
function roadNotTaken(told: ExplanationAnswer | undefined, line: Line, figures: Figures, t: ReturnType<typeof useTranslation>['t']): { readonly route: readonly string[]; readonly cartons: number; readonly words: readonly string[] } | null {
  const other = told?.line === line.line ? told.counterfactuals.find(({ kind }) => kind === 'another-route') : undefined;
  if (other === undefined || other.route === null) return null;
  const words = [t('whyPanel.notTaken', { euros: eurosText(other.delta?.cost ?? other.route.euros, figures), hours: hoursText(other.route.hours, figures, t) }), ...(other.delta === null ? [] : [t('whyPanel.notTakenCover', { points: pointsText(other.delta.worstOff, figures, t) })])];
  return { route: other.route.departures, cartons: line.cartons, words };
}

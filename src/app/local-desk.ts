// The desk in this process: joins the use cases to where the journals lie, a store or the files of one pack. It has no
// rules of its own.

import { isKind, type Fact } from '../domain/facts.ts';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import { writeProblem } from '../planner/file/write-problem.ts';
import { writeMps } from '../planner/mps.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { acceptIntake } from './airlift/accept-intake.ts';
import { airliftDesk } from './airlift/airlift-desk.ts';
import { fundingDesk } from './announce/funding-desk.ts';
import { communiqueDesk } from './announce/communique/desk.ts';
import { audit, auditStore } from './custody/audit.ts';
import type { Asked, Desk, FactPage, OperationSummary, PlanAnswer, PlanAsk, PlanSummary, Watch } from './desk.ts';
import type { Failure } from './failure.ts';
import { buildUnits } from './hub/build-units.ts';
import { choiceDesk } from './hub-choice/choice-desk.ts';
import type { HubTools } from './hub-choice/candidates.ts';
import { hubDesk } from './hub/hub-desk.ts';
import { scan } from './hub/scan.ts';
import { journalOf, operationOf } from './journal.ts';
import { lookThrough, type WithFacts } from './look.ts';
import { fileRequests } from './need/requests/file-requests.ts';
import { fileRequestSheet } from './need/requests/request-sheets.ts';
import { requestsDesk } from './need/requests/requests-desk.ts';
import { stepRequest } from './need/requests/step-request.ts';
import { countsDesk, countsWriting } from './need/counts-desk.ts';
import { needDesk } from './need/need-desk.ts';
import { onwardDesk } from './onward/onward-desk.ts';
import { evidenceNamed, keepEvidence, keepSignatory, unknownEvidence } from './onward/proof.ts';
import { releasePlan } from './onward/release.ts';
import { exportPack } from './pack/export.ts';
import { followed, stillJournal } from './follow.ts';
import { importPack } from './pack/import.ts';
import { journalOfPack } from './pack/read.ts';
import { approvePlan } from './plan/approve.ts';
import { beside } from './plan/beside.ts';
import { explain } from './plan/explain.ts';
import { frontier } from './plan/frontier.ts';
import { hedge } from './plan/hedge.ts';
import { situation } from './plan/situation.ts';
import { keptPresent } from './plan/present.ts';
import { KeptAnswers } from './kept-answers.ts';
import { actedOnIn, type ActedOn } from './plan/acted.ts';
import { faresOf, faresReplanned } from './plan/scenarios.ts';
import { propose, recordPlan, type Tools } from './plan/propose.ts';
import { papersDesk } from './papers/papers-desk.ts';
import type { CountsFetcher, Printer, SheetReader, Store } from './ports.ts';
import { announcementsDesk } from './promise/read-announcement.ts';
import { readHere } from './read-here.ts';
import { promisesDesk, type PlanAt } from './promise/promises-desk.ts';
import { takePosition } from './promise/take-position.ts';
import { newsIn } from './plan/standing.ts';
import { status, type StatusReport } from './promise/status.ts';
import { recordDraft, recordDrafts } from './record-draft.ts';
import { drawingDesk, type DrawingDesk } from './picture/drawing-desk.ts';

/** What the use cases need besides a journal. */
export interface DeskTools extends HubTools {
  readonly printer: Printer;
  /** Absent: files are read in this thread. */
  readonly reader?: SheetReader;
  /** Absent: counts are not fetched here. */
  readonly fetcher?: CountsFetcher;
}

export function deskOverStore(given: Store, tools: DeskTools): Desk {
  const { store, follow } = followed(given);
  const journal = remembered(store);
  const present = keptPresent();
  const reader = tools.reader ?? readHere;
  const at = { present, clock: tools.clock };
  const look = lookThrough(through(journal), present, tools.clock);
  const drawing = drawingDesk(tools);
  const promises = promisesDesk(through(journal), present, tools.clock, planAtHand(drawing));
  return {
    ...reading(journal, tools, drawing),
    promises: {
      ...promises,
      takePosition: (operation, ask, key) => takePosition(store, operation, ask, key, tools.clock),
      keepSnapshot: (operation, content) => keepEvidence(store, operation, content, 'text'),
    },
    operationIds: async () => ok(await store.operations()),
    operations: async () => {
      const summaries: OperationSummary[] = [];
      for (const operation of await store.operations()) {
        const facts = await journal(operation);
        if (!facts.ok) return facts;
        summaries.push(summaryOf(facts.value));
      }
      return ok(summaries);
    },
    importPack: (files, bringing) => importPack(store, files, reader, bringing),
    follow: (operation, after, signal) => withFacts(journal, operation, (facts) => ok(follow(operationOf(facts).id, after, signal))),
    record: (operation, draft, key) => recordDraft(store, operation, draft, key, tools.clock),
    airlift: { ...airliftDesk(through(journal), tools.clock, reader), acceptIntake: (operation, ask) => acceptIntake(store, operation, ask, { clock: tools.clock, reader }) },
    recordAll: (operation, drafts, key) => recordDrafts(store, operation, drafts, (index) => `${key}#${index}`, tools.clock),
    hub: {
      ...hubDesk(look),
      build: (operation, ask, key) => buildUnits(store, operation, ask, key, at),
      scan: (operation, ask, key) => scan(store, operation, ask, key, at),
    },
    onward: {
      ...onwardDesk(look),
      release: (operation, ask) => releasePlan(store, operation, ask, tools.clock),
      keepEvidence: (operation, content) => keepEvidence(store, operation, content),
      evidence: (operation, sha256) => evidenceNamed(store, operation, sha256),
      keepSignatory: (operation, person) => keepSignatory(store, operation, person),
    },
    requests: {
      ...requestsDesk(through(journal), look, tools.clock, reader),
      fileSheet: (operation, ask) => fileRequestSheet(store, operation, ask, { clock: tools.clock, reader }),
      file: async (operation, ask, key) => only(await fileRequests(store, operation, [ask], () => key, tools.clock)),
      step: (operation, request, ask, signed, key) => stepRequest(store, operation, request, ask, signed, key, tools.clock),
    },
    counts: countsWriting(store, through(journal), { clock: tools.clock, reader, fetcher: tools.fetcher ?? null }),
    audit: async (operation, when) => {
      if (when.asOf === undefined && when.knownAt === undefined) return auditStore(store, operation ?? undefined);
      return operation === null ? err(NEEDS_OPERATION) : withFacts(journal, operation, (facts) => audit(facts, when));
    },
    approve: (operation, ask, key) => withFacts(journal, operation, (facts) => approvePlan(store, facts, ask, key, tools)),
    plan: (operation, ask, watch) =>
      withFacts(journal, operation, async (facts) => {
        const answer = await planned(facts, ask, tools, drawing, watch);
        if (!answer.ok || ask.record !== true) return answer;
        // Whoever gave the plan up does not want it in the journal.
        watch?.signal?.throwIfAborted();
        const { seconds: _seconds, beside: _beside, fares: _fares, ...proposal } = answer.value.report;
        const recorded = await recordPlan(store, proposal, operationOf(facts).id, tools.clock, ask.by);
        return recorded.ok ? answer : recorded;
      }),
  };
}

/** One operation that lies in a pack: everything can be asked, nothing can be written. */
export function deskOverPack(files: PackFiles, tools: DeskTools): Result<{ readonly operation: string; readonly desk: Desk }, Failure> {
  const read = journalOfPack(files);
  if (!read.ok) return read;
  const { operation, facts } = read.value;
  const journal = (): Promise<Result<Fact[], Failure>> => Promise.resolve(ok(facts));
  const look = lookThrough(through(journal), keptPresent(), tools.clock);
  const drawing = drawingDesk(tools);
  const desk: Desk = {
    ...reading(journal, tools, drawing),
    operationIds: () => Promise.resolve(ok([operation])),
    operations: () => Promise.resolve(ok([summaryOf(facts)])),
    follow: (_, after, signal) => Promise.resolve(ok(stillJournal(facts, after, signal))),
    record: () => Promise.resolve(err(READ_ONLY)),
    promises: { ...promisesDesk(through(journal), keptPresent(), tools.clock, planAtHand(drawing)), takePosition: () => Promise.resolve(err(READ_ONLY)), keepSnapshot: () => Promise.resolve(err(READ_ONLY)) },
    airlift: { ...airliftDesk(through(journal), tools.clock, tools.reader ?? readHere), acceptIntake: () => Promise.resolve(err(READ_ONLY)) },
    approve: () => Promise.resolve(err(READ_ONLY)),
    recordAll: () => Promise.resolve(err(READ_ONLY)),
    hub: { ...hubDesk(look), build: () => Promise.resolve(err(READ_ONLY)), scan: () => Promise.resolve(err(READ_ONLY)) },
    onward: { ...onwardDesk(look), release: () => Promise.resolve(err(READ_ONLY)), keepEvidence: () => Promise.resolve(err(READ_ONLY)), evidence: (_, sha256) => Promise.resolve(err(unknownEvidence(sha256))), keepSignatory: () => Promise.resolve(err(READ_ONLY)) },
    requests: { ...requestsDesk(through(journal), look, tools.clock, tools.reader ?? readHere), fileSheet: () => Promise.resolve(err(READ_ONLY)), file: () => Promise.resolve(err(READ_ONLY)), step: () => Promise.resolve(err(READ_ONLY)) },
    counts: { ...countsDesk(through(journal), { clock: tools.clock, reader: tools.reader ?? readHere, fetcher: tools.fetcher ?? null }), import: () => Promise.resolve(err(READ_ONLY)), setFeed: () => Promise.resolve(err(READ_ONLY)), askFeed: () => Promise.resolve(err(READ_ONLY)) },
    importPack: () => Promise.resolve(ok({ operation, facts: 0, known: facts.length, rejected: [] })),
    audit: (_, when) => Promise.resolve(audit(facts, when)),
    plan: (_, ask, watch) => planned(facts, ask, tools, drawing, watch),
  };
  return ok({ operation, desk });
}

function only<T>(all: Result<readonly T[], Failure>): Result<T, Failure> {
  if (!all.ok) return all;
  const [one] = all.value;
  invariant(one !== undefined, 'what was asked for is answered');
  return ok(one);
}

const READ_ONLY: Failure = { code: 'unknown-operation', message: 'a pack is read, not written', remedy: 'import it, then record the fact in the operation' };
const NEEDS_OPERATION: Failure = { code: 'unknown-operation', message: 'an audit as of an instant is of one operation', remedy: 'name the operation, or leave out --as-of and --known-at' };

/** Keeps each journal as it was last read, for as long as nothing was added to it. */
function remembered(store: Store): Journal {
  const last = new Map<string, { readonly hash: string; readonly facts: Fact[] }>();
  return async (operation) => {
    const known = (await store.operations()).find((id) => id === operation);
    const hash = known === undefined ? '' : (await store.head(known)).hash;
    const held = last.get(operation);
    if (held !== undefined && held.hash === hash) return ok(held.facts);
    const facts = await journalOf(store, operation);
    if (facts.ok) last.set(operation, { hash, facts: facts.value });
    return facts;
  };
}

type Journal = (operation: string) => Promise<Result<Fact[], Failure>>;

async function withFacts<T>(journal: Journal, operation: string, use: (facts: Fact[]) => Result<T, Failure> | Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  const facts = await journal(operation);
  return facts.ok ? use(facts.value) : facts;
}

const through = (journal: Journal): WithFacts => (operation, use) => withFacts(journal, operation, use);

/** Of what was known at an earlier instant no plan is kept. */
const planAtHand = (drawing: DrawingDesk): PlanAt => (journal, { asOf, knownAt }) => (knownAt === null ? (drawing.atHand(journal, asOf)?.plan ?? null) : null);

/** What needs the facts alone, wherever they lie. */
function reading(journal: Journal, tools: DeskTools, drawing: DrawingDesk): Pick<Desk, 'need' | 'announcements' | 'papers' | 'funding' | 'communiques' | 'exportPack' | 'facts' | 'status' | 'picture' | 'standingPlan' | 'explain' | 'frontier' | 'hedge' | 'choice' | 'plans' | 'recordedPlan'> {
  const statusOf = rememberedStatus(tools);
  const acted = new KeptAnswers<ActedOn | null>();
  return {
    exportPack: (operation, form) => withFacts(journal, operation, (facts) => ok(exportPack(facts, form))),
    facts: (operation, after, limit) => withFacts(journal, operation, (facts) => ok(pageOf(facts, after, limit))),
    status: (operation, when) => withFacts(journal, operation, (facts) => statusOf(facts, when)),
    picture: (operation, when) => withFacts(journal, operation, (facts) => drawing.picture(facts, when)),
    standingPlan: (operation, ask, watch) =>
      withFacts(journal, operation, async (facts) => {
        const plan = await drawing.standingPlan(facts, ask, watch);
        if (!plan.ok) return plan;
        const now = situation(facts, { asOf: plan.value.asOf, knownAt: null });
        const toKeep = acted.of(facts, now.asOf, () => actedOnIn(now));
        return ok({ ...plan.value, fares: faresOf(now, plan.value.lines), ...(toKeep !== null && { acted: toKeep }) });
      }),
    explain: (operation, ask, watch) => withFacts(journal, operation, (facts) => explain(facts, ask, tools, watch)),
    frontier: (operation, when, watch) => withFacts(journal, operation, (facts) => frontier(facts, when, tools, watch)),
    choice: choiceDesk(through(journal), tools),
    hedge: (operation, ask, watch) => withFacts(journal, operation, (facts) => hedge(facts, ask, tools, watch)),
    need: needDesk(through(journal), situation, tools.clock, planAtHand(drawing)),
    announcements: announcementsDesk(through(journal), tools.clock),
    communiques: communiqueDesk(through(journal), tools.clock),
    papers: papersDesk(lookThrough(through(journal), situation, tools.clock), tools.printer),
    funding: fundingDesk(lookThrough(through(journal), situation, tools.clock)),
    plans: (operation) => withFacts(journal, operation, (facts) => ok(plansIn(facts))),
    recordedPlan: (operation, plan) =>
      withFacts(journal, operation, (facts) => {
        const proposals = facts.filter((fact) => isKind(fact, 'plan.proposed'));
        return ok((plan === 'latest' ? proposals.at(-1) : proposals.findLast((fact) => fact.body.plan === plan))?.body ?? null);
      }),
  };
}

/** Status rests on a plan, which takes seconds where none is recorded; only where the answer does not depend on the clock is it kept. */
function rememberedStatus(tools: Tools): (facts: readonly Fact[], when: Asked) => Promise<Result<StatusReport, Failure>> {
  const kept = new KeptAnswers<Promise<Result<StatusReport, Failure>>>();
  return (facts, when) => {
    if (when.asOf === undefined && operationOf(facts).standsAt === null) return status(facts, when, tools);
    const question = JSON.stringify([when.asOf, when.knownAt]);
    return kept.of(facts, question, () => {
      const asked = status(facts, when, tools);
      asked.catch(() => kept.forget(facts, question));
      return asked;
    });
  };
}

async function planned(facts: readonly Fact[], ask: PlanAsk, tools: Tools, drawing: DrawingDesk, watch?: Watch): Promise<Result<PlanAnswer, Failure>> {
  const proposed = await propose(facts, { policy: ask.policy, seed: ask.seed, gap: ask.gap, asOf: ask.asOf, knownAt: ask.knownAt, decisions: ask.decisions, steady: ask.steady, pallets: ask.pallets }, tools, watch);
  if (!proposed.ok) return proposed;
  const { proposal, seconds, model, problem, now } = proposed.value;
  const fares = ask.scenarios === 'replan' ? await faresReplanned(now, proposal.lines, problem, { policy: ask.policy, seed: ask.seed, gap: ask.gap, ...(proposal.prices !== undefined && { from: proposal.prices }) }, tools.solver, watch) : faresOf(now, proposal.lines);
  const standing = ask.decisions === undefined && ask.steady === undefined && ask.pallets === undefined ? null : await drawing.standingPlan(facts, { policy: ask.policy, ...(ask.asOf !== undefined && { asOf: ask.asOf }) }, watch);
  if (standing?.ok === false) return standing;
  return ok({ report: { ...proposal, seconds, fares, ...(standing !== null && { beside: beside(problem, standing.value, proposal) }) }, mps: ask.mps === true ? [...writeMps(model(), proposal.plan)].join('') : null, problem: ask.problem === true ? [...writeProblem(problem)].join('') : null });
}

function summaryOf(facts: readonly Fact[]): OperationSummary {
  const { id, name, hub, zone, openedAt, standsAt, isPublic } = operationOf(facts);
  return { operation: id, name, hub, zone, openedAt, standsAt, isPublic, facts: facts.length };
}

/** Facts come in the order of their sequence numbers. */
function pageOf(facts: readonly Fact[], after: number, limit: number): FactPage {
  const rest = facts.filter((fact) => fact.seq > after);
  const page = rest.slice(0, limit);
  return { facts: page, next: page.length < rest.length ? (page.at(-1)?.seq ?? null) : null };
}

function plansIn(facts: readonly Fact[]): PlanSummary[] {
  const isNews = newsIn(facts);
  const isCurrent = (seq: number, asOf: Instant): boolean => (facts.findLast((fact) => isNews(fact, asOf))?.seq ?? 0) < seq;
  const approvals = new Map(facts.flatMap((fact) => (isKind(fact, 'plan.approved') ? [[fact.body.plan, { at: fact.recordedAt, by: fact.by }] as const] : [])));
  return facts
    .filter((fact) => isKind(fact, 'plan.proposed'))
    .map(({ body, recordedAt, seq }) => ({ plan: body.plan, policy: body.policy, asOf: body.asOf, recordedAt, lines: body.lines.length, unserved: body.unserved.length, current: isCurrent(seq, body.asOf), approved: approvals.get(body.plan) ?? null }));
}

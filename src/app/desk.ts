// The desk: what a person or a program can ask of Airbridge, in one place, whoever asks: the HTTP routes, the commands in
// this process, the commands that go to a running server. What is asked and answered stands here, not how (local-desk.ts).

import type { Fact, FactKind } from '../domain/facts.ts';
import type { Actor } from '../domain/ids.ts';
import type { PlanDecisions } from '../domain/plan/decisions.ts';
import type { Pallets, PlanProposed, Policy } from '../domain/plan/plan.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { PlanWatch } from '../planner/progress.ts';
import type { PackFiles, PackForm } from '../standards/packs/write-pack.ts';
import type { FundingDesk } from './announce/funding-desk.ts';
import type { CommuniqueDesk } from './announce/communique/desk.ts';
import type { AirliftDesk } from './airlift/airlift-desk.ts';
import type { AuditReport } from './custody/audit.ts';
import type { Failure, Rejection } from './failure.ts';
import type { ChoiceDesk } from './hub-choice/choice-desk.ts';
import type { HubDesk } from './hub/hub-desk.ts';
import type { NeedDesk } from './need/need-desk.ts';
import type { RequestsDesk } from './need/requests/requests-desk.ts';
import type { Bringing } from './pack/import.ts';
import type { CountsDesk } from './need/counts-desk.ts';
import type { OnwardDesk } from './onward/onward-desk.ts';
import type { PapersDesk } from './papers/papers-desk.ts';
import type { Picture } from './picture/shape.ts';
import type { ApproveAsk, Approved } from './plan/approve.ts';
import type { PlanBeside } from './plan/beside.ts';
import type { ExplainAsk, Explanation } from './plan/explain.ts';
import type { FrontierReport } from './plan/frontier.ts';
import type { HedgeAsk, HedgeReport } from './plan/hedge.ts';
import type { ActedOn } from './plan/acted.ts';
import type { SteadyAsk } from './plan/steady.ts';
import type { ScenarioFare } from './plan/scenarios.ts';
import type { AnnouncementsDesk } from './promise/read-announcement.ts';
import type { PromisesDesk } from './promise/promises-desk.ts';
import type { StatusReport } from './promise/status.ts';
import type { Draft, Recorded } from './record-draft.ts';

/** As people write them; absent: where the operation stands. */
export interface Asked {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export interface PlanAsk extends Asked {
  readonly policy: Policy;
  readonly seed: number;
  /** Stop at this relative gap; 0: proven optimal. */
  readonly gap: number;
  /** Besides what stands already. */
  readonly decisions?: PlanDecisions | undefined;
  readonly steady?: SteadyAsk;
  /** Absent: as the operation counts them. */
  readonly pallets?: Pallets | undefined;
  /** Enter the plan in the journal. */
  readonly record?: boolean | undefined;
  /** hold: how the plan's shipments fare against a low and a high need. replan: also what the best plan for each would do, which takes as long again for each. Absent: hold. */
  readonly scenarios?: 'hold' | 'replan' | undefined;
  /** Hand out the solved model as MPS text as well. */
  readonly mps?: boolean | undefined;
  /** Hand out the planning problem as JSON text as well: docs/planning-problem.md. */
  readonly problem?: boolean | undefined;
  /** Who enters it; absent: the planner as such. */
  readonly by?: Actor | undefined;
}

/** How the plan fares in each scenario of the need; absent where that is not the viewer's to see. */
interface WithFares {
  readonly fares?: readonly ScenarioFare[];
}

/** `beside`: only where decisions were asked for. */
export type PlanReport = PlanProposed & WithFares & { readonly seconds: number; readonly beside?: PlanBeside };
/** `acted`: of the approved plan, what a steady plan would be beside; absent where no plan was approved. */
export type StandingPlan = PlanProposed & WithFares & { readonly acted?: ActedOn };

export interface PlanAnswer {
  readonly report: PlanReport;
  readonly mps: string | null;
  readonly problem: string | null;
}

export type Watch = PlanWatch;

export interface ImportReport {
  readonly operation: string;
  /** Facts of the pack that are new to the journal. */
  readonly facts: number;
  /** Facts of the pack that the journal held already. */
  readonly known: number;
  readonly rejected: readonly Rejection[];
}

export interface OperationSummary {
  readonly operation: string;
  readonly name: string;
  readonly hub: string;
  readonly zone: string;
  readonly openedAt: Instant;
  readonly standsAt: Instant | null;
  /** Anybody may read its public page and check its log. */
  readonly isPublic: boolean;
  readonly facts: number;
}

export interface PlanSummary {
  readonly plan: string;
  readonly policy: Policy;
  readonly asOf: Instant;
  readonly recordedAt: Instant;
  readonly lines: number;
  readonly unserved: number;
  /** Nothing was recorded after it that could have changed it. */
  readonly current: boolean;
  /** When it was last approved, and by which role; null: never. */
  readonly approved: { readonly at: Instant; readonly by: string } | null;
}

export interface FactPage {
  readonly facts: readonly Fact[];
  /** Ask for what comes after this sequence number; null: that was all. */
  readonly next: number | null;
}

/** That a fact stands in the journal; what it says is read by its number. */
export interface FactNotice {
  readonly event: 'fact';
  readonly seq: number;
  readonly kind: FactKind;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** head: where the journal ends now. reset: it ends before what the reader has seen; everything is to be read anew. */
export type JournalEvent = FactNotice | { readonly event: 'head' | 'reset'; readonly seq: number };

/** Where the desk stands behind a server: it could not be reached, or it broke. */
export interface ServerFailure {
  readonly code: 'server-failed';
  readonly message: string;
  readonly remedy: string;
}
export type DeskFailure = Failure | ServerFailure;

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface Desk {
  operationIds(): Answer<readonly string[]>;
  operations(): Answer<readonly OperationSummary[]>;
  /** `bringing` says, of the operation that the pack names, who takes the place of whoever the pack says recorded its facts. */
  importPack(files: PackFiles, bringing?: Bringing<DeskFailure>): Answer<ImportReport>;
  /** Without a form: CSV files without tags. */
  exportPack(operation: string, form?: PackForm): Answer<PackFiles>;
  facts(operation: string, after: number, limit: number): Answer<FactPage>;
  /** Each fact after a number, and then as they come in, until the signal. Null: from now on. Begins with `head` or `reset`. */
  follow(operation: string, after: number | null, signal: AbortSignal): Answer<AsyncIterable<readonly JournalEvent[]>>;
  /** Enters one fact, once under its key. */
  record(operation: string, draft: Draft, key: string): Answer<Recorded>;
  readonly airlift: AirliftDesk;
  /** Enters several, all of them or none; each once, under the key and its place among them. */
  recordAll(operation: string, drafts: readonly Draft[], key: string): Answer<readonly Recorded[]>;
  status(operation: string, when: Asked): Answer<StatusReport>;
  /** Of one operation, or of all that the store holds. */
  audit(operation: string | null, when: Asked): Answer<AuditReport>;
  plan(operation: string, ask: PlanAsk, watch?: Watch): Answer<PlanAnswer>;
  /** Enters a plan that a person has seen, with its decisions, once under its key: all of it or nothing. */
  approve(operation: string, ask: ApproveAsk, key: string): Answer<Approved>;
  /** What the control tower draws; with the plan of that instant only where one is at hand. */
  picture(operation: string, when: Pick<Asked, 'asOf'>): Answer<Picture>;
  /** The plan of an instant: recorded, made before, or made now. The same question is never planned twice. */
  standingPlan(operation: string, ask: Pick<Asked, 'asOf'> & { readonly policy: Policy }, watch?: Watch): Answer<StandingPlan>;
  /** Why a line or a short need is as it is, and what would change it. Makes a plan for each alternative: some seconds. */
  explain(operation: string, ask: ExplainAsk, watch?: Watch): Answer<Explanation>;
  /** Plans between equity, hours and cost, side by side: some seconds. */
  frontier(operation: string, when: Asked, watch?: Watch): Answer<FrontierReport>;
  readonly choice: ChoiceDesk;
  /** Plans with more and more time in hand, and how each fares when needs and delays come out otherwise: some seconds. */
  hedge(operation: string, ask: HedgeAsk, watch?: Watch): Answer<HedgeReport>;
  plans(operation: string): Answer<readonly PlanSummary[]>;
  /** A recorded plan by its id, or `latest`; null: there is none. */
  recordedPlan(operation: string, plan: string): Answer<PlanProposed | null>;
  readonly hub: HubDesk;
  readonly onward: OnwardDesk;
  readonly papers: PapersDesk;
  readonly funding: FundingDesk;
  readonly announcements: AnnouncementsDesk;
  readonly promises: PromisesDesk;
  readonly need: NeedDesk;
  readonly communiques: CommuniqueDesk;
  readonly requests: RequestsDesk;
  readonly counts: CountsDesk;
}

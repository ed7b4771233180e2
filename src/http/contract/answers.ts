// What each route answers, as types, for whoever asks from TypeScript: the use cases' own types, each held against the schema
// that describes it to everybody else. Types only: nothing of this reaches a bundle.

import type { z } from 'zod';
import type { AlertsReport } from '../../app/alerts/raised.ts';
import type { MadeSubscription, MessageInList, SubscriptionInList } from '../../app/alerts/subscriptions.ts';
import type { Channel } from '../../app/alerts/book.ts';
import type { IntakeAccepted, IntakePreview } from '../../app/airlift/intake-shape.ts';
import type { FundingReport } from '../../app/announce/funding-desk.ts';
import type { CommuniqueDraft } from '../../app/announce/communique/draft.ts';
import type { CommuniqueStatus } from '../../app/announce/communique/register.ts';
import type { AuditReport } from '../../app/custody/audit.ts';
import type { FactProof, LogSummary } from '../../app/log/public-logs.ts';
import type { FactNotice, FactPage, ImportReport, OperationSummary, PlanReport, PlanSummary, StandingPlan } from '../../app/desk.ts';
import type { BuildReport } from '../../app/hub/build-units.ts';
import type { HubBoard } from '../../app/hub/board.ts';
import type { HoldersReport, StockCardReport } from '../../app/hub/hub-desk.ts';
import type { UnitsReport } from '../../app/hub/units.ts';
import type { ScanReport } from '../../app/hub/scan.ts';
import type { JobView } from '../../app/jobs.ts';
import type { RequestSheetFiled, RequestSheetPreview } from '../../app/need/requests/request-sheets.ts';
import type { FiledRequest, RequestsReport } from '../../app/need/requests/shape.ts';
import type { CountsImported, CountsPreview, CountsReport, FeedReport } from '../../app/need/counts-shape.ts';
import type { MethodReport } from '../../app/need/method-shape.ts';
import type { NeedReport, ParametersReport } from '../../app/need/shape.ts';
import type { DispatchBoard } from '../../app/onward/board.ts';
import type { ReleaseReport } from '../../app/onward/release.ts';
import type { PaperList } from '../../app/papers/papers-desk.ts';
import type { Rejection as Rejected } from '../../app/failure.ts';
import type { Picture } from '../../app/picture/shape.ts';
import type { Approved } from '../../app/plan/approve.ts';
import type { Explanation } from '../../app/plan/explain.ts';
import type { FrontierReport } from '../../app/plan/frontier.ts';
import type { HedgeReport } from '../../app/plan/hedge.ts';
import type { AnnouncementReading } from '../../app/promise/announcement-shape.ts';
import type { HistoryReport } from '../../app/promise/promises-desk.ts';
import type { PromisesReport } from '../../app/promise/promises.ts';
import type { StatusReport } from '../../app/promise/status.ts';
import type { Recorded } from '../../app/record-draft.ts';
import type * as alerts from './alerts.ts';
import type * as announcement from './announcement.ts';
import type * as communique from './communique.ts';
import type * as counts from './counts.ts';
import type * as events from './events.ts';
import type * as funding from './funding.ts';
import type * as hub from './hub.ts';
import type * as intake from './intake.ts';
import type * as job from './job.ts';
import type * as log from './log.ts';
import type * as need from './need.ts';
import type * as onward from './onward.ts';
import type * as operation from './operation.ts';
import type * as papers from './papers.ts';
import type * as picture from './picture.ts';
import type * as plan from './plan.ts';
import type * as promise from './promise.ts';
import type * as rejected from './rejected.ts';
import type * as promises from './promises.ts';
import type * as requests from './requests.ts';

/** A schema's named keys, read-only: answers are read, and more keys may stand beside those described. */
type Named<T> = T extends readonly (infer E)[] ? readonly Named<E>[] : T extends object ? { readonly [K in keyof T as string extends K ? never : K]: Named<T[K]> } : T;
/** The type T, where the schema S describes it. */
type Described<T extends Named<z.input<S>>, S extends z.ZodType> = T;

/** A value that was refused, where it stands and what to write instead. */
export type Rejection = Described<Rejected, typeof rejected.RejectedRow>;
export type OperationsAnswer = { readonly operations: readonly OperationAnswer[] };
export type OperationAnswer = Described<OperationSummary, typeof operation.OperationSummary>;
export type ImportAnswer = Described<ImportReport, typeof operation.ImportReport>;
export type ExportAnswer = Named<z.output<typeof operation.ExportReport>>;
export type FactsAnswer = Described<FactPage, typeof operation.FactPage>;
export type RecordedAnswer = Described<Recorded, typeof operation.RecordedFact>;
export type RecordedAllAnswer = Described<{ readonly facts: readonly Recorded[] }, typeof operation.RecordedFacts>;
export type AnnouncementAnswer = Described<AnnouncementReading, typeof announcement.AnnouncementReading>;
export type CommuniqueDraftAnswer = Described<CommuniqueDraft, typeof communique.CommuniqueDraft>;
export type CommuniquesAnswer = Described<{ readonly communiques: readonly CommuniqueStatus[] }, typeof communique.CommuniqueList>;
export type IntakePreviewAnswer = Described<IntakePreview, typeof intake.IntakePreview>;
export type IntakeAcceptedAnswer = Described<IntakeAccepted, typeof intake.IntakeAccepted>;
export type ServiceRequestAnswer = Named<z.output<typeof intake.ServiceRequestFile>>;
export type CountsPreviewAnswer = Described<CountsPreview, typeof counts.CountsPreview>;
export type CountsImportedAnswer = Described<CountsImported, typeof counts.CountsImported>;
export type CountsAnswer = Described<CountsReport, typeof counts.CountsReport>;
export type FeedAnswer = Described<FeedReport, typeof counts.Feed>;
export type FeedsAnswer = Described<{ readonly feeds: readonly FeedReport[] }, typeof counts.FeedList>;
export type HubAnswer = Described<HubBoard, typeof hub.HubBoard>;
export type StockCardAnswer = Described<StockCardReport, typeof hub.StockCard>;
export type HoldersAnswer = Described<HoldersReport, typeof hub.HoldersReport>;
export type BuiltAnswer = Described<BuildReport, typeof hub.BuildReport>;
export type UnitsAnswer = Described<UnitsReport, typeof hub.UnitsReport>;
export type ScanAnswer = Described<ScanReport, typeof hub.ScanReport>;
export type NeedMethodAnswer = Described<MethodReport, typeof need.MethodReport>;
export type NeedAnswer = Described<NeedReport, typeof need.NeedReport>;
export type NeedParametersAnswer = Described<ParametersReport, typeof need.ParametersReport>;
export type DispatchesAnswer = Described<DispatchBoard, typeof onward.DispatchBoard>;
export type ReleasesAnswer = Described<ReleaseReport, typeof onward.ReleaseReport>;
export type EvidenceAnswer = Named<z.output<typeof onward.EvidenceKept>>;
export type SignatoryAnswer = Named<z.output<typeof onward.SignatoryKept>>;
export type FundingAnswer = Described<FundingReport, typeof funding.FundingReport>;
export type StatusAnswer = Described<StatusReport, typeof promise.StatusReport>;
export type PromisesAnswer = Described<PromisesReport, typeof promises.PromisesReport>;
export type HistoryAnswer = Described<HistoryReport, typeof promises.HistoryReport>;
export type LogAnswer = Described<LogSummary, typeof log.LogSummary>;
export type FactProofAnswer = Described<FactProof, typeof log.FactProof>;
export type AuditAnswer = Described<AuditReport, typeof promise.AuditReport>;
export type PictureAnswer = Described<Picture, typeof picture.PictureReport>;
/** `mps` where it was asked for. */
export type PlanAnswer = Described<PlanReport & { readonly mps?: string }, typeof plan.PlanReport>;
export type StandingPlanAnswer = StandingPlan;
export type PlansAnswer = Described<{ readonly plans: readonly PlanSummary[] }, typeof plan.PlanList>;
export type ApprovalAnswer = Described<Approved, typeof plan.Approved>;
export type FrontierAnswer = Described<FrontierReport, typeof plan.FrontierReport>;
export type HedgeAnswer = Described<HedgeReport, typeof plan.HedgeReport>;
export type ExplanationAnswer = Described<Explanation, typeof plan.ExplanationReport>;
export type JobAnswer = Described<Omit<JobView, 'result'> & { readonly result?: unknown }, typeof job.JobView>;
export type FactEvent = Described<Omit<FactNotice, 'event'>, typeof events.FactEvent>;
export type HeadEvent = Named<z.output<typeof events.HeadEvent>>;
export type HealthAnswer = Named<z.output<typeof operation.Health>>;

/** What a job of each kind comes to. */
export interface JobResults {
  readonly plan: PlanAnswer;
  readonly 'standing-plan': StandingPlanAnswer;
  readonly frontier: FrontierAnswer;
  readonly hedge: HedgeAnswer;
  readonly explanation: ExplanationAnswer;
}
export type RequestsAnswer = Described<RequestsReport, typeof requests.RequestsReport>;
export type FiledRequestAnswer = Described<FiledRequest, typeof requests.FiledRequest>;
export type RequestSheetAnswer = Described<RequestSheetPreview, typeof requests.RequestSheetPreview>;
export type RequestSheetFiledAnswer = Described<RequestSheetFiled, typeof requests.RequestSheetFiled>;
export type PapersAnswer = Described<PaperList, typeof papers.PaperList>;
export type AlertsAnswer = Described<AlertsReport, typeof alerts.AlertsReport>;
export type AlertSubscriptionsAnswer = Described<{ readonly channels: readonly Channel[]; readonly subscriptions: readonly SubscriptionInList[] }, typeof alerts.SubscriptionList>;
export type NewAlertSubscriptionAnswer = Described<MadeSubscription, typeof alerts.NewSubscription>;
export type AlertTestAnswer = Named<z.output<typeof alerts.Tried>>;
export type AlertMessagesAnswer = Described<{ readonly messages: readonly MessageInList[] }, typeof alerts.MessageList>;

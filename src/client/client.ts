// Airbridge for programs, in a browser and in Node: every route as a function, typed by the server's contract. A refusal is a
// value with the server's own code, message and remedy; nothing throws for want of a network.

import type * as answers from '../http/contract/answers.ts';
import type * as questions from '../http/contract/questions.ts';
import { runJob, type JobOptions } from './job.ts';
import { journalEvents, type ClientEvent, type Follow } from './journal.ts';
import { wireTo, type Answer, type Request, type WireFile, type WireOptions } from './wire.ts';

export type { ClientEvent } from './journal.ts';
export type { StreamState } from './stream.ts';
export type { ClientFailure } from './wire.ts';

type Signal = Pick<Request, 'signal'>;

interface AirliftClient {
  /** A shipper's sheet, its bytes in base64, read and held against the operation; nothing is written. */
  previewIntake(operation: string, ask: questions.IntakeAsk, options?: Signal): Answer<answers.IntakePreviewAnswer>;
  /** Once for each file; refused while anything is open or wrong. */
  acceptIntake(operation: string, ask: questions.IntakeAsk, options?: Signal): Answer<answers.IntakeAcceptedAnswer>;
  /** A consignment as a service request form, a workbook in base64. */
  serviceRequest(operation: string, consignment: string, options?: Signal): Answer<answers.ServiceRequestAnswer>;
}

interface AnnouncementsClient {
  /** Proposes the claims of a pasted text, each field with its words; nothing is written. */
  read(operation: string, ask: questions.AnnouncementAsk, options?: Signal): Answer<answers.AnnouncementAnswer>;
}

interface HubClient {
  /** Arrivals, stock, open discrepancies, handling ahead, recalls. */
  board(operation: string, when?: questions.When, options?: Signal): Answer<answers.HubAnswer>;
  stockCard(operation: string, lot: string, ask?: questions.StockCardAsk, options?: Signal): Answer<answers.StockCardAnswer>;
  /** `lots` with commas between them, or all lots of a batch. */
  holders(operation: string, ask: questions.HoldersAsk, options?: Signal): Answer<answers.HoldersAnswer>;
  /** Loose units of a lot into labelled cartons, on pallets. */
  build(operation: string, ask: questions.BuildAsk, key: string, options?: Signal): Answer<answers.BuiltAnswer>;
  /** Handling units: the outermost, or those in one. */
  units(operation: string, ask?: questions.UnitsAsk, options?: Signal): Answer<answers.UnitsAnswer>;
  /** Find, receive, put down, load or deliver a handling unit. */
  scan(operation: string, ask: questions.ScanAsk, key: string, options?: Signal): Answer<answers.ScanAnswer>;
}

interface PapersClient {
  /** What can be printed now, for which subjects. */
  list(operation: string, when?: questions.When, options?: Signal): Answer<answers.PapersAnswer>;
  /** A paper as PDF; absent language: that of the country it goes to. */
  paper(operation: string, kind: questions.PaperKind, subject: string, ask?: questions.PaperAsk, options?: Signal): Answer<WireFile>;
  report(operation: string, kind: questions.ReportKind, format: 'xlsx' | 'pdf', ask?: questions.ReportAsk, options?: Signal): Answer<WireFile>;
  /** Labels of handling units. */
  labels(operation: string, ask: questions.LabelsAsk, options?: Signal): Answer<WireFile>;
}

interface FundingClient {
  /** What there is to publish: the activity's identifier, and how much the files hold. */
  report(operation: string, when?: questions.When, options?: Signal): Answer<answers.FundingAnswer>;
  /** The IATI activity as XML, or the flat rows as CSV. */
  file(operation: string, file: questions.FundingFile, when?: questions.When, options?: Signal): Answer<WireFile>;
}

interface LogClient {
  /** How far the transparency log of a public operation is, and the key that signs it. */
  summary(operation: string, options?: Signal): Answer<answers.LogAnswer>;
  /** The leaf of a fact, by its id or number, and the proof that it is in the log. */
  proof(operation: string, fact: string | number, options?: Signal): Answer<answers.FactProofAnswer>;
}

interface OnwardClient {
  /** Release orders, load lists, expected arrivals. */
  board(operation: string, when?: questions.When, options?: Signal): Answer<answers.DispatchesAnswer>;
  /** Out of an approved plan; asked again, it gives only what was not given yet. */
  release(operation: string, ask: questions.ReleaseAsk, options?: Signal): Answer<answers.ReleasesAnswer>;
  /** A photo, a signature or a document, its bytes in base64. */
  keepEvidence(operation: string, ask: questions.EvidenceAsk, options?: Signal): Answer<answers.EvidenceAnswer>;
  /** A file that a fact names. */
  evidence(operation: string, sha256: string, options?: Signal): Answer<WireFile>;
  /** Who signed; the name goes into the vault. */
  keepSignatory(operation: string, ask: questions.SignatoryAsk, options?: Signal): Answer<answers.SignatoryAnswer>;
}

interface AlertsClient {
  /** What needs a person now. */
  list(operation: string, options?: Signal): Answer<answers.AlertsAnswer>;
  /** Who is told; of all whom the asker may manage. */
  subscriptions(operation: string, options?: Signal): Answer<answers.AlertSubscriptionsAnswer>;
  /** The secret of a webhook is in this answer and in no other. */
  subscribe(operation: string, wish: questions.AlertWish, options?: Signal): Answer<answers.NewAlertSubscriptionAnswer>;
  pause(operation: string, subscription: string, paused: boolean, options?: Signal): Answer<{ readonly done: true }>;
  remove(operation: string, subscription: string, options?: Signal): Answer<{ readonly done: true }>;
  /** One message, at once. */
  test(operation: string, subscription: string, options?: Signal): Answer<answers.AlertTestAnswer>;
  /** Dead letters, unless another state is asked for. */
  messages(operation: string, ask?: questions.AlertMessagesAsk, options?: Signal): Answer<answers.AlertMessagesAnswer>;
  retry(operation: string, message: string, options?: Signal): Answer<{ readonly done: true }>;
  discard(operation: string, message: string, options?: Signal): Answer<{ readonly done: true }>;
}

interface PromisesClient {
  /** The meter, versions, claims, contradictions and positions of an instant. */
  report(operation: string, when?: questions.When, options?: Signal): Answer<answers.PromisesAnswer>;
  /** How a pledge, a donor's pledges or a country's share of an item stood after each fact that moved units. */
  history(operation: string, ask: questions.HistoryAsk, options?: Signal): Answer<answers.HistoryAnswer>;
  /** Accepts one reading of a contradiction, once under its key. */
  takePosition(operation: string, ask: questions.PositionAsk, key: string, options?: Signal): Answer<answers.RecordedAnswer>;
  /** A page as it was read, its bytes in base64, to be named by a claim. */
  keepSnapshot(operation: string, ask: questions.EvidenceAsk, options?: Signal): Answer<answers.EvidenceAnswer>;
}

interface CommuniqueClient {
  /** Sentences to choose among, each number with the facts behind it. */
  draft(operation: string, ask?: questions.DraftAsk, options?: Signal): Answer<answers.CommuniqueDraftAnswer>;
  /** Newest first, and whether they still say what the record holds. */
  list(operation: string, options?: Signal): Answer<answers.CommuniquesAnswer>;
}

interface RequestsClient {
  /** What waits for a person first. */
  report(operation: string, when?: questions.When, options?: Signal): Answer<answers.RequestsAnswer>;
  /** Once under its key, as each step is. */
  file(operation: string, ask: questions.RequestAsk, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
  /** A sheet of requests, its bytes in base64, read and held against the operation; nothing is written. */
  previewSheet(operation: string, ask: questions.RequestSheetAsk, options?: Signal): Answer<answers.RequestSheetAnswer>;
  /** Once for each file; refused while anything is open or wrong. */
  fileSheet(operation: string, ask: questions.RequestSheetAsk, options?: Signal): Answer<answers.RequestSheetFiledAnswer>;
  question(operation: string, request: string, ask: questions.RequestQuestion, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
  answer(operation: string, request: string, ask: questions.RequestAnswer, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
  /** All of it, or less. */
  accept(operation: string, request: string, ask: questions.RequestAcceptance, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
  decline(operation: string, request: string, ask: questions.RequestDecline, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
  withdraw(operation: string, request: string, ask: questions.RequestWithdrawal, key: string, options?: Signal): Answer<answers.FiledRequestAnswer>;
}

interface CountsClient {
  /** Files in base64, a pasted text or an address, held against what stands; nothing is written. */
  preview(operation: string, ask: questions.CountsFileAsk, options?: Signal): Answer<answers.CountsPreviewAnswer>;
  /** What is new or another; the same files again change nothing. */
  import(operation: string, ask: questions.CountsFileAsk, options?: Signal): Answer<answers.CountsImportedAnswer>;
  /** Source beside source; of one area also its days, with what stood before. */
  report(operation: string, ask?: questions.CountsAsk, options?: Signal): Answer<answers.CountsAnswer>;
  /** Which are fetched by themselves, and how that goes. */
  feeds(operation: string, options?: Signal): Answer<answers.FeedsAnswer>;
  setFeed(operation: string, wish: questions.FeedWish, options?: Signal): Answer<answers.FeedAnswer>;
  /** Asks the source now. */
  askFeed(operation: string, series: string, options?: Signal): Answer<answers.FeedAnswer>;
}

export interface AirbridgeClient {
  health(options?: Signal): Answer<answers.HealthAnswer>;
  operations(options?: Signal): Answer<answers.OperationsAnswer>;
  operation(operation: string, options?: Signal): Answer<answers.OperationAnswer>;
  /** Its files in base64. The same pack again changes nothing: its facts bear their own keys. */
  importPack(pack: questions.Pack, options?: Signal): Answer<answers.ImportAnswer>;
  exportPack(operation: string, form?: questions.Form, options?: Signal): Answer<answers.ExportAnswer>;
  facts(operation: string, page?: questions.Facts, options?: Signal): Answer<answers.FactsAnswer>;
  /** The same key with the same fact answers the first; so it is safe to send again. */
  record(operation: string, draft: questions.Draft, key: string, options?: Signal): Answer<answers.RecordedAnswer>;
  /** All of them or none; each once, under the key and its place among them. */
  recordAll(operation: string, drafts: questions.Drafts, key: string, options?: Signal): Answer<answers.RecordedAllAnswer>;
  readonly announcements: AnnouncementsClient;
  readonly airlift: AirliftClient;
  readonly hub: HubClient;
  readonly onward: OnwardClient;
  readonly log: LogClient;
  readonly papers: PapersClient;
  readonly alerts: AlertsClient;
  readonly funding: FundingClient;
  readonly promises: PromisesClient;
  readonly communiques: CommuniqueClient;
  readonly requests: RequestsClient;
  readonly counts: CountsClient;
  status(operation: string, when?: questions.When, options?: Signal): Answer<answers.StatusAnswer>;
  /** Of one operation, or of all. */
  audit(operation: string | null, when?: questions.When, options?: Signal): Answer<answers.AuditAnswer>;
  picture(operation: string, ask?: questions.PictureAsk, options?: Signal): Answer<answers.PictureAnswer>;
  /** Who is short of what at an instant, by area and item; of one item where it is named. */
  need(operation: string, ask?: questions.NeedAsk, options?: Signal): Answer<answers.NeedAnswer>;
  /** How good the projections were, and what estimates of infections rest on. */
  needMethod(operation: string, when?: questions.When, options?: Signal): Answer<answers.NeedMethodAnswer>;
  /** What the forecast rests on: each parameter as it holds, beside what is published. A fact `need.parameter-set` sets one. */
  needParameters(operation: string, when?: questions.When, options?: Signal): Answer<answers.NeedParametersAnswer>;
  plans(operation: string, options?: Signal): Answer<answers.PlansAnswer>;
  /** By its id, or `latest`. */
  recordedPlan(operation: string, plan: string, options?: Signal): Answer<answers.StandingPlanAnswer>;
  /** What-ifs that were kept, by name; a fact `what-if.kept` keeps one. What comes of one, or of several at once, is a job. */
  whatIfs(operation: string, options?: Signal): Answer<answers.KeptWhatIfsAnswer>;
  /** A plan that a person has seen, with what was decided for it: all of it enters the journal, once under its key, or nothing. */
  approve(operation: string, plan: string, ask: questions.ApprovalAsk, key: string, options?: Signal): Answer<answers.ApprovalAnswer>;
  /** Every fact as it comes in, over breaks and restarts, none missed, none twice. Ends at the signal. */
  events(operation: string, follow?: Follow): AsyncGenerator<ClientEvent, void>;
  /** Plans, or explains, and tells how far it is; the signal cancels it. */
  job<K extends questions.JobKind>(operation: string, ask: questions.JobAsk<K>, options?: JobOptions): Answer<answers.JobResults[K]>;
}

export function airbridgeClient(options: WireOptions): AirbridgeClient {
  const wire = wireTo(options);
  const of = (operation: string, path = ''): string => `/v1/operations/${encodeURIComponent(operation)}${path}`;
  const stepOf = (step: string) => (operation: string, request: string, ask: object, key: string, signal?: Signal): Answer<answers.FiledRequestAnswer> => wire.ask(of(operation, `/requests/${encodeURIComponent(request)}/${step}`), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal });
  return {
    health: (signal) => wire.ask('/health', signal),
    operations: (signal) => wire.ask('/v1/operations', signal),
    operation: (operation, signal) => wire.ask(of(operation), signal),
    importPack: (pack, signal) => wire.ask('/v1/operations/import', { method: 'POST', body: pack, ...signal }),
    exportPack: (operation, form = {}, signal = {}) => wire.ask(of(operation, '/export'), { query: form, ...signal }),
    facts: (operation, page = {}, signal = {}) => wire.ask(of(operation, '/facts'), { query: page, ...signal }),
    record: (operation, draft, key, signal) => wire.ask(of(operation, '/facts'), { method: 'POST', body: draft, headers: { 'idempotency-key': key }, ...signal }),
    recordAll: (operation, drafts, key, signal) => wire.ask(of(operation, '/facts/batch'), { method: 'POST', body: drafts, headers: { 'idempotency-key': key }, ...signal }),
    announcements: { read: (operation, ask, signal) => wire.ask(of(operation, '/announcements/reading'), { method: 'POST', body: ask, ...signal }) },
    airlift: {
      previewIntake: (operation, ask, signal) => wire.ask(of(operation, '/intake/preview'), { method: 'POST', body: ask, ...signal }),
      acceptIntake: (operation, ask, signal) => wire.ask(of(operation, '/intake'), { method: 'POST', body: ask, ...signal }),
      serviceRequest: (operation, consignment, signal) => wire.ask(of(operation, `/consignments/${encodeURIComponent(consignment)}/service-request`), signal),
    },
    hub: {
      board: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/hub'), { query: when, ...signal }),
      stockCard: (operation, lot, ask = {}, signal = {}) => wire.ask(of(operation, `/hub/lots/${encodeURIComponent(lot)}`), { query: ask, ...signal }),
      holders: (operation, ask, signal = {}) => wire.ask(of(operation, '/hub/holders'), { query: ask, ...signal }),
      build: (operation, ask, key, signal) => wire.ask(of(operation, '/hub/units'), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal }),
      units: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/hub/units'), { query: ask, ...signal }),
      scan: (operation, ask, key, signal) => wire.ask(of(operation, '/hub/scans'), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal }),
    },
    onward: {
      board: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/dispatches'), { query: when, ...signal }),
      release: (operation, ask, signal) => wire.ask(of(operation, '/releases'), { method: 'POST', body: ask, ...signal }),
      keepEvidence: (operation, ask, signal) => wire.ask(of(operation, '/evidence'), { method: 'POST', body: ask, ...signal }),
      evidence: (operation, sha256, signal = {}) => wire.file(of(operation, `/evidence/${sha256}`), signal),
      keepSignatory: (operation, ask, signal) => wire.ask(of(operation, '/signatories'), { method: 'POST', body: ask, ...signal }),
    },
    promises: {
      report: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/promises'), { query: when, ...signal }),
      history: (operation, ask, signal = {}) => wire.ask(of(operation, '/promises/history'), { query: ask, ...signal }),
      takePosition: (operation, ask, key, signal) => wire.ask(of(operation, '/positions'), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal }),
      keepSnapshot: (operation, ask, signal) => wire.ask(of(operation, '/claims/snapshots'), { method: 'POST', body: ask, ...signal }),
    },
    log: {
      summary: (operation, signal) => wire.ask(of(operation, '/log'), signal),
      proof: (operation, fact, signal) => wire.ask(of(operation, `/log/facts/${encodeURIComponent(fact)}`), signal),
    },
    communiques: {
      draft: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/communiques/draft'), { query: ask, ...signal }),
      list: (operation, signal) => wire.ask(of(operation, '/communiques'), signal),
    },
    papers: {
      list: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/papers'), { query: when, ...signal }),
      paper: (operation, kind, subject, ask = {}, signal = {}) => wire.file(of(operation, `/papers/${kind}/${encodeURIComponent(subject)}.pdf`), { query: ask, ...signal }),
      labels: (operation, ask, signal = {}) => wire.file(of(operation, '/labels.pdf'), { query: ask, ...signal }),
      report: (operation, kind, format, ask = {}, signal = {}) => wire.file(of(operation, `/reports/${kind}.${format}`), { query: ask, ...signal }),
    },
    requests: {
      report: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/requests'), { query: when, ...signal }),
      file: (operation, ask, key, signal) => wire.ask(of(operation, '/requests'), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal }),
      previewSheet: (operation, ask, signal) => wire.ask(of(operation, '/request-sheets/preview'), { method: 'POST', body: ask, ...signal }),
      fileSheet: (operation, ask, signal) => wire.ask(of(operation, '/request-sheets'), { method: 'POST', body: ask, ...signal }),
      question: stepOf('question'),
      answer: stepOf('answer'),
      accept: stepOf('acceptance'),
      decline: stepOf('decline'),
      withdraw: stepOf('withdrawal'),
    },
    alerts: {
      list: (operation, signal) => wire.ask(of(operation, '/alerts'), signal),
      subscriptions: (operation, signal) => wire.ask(of(operation, '/alert-subscriptions'), signal),
      subscribe: (operation, wish, signal) => wire.ask(of(operation, '/alert-subscriptions'), { method: 'POST', body: wish, ...signal }),
      pause: (operation, subscription, paused, signal) => wire.ask(of(operation, `/alert-subscriptions/${encodeURIComponent(subscription)}`), { method: 'PATCH', body: { paused }, ...signal }),
      remove: (operation, subscription, signal) => wire.ask(of(operation, `/alert-subscriptions/${encodeURIComponent(subscription)}`), { method: 'DELETE', ...signal }),
      test: (operation, subscription, signal) => wire.ask(of(operation, `/alert-subscriptions/${encodeURIComponent(subscription)}/test`), { method: 'POST', ...signal }),
      messages: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/alert-messages'), { query: ask, ...signal }),
      retry: (operation, message, signal) => wire.ask(of(operation, `/alert-messages/${encodeURIComponent(message)}/retry`), { method: 'POST', ...signal }),
      discard: (operation, message, signal) => wire.ask(of(operation, `/alert-messages/${encodeURIComponent(message)}`), { method: 'DELETE', ...signal }),
    },
    counts: {
      preview: (operation, ask, signal) => wire.ask(of(operation, '/counts/preview'), { method: 'POST', body: ask, ...signal }),
      import: (operation, ask, signal) => wire.ask(of(operation, '/counts'), { method: 'POST', body: ask, ...signal }),
      report: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/counts'), { query: ask, ...signal }),
      feeds: (operation, signal) => wire.ask(of(operation, '/count-feeds'), signal),
      setFeed: (operation, wish, signal) => wire.ask(of(operation, '/count-feeds'), { method: 'POST', body: wish, ...signal }),
      askFeed: (operation, series, signal) => wire.ask(of(operation, `/count-feeds/${encodeURIComponent(series)}/ask`), { method: 'POST', ...signal }),
    },
    funding: {
      report: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/funding'), { query: when, ...signal }),
      file: (operation, file, when = {}, signal = {}) => wire.file(of(operation, `/${file}`), { query: when, ...signal }),
    },
    status: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/status'), { query: when, ...signal }),
    audit: (operation, when = {}, signal = {}) => wire.ask(operation === null ? '/v1/audit' : of(operation, '/audit'), { query: when, ...signal }),
    picture: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/picture'), { query: ask, ...signal }),
    need: (operation, ask = {}, signal = {}) => wire.ask(of(operation, '/need'), { query: ask, ...signal }),
    needMethod: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/need/method'), { query: when, ...signal }),
    needParameters: (operation, when = {}, signal = {}) => wire.ask(of(operation, '/need/parameters'), { query: when, ...signal }),
    plans: (operation, signal) => wire.ask(of(operation, '/plans'), signal),
    whatIfs: (operation, signal) => wire.ask(of(operation, '/what-ifs'), signal),
    recordedPlan: (operation, plan, signal) => wire.ask(of(operation, `/plans/${encodeURIComponent(plan)}`), signal),
    approve: (operation, plan, ask, key, signal) => wire.ask(of(operation, `/plans/${encodeURIComponent(plan)}/approval`), { method: 'POST', body: ask, headers: { 'idempotency-key': key }, ...signal }),
    events: (operation, follow = {}) => journalEvents(wire, operation, follow),
    job: (operation, ask, job = {}) => runJob(wire, operation, ask, job),
  };
}

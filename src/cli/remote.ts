// The desk behind a running server: the same questions, asked over HTTP. The server has the data folder; this process has not.

import type { Desk, DeskFailure, JournalEvent, Watch } from '../app/desk.ts';
import type { CountsAsk } from '../app/need/counts-shape.ts';
import type { IntakeAsk } from '../app/airlift/intake-shape.ts';
import type { RequestSheetAsk } from '../app/need/requests/request-sheets.ts';
import type { FiledRequest, StepAsk } from '../app/need/requests/shape.ts';
import type { Draft } from '../app/record-draft.ts';
import { airbridgeClient, type AirbridgeClient, type ClientEvent, type ClientFailure } from '../client/client.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import { err, ok, type Result } from '../domain/result.ts';

type Asked<T> = Promise<Result<T, ClientFailure>>;
type Answer<T> = Promise<Result<T, DeskFailure>>;
type JobWatch = Parameters<AirbridgeClient['job']>[2];

const toBase64 = (files: PackFiles): Record<string, string> => Object.fromEntries([...files].map(([name, content]) => [name, Buffer.from(content).toString('base64')]));
const fromBase64 = (files: Readonly<Record<string, string>>): PackFiles => new Map(Object.entries(files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content, 'base64'))]));

const intakeOf = ({ file, answers, ...rest }: IntakeAsk): Parameters<AirbridgeClient['airlift']['previewIntake']>[1] => ({ file: { name: file.name, content: Buffer.from(file.content).toString('base64') }, ...(answers && { answers: { ...answers } }), ...rest });

const sheetOf = ({ file, answers, at }: RequestSheetAsk): Parameters<AirbridgeClient['requests']['fileSheet']>[1] => ({ file: { name: file.name, content: Buffer.from(file.content).toString('base64') }, ...(answers && { answers: { ...answers } }), at });

function stepBehind({ requests }: AirbridgeClient, operation: string, request: string, ask: StepAsk, at: string | undefined, key: string): Asked<FiledRequest> {
  switch (ask.step) {
    case 'ask': return requests.question(operation, request, { question: ask.question, at }, key);
    case 'answer': return requests.answer(operation, request, { answer: ask.answer, ...(ask.lines && { lines: ask.lines.map((line) => ({ ...line })) }), name: ask.name, at }, key);
    case 'accept': return requests.accept(operation, request, { ...(ask.lines && { lines: ask.lines.map(({ within, replaces, ...line }) => ({ ...line, ...(within && { within: [...within] }), ...(replaces && { replaces: [...replaces] }) })) }), reason: ask.reason, at }, key);
    case 'decline': return requests.decline(operation, request, { reason: ask.reason, at }, key);
    case 'withdraw': return requests.withdraw(operation, request, { reason: ask.reason, at }, key);
  }
}

const countsOf = ({ files = [], url, mapping, by: _by, ...rest }: CountsAsk): Parameters<AirbridgeClient['counts']['import']>[1] => ({ ...rest, ...(url === undefined ? { files: files.map(({ name, content }) => ({ name, content: Buffer.from(content).toString('base64') })) } : { url }), ...(mapping && { mapping }) });

const draftOf = (draft: Draft): Parameters<AirbridgeClient['record']>[1] => ({ ...draft, sources: [...draft.sources], evidence: [...draft.evidence], body: draft.body as Record<string, unknown> });

/** `url`: where the server announced itself, such as http://127.0.0.1:4020. `token`: AIRBRIDGE_TOKEN, for a server with accounts. */
export function deskOverHttp(url: string, token = ''): Desk {
  const client = airbridgeClient({ url, ...(token !== '' && { token }) });
  return {
    operationIds: () => mapped(client.operations(), ({ operations }) => operations.map(({ operation }) => operation)),
    operations: () => mapped(client.operations(), ({ operations }) => operations),
    importPack: (files) => answered(client.importPack({ files: toBase64(files) })),
    exportPack: (operation, form) => mapped(client.exportPack(operation, form), ({ files }) => fromBase64(files)),
    facts: (operation, after, limit) => answered(client.facts(operation, { after, limit })),
    follow: (operation, after, signal) => Promise.resolve(ok(pages(client.events(operation, { after: after ?? undefined, signal })))),
    record: (operation, draft, key) => answered(client.record(operation, draftOf(draft), key)),
    recordAll: (operation, drafts, key) => mapped(client.recordAll(operation, { facts: drafts.map(draftOf) }, key), ({ facts }) => facts),
    announcements: { read: (operation, wanted) => answered(client.announcements.read(operation, wanted)) },
    airlift: {
      previewIntake: (operation, wanted) => answered(client.airlift.previewIntake(operation, intakeOf(wanted))),
      acceptIntake: (operation, wanted) => answered(client.airlift.acceptIntake(operation, intakeOf(wanted))),
      serviceRequest: (operation, consignment) => mapped(client.airlift.serviceRequest(operation, consignment), ({ file }) => ({ name: file.name, content: new Uint8Array(Buffer.from(file.content, 'base64')) })),
    },
    counts: {
      preview: (operation, wanted, signal) => answered(client.counts.preview(operation, countsOf(wanted), { signal })),
      import: (operation, wanted) => answered(client.counts.import(operation, countsOf(wanted))),
      report: (operation, wanted) => answered(client.counts.report(operation, wanted)),
      feeds: (operation) => mapped(client.counts.feeds(operation), ({ feeds }) => feeds),
      setFeed: (operation, { by: _by, ...wish }) => answered(client.counts.setFeed(operation, wish)),
      askFeed: (operation, series, signal) => answered(client.counts.askFeed(operation, series, { signal })),
    },
    hub: {
      board: (operation, when) => answered(client.hub.board(operation, when)),
      stockCard: (operation, { lot, ...when }) => answered(client.hub.stockCard(operation, lot, when)),
      holders: (operation, { lots, ...when }) => answered(client.hub.holders(operation, { ...when, lots: lots?.join(',') })),
      units: (operation, wanted) => answered(client.hub.units(operation, wanted)),
      build: (operation, wanted, key) => answered(client.hub.build(operation, wanted, key)),
      scan: (operation, wanted, key) => answered(client.hub.scan(operation, wanted, key)),
    },
    onward: {
      board: (operation, when) => answered(client.onward.board(operation, when)),
      release: (operation, { lines, ...wanted }) => answered(client.onward.release(operation, { ...wanted, ...(lines && { lines: [...lines] }) })),
      keepEvidence: (operation, content) => answered(client.onward.keepEvidence(operation, { content: Buffer.from(content).toString('base64') })),
      // Whether the facts that name it may be read, the server has asked.
      evidence: (operation, sha256) => mapped(client.onward.evidence(operation, sha256), (file) => ({ ...file, namedBy: [] })),
      keepSignatory: (operation, { name, role }) => answered(client.onward.keepSignatory(operation, { name, ...(role !== undefined && { role }) })),
    },
    promises: {
      report: (operation, when) => answered(client.promises.report(operation, when)),
      history: (operation, wanted) => answered(client.promises.history(operation, wanted)),
      takePosition: (operation, { claims, ...wanted }, key) => answered(client.promises.takePosition(operation, { ...wanted, ...(claims && { claims: [...claims] }) }, key)),
      keepSnapshot: (operation, content) => answered(client.promises.keepSnapshot(operation, { content: Buffer.from(content).toString('base64') })),
    },
    need: {
      report: (operation, wanted) => answered(client.need(operation, wanted)),
      parameters: (operation, when) => answered(client.needParameters(operation, when)),
      method: (operation, when) => answered(client.needMethod(operation, when)),
    },
    requests: {
      report: (operation, when) => answered(client.requests.report(operation, when)),
      file: (operation, { lines, via, name, recipient, at }, key) => answered(client.requests.file(operation, { recipient, lines: lines.map((line) => ({ ...line })), via: via === 'desk' ? 'desk' : 'api', name, at }, key)),
      previewSheet: (operation, wanted) => answered(client.requests.previewSheet(operation, sheetOf(wanted))),
      fileSheet: (operation, wanted) => answered(client.requests.fileSheet(operation, sheetOf(wanted))),
      step: (operation, request, wanted, { at }, key) => answered(stepBehind(client, operation, request, wanted, at, key)),
    },
    communiques: {
      draft: (operation, ask) => answered(client.communiques.draft(operation, ask)),
      list: (operation) => mapped(client.communiques.list(operation), ({ communiques }) => communiques),
    },
    papers: {
      list: (operation, when) => answered(client.papers.list(operation, when)),
      paper: (operation, { kind, subject, ...ask }) => answered(client.papers.paper(operation, kind, subject, ask)),
      labels: (operation, { units, ...ask }) => answered(client.papers.labels(operation, { ...ask, units: units?.join(',') })),
      report: (operation, { kind, format, ...ask }) => answered(client.papers.report(operation, kind, format, ask)),
    },
    funding: {
      report: (operation, when) => answered(client.funding.report(operation, when)),
      file: (operation, { file, ...when }) => answered(client.funding.file(operation, file, when)),
    },
    status: (operation, when) => answered(client.status(operation, when)),
    audit: (operation, when) => answered(client.audit(operation, operation === null ? {} : when)),
    plan: (operation, wanted, watch) => mapped(client.job(operation, { ...wanted, kind: 'plan' }, watched(watch)), ({ mps, problem, ...report }) => ({ report, mps: mps ?? null, problem: problem ?? null })),
    approve: (operation, { plan, ...body }, key) => answered(client.approve(operation, plan, body, key)),
    picture: (operation, when) => answered(client.picture(operation, when)),
    standingPlan: (operation, wanted, watch) => answered(client.job(operation, { ...wanted, kind: 'standing-plan' }, watched(watch))),
    explain: (operation, ask, watch) => answered(client.job(operation, { ...ask, kind: 'explanation' }, watched(watch))),
    frontier: (operation, when, watch) => answered(client.job(operation, { ...when, kind: 'frontier' }, watched(watch))),
    choice: {
      hub: (operation, ask, watch) => answered(client.job(operation, { ...ask, kind: 'hub-choice' }, watched(watch))),
      whatIf: (operation, { changes, ...ask }, watch) => answered(client.job(operation, { ...ask, changes: [...changes], kind: 'what-if' }, watched(watch))),
      whatIfs: (operation, { futures, ...ask }, watch) => answered(client.job(operation, { ...ask, futures: futures.map((it) => ({ ...it, changes: [...it.changes] })), kind: 'what-ifs' }, watched(watch))),
      kept: (operation) => mapped(client.whatIfs(operation), ({ whatIfs }) => whatIfs),
    },
    hedge: (operation, ask, watch) => answered(client.job(operation, { ...ask, kind: 'hedge' }, watched(watch))),
    plans: (operation) => mapped(client.plans(operation), ({ plans }) => plans),
    recordedPlan: async (operation, plan) => {
      const found = await answered(client.recordedPlan(operation, plan));
      return !found.ok && found.error.code === 'unknown-plan' ? ok(null) : found;
    },
  };
}

const answered = <T>(asked: Asked<T>): Answer<T> => mapped(asked, (value) => value);

async function mapped<T, U>(asked: Asked<T>, shape: (value: T) => U): Answer<U> {
  const answer = await asked;
  return answer.ok ? ok(shape(answer.value)) : err(failureOf(answer.error));
}

const watched = ({ signal, onProgress }: Watch = {}): JobWatch => ({
  signal,
  onProgress: onProgress && (({ progress, seconds }) => progress !== null && onProgress({ ...progress, seconds })),
});

/** The client's failure in the desk's words; `status` is of the transport. */
const failureOf = ({ status, ...failure }: ClientFailure): DeskFailure =>
  status === null && failure.code === 'server-failed'
    ? { code: 'server-failed', message: `${failure.message}, and it has the data folder`, remedy: 'wait until it has started, or stop it and try again' }
    : failure.code === 'sign-in-needed'
      ? { code: 'forbidden', message: 'the server that has the data folder asks who is there', remedy: 'set AIRBRIDGE_TOKEN to a token that holds; at this machine, make one with: airbridge token new' }
      : (failure as DeskFailure);

/** One by one, as they come over the wire. A refusal ends the stream as a thrown error, like a store that fails does. */
async function* pages(events: AsyncIterable<ClientEvent>): AsyncGenerator<readonly JournalEvent[]> {
  for await (const event of events) {
    if (event.event === 'refused') throw Object.assign(new Error(event.failure.message), { code: event.failure.code, remedy: event.failure.remedy });
    yield [event];
  }
}

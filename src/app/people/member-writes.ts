// What a member writes: each fact is looked at before it goes in, whether its kind is the role's and its subject the member's, and
// bears the member's actor, whatever was sent.

import { type Fact, FACT_BODIES } from '../../domain/facts.ts';
import type { Actor } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Failure } from '../failure.ts';
import type { FiledRequest } from '../need/requests/shape.ts';
import { unknownRequest } from '../need/requests/step-request.ts';
import type { Draft } from '../record-draft.ts';
import { type Answer, forbidden, type Gate, outside } from './gate.ts';
import type { Own } from './own.ts';
import { ownRequest } from './own-requests.ts';
import { isOwnCorrection, isOwnWrite } from './own-writes.ts';
import { FACT_PERMISSIONS, type Permission } from './permissions.ts';
import { scopeOf, seesOperation, type Viewer } from './viewer.ts';

export interface Behalf {
  readonly viewer: Viewer;
  /** As whom the viewer stands in an operation's journal. */
  readonly actor: (operation: string) => Promise<Actor>;
  /** Makes an operation that the viewer has just brought in theirs to see. */
  readonly adopt: (operation: string) => Promise<void>;
}

type Writes = Pick<Desk, 'importPack' | 'record' | 'recordAll' | 'plan' | 'approve'> & { readonly hub: Pick<Desk['hub'], 'build' | 'scan'>; readonly onward: Pick<Desk['onward'], 'release' | 'keepEvidence' | 'keepSignatory'>; readonly airlift: Pick<Desk['airlift'], 'acceptIntake'>; readonly promises: Pick<Desk['promises'], 'takePosition' | 'keepSnapshot'>; readonly requests: Pick<Desk['requests'], 'file' | 'step' | 'previewSheet' | 'fileSheet'>; readonly counts: Pick<Desk['counts'], 'import' | 'setFeed' | 'askFeed'> };

export function memberWrites(desk: Desk, { viewer, actor, adopt }: Behalf, at: Gate): Writes {
  return {
    importPack: async (files) => {
      if (scopeOf(viewer, 'pack.import') !== 'all') return err(forbidden(viewer, 'pack.import'));
      const imported = await desk.importPack(files, async (operation) => {
        const allowed = await importable(desk, viewer, operation);
        return allowed.ok ? ok(await actor(operation)) : allowed;
      });
      if (imported.ok && !seesOperation(viewer, imported.value.operation)) await adopt(imported.value.operation);
      return imported;
    },
    record: async (operation, draft, key) => {
      const allowed = await mayRecord(at, viewer, operation, draft);
      return allowed.ok ? desk.record(operation, { ...draft, by: await actor(operation) }, key) : allowed;
    },
    recordAll: async (operation, drafts, key) => {
      for (const draft of drafts) {
        const allowed = await mayRecord(at, viewer, operation, draft);
        if (!allowed.ok) return allowed;
      }
      const by = drafts.length === 0 ? null : await actor(operation);
      return desk.recordAll(operation, by === null ? [] : drafts.map((draft) => ({ ...draft, by })), key);
    },
    hub: {
      build: (operation, ask, key) => worked(at, viewer, operation, ask, async () => desk.hub.build(operation, { ...ask, by: await actor(operation) }, key)),
      scan: (operation, ask, key) => worked(at, viewer, operation, ask, async () => desk.hub.scan(operation, { ...ask, by: await actor(operation) }, key)),
    },
    airlift: { acceptIntake: (operation, ask) => at.whole(operation, 'intake.work', async () => desk.airlift.acceptIntake(operation, { ...ask, by: await actor(operation) })) },
    counts: {
      import: (operation, ask) => at.whole(operation, 'fact.count', async () => desk.counts.import(operation, { ...ask, by: await actor(operation) })),
      setFeed: (operation, wish) => at.whole(operation, 'fact.count', async () => desk.counts.setFeed(operation, { ...wish, by: await actor(operation) })),
      askFeed: (operation, series, signal) => at.whole(operation, 'fact.count', () => desk.counts.askFeed(operation, series, signal)),
    },
    promises: {
      takePosition: (operation, ask, key) => at.whole(operation, 'fact.position', async () => desk.promises.takePosition(operation, { ...ask, by: await actor(operation) }, key)),
      keepSnapshot: (operation, content) => at.whole(operation, 'fact.announcement', () => desk.promises.keepSnapshot(operation, content)),
    },
    onward: {
      release: (operation, ask) => at.whole(operation, 'plan.release', async () => desk.onward.release(operation, { ...ask, by: await actor(operation) })),
      // Proof says nothing until a fact names it; whose that fact may be is asked when it is recorded.
      keepEvidence: (operation, content) => at.cut(operation, 'fact.receipt', () => desk.onward.keepEvidence(operation, content), (_, kept) => kept),
      keepSignatory: (operation, person) => at.cut(operation, 'fact.receipt', () => desk.onward.keepSignatory(operation, person), (_, kept) => kept),
    },
    requests: {
      previewSheet: (operation, ask, signal) => amongOwn(at, viewer, operation, (own) => desk.requests.previewSheet(operation, { ...ask, among: own?.recipients }, signal)),
      fileSheet: (operation, ask) => amongOwn(at, viewer, operation, async (own) => {
        const filed = await desk.requests.fileSheet(operation, { ...ask, among: own?.recipients, by: await actor(operation) });
        return filed.ok && own !== undefined ? ok({ ...filed.value, requests: filed.value.requests.map((request) => ownRequest(own, request)) }) : filed;
      }),
      file: (operation, ask, key) =>
        ofRecipient(at, viewer, operation, 'request.file', (own) => (own.recipients.has(ask.recipient) ? null : outside(viewer, 'this request')), async () => desk.requests.file(operation, { ...ask, by: await actor(operation) }, key)),
      step: (operation, request, ask, signed, key) =>
        ofRecipient(at, viewer, operation, ask.step === 'answer' || ask.step === 'withdraw' ? 'request.file' : 'request.judge', (own) => notOwn(own, request), async () => desk.requests.step(operation, request, ask, { ...signed, by: await actor(operation) }, key)),
    },
    approve: (operation, ask, key) => at.whole(operation, 'plan.approve', async () => desk.approve(operation, { ...ask, by: await actor(operation) }, key)),
    plan: (operation, ask, watch) => at.whole(operation, 'plan.make', async () => desk.plan(operation, ask.record === true ? { ...ask, by: await actor(operation) } : ask, watch)),
  };
}

/** Work at a hub names a place or an order of that hub; what names neither asks of a unit, wherever it is. */
async function worked<T>(at: Gate, viewer: Viewer, operation: string, { place, dispatch }: { readonly place?: string | undefined; readonly dispatch?: string | undefined }, work: () => Answer<T>): Answer<T> {
  if (scopeOf(viewer, 'hub.work') !== 'own') return at.whole(operation, 'hub.work', work);
  const standing = await at.own(operation);
  if (!standing.ok) return standing;
  const { own } = standing.value;
  const isOwn = (place === undefined || own.subjects.has(place)) && (dispatch === undefined || own.dispatches.has(dispatch));
  return isOwn ? work() : err(outside(viewer, `this ${place ?? dispatch ?? 'work'}`));
}

/** A sheet of requests names anybody, or for whoever files only their own, the viewer's own recipients. */
async function amongOwn<T>(at: Gate, viewer: Viewer, operation: string, work: (own: Own | undefined) => Answer<T>): Answer<T> {
  if (scopeOf(viewer, 'request.file') !== 'own') return at.whole(operation, 'request.file', () => work(undefined));
  const standing = await at.own(operation);
  return standing.ok ? work(standing.value.own) : standing;
}

/** Somebody else's request is refused in the words for one that is not there. */
function notOwn({ known, recipients }: Own, request: string): Failure | null {
  const requests = new Map([...known.requests].filter(([, { requested }]) => recipients.has(requested.recipient)));
  return [...requests.keys()].some((it) => it === request) ? null : unknownRequest(request, { requests });
}

/** What is done for a recipient: anybody's, or the viewer's own. An own answer is cut to what is theirs. */
async function ofRecipient(at: Gate, viewer: Viewer, operation: string, permission: Permission, objection: (own: Own) => Failure | null, work: () => Answer<FiledRequest>): Answer<FiledRequest> {
  if (scopeOf(viewer, permission) !== 'own') return at.whole(operation, permission, work);
  const standing = await at.own(operation);
  if (!standing.ok) return standing;
  const { own } = standing.value;
  const refused = objection(own);
  if (refused !== null) return err(refused);
  const done = await work();
  return done.ok ? ok({ ...done.value, request: ownRequest(own, done.value.request) }) : done;
}

/** A pack of an operation that is new, or the viewer's. */
async function importable(desk: Desk, viewer: Viewer, operation: string): Answer<void> {
  const ids = await desk.operationIds();
  if (!ids.ok) return ids;
  return ids.value.includes(operation) && !seesOperation(viewer, operation) ? err(outside(viewer, `the operation ${operation} of this pack`)) : ok(undefined);
}

/** A body that cannot be read is let through to the use case, which refuses it in its own words. */
async function mayRecord(at: Gate, viewer: Viewer, operation: string, draft: Draft): Answer<void> {
  const standing = await at.own(operation);
  if (!standing.ok) return standing;
  const { own, byId } = standing.value;
  const corrected = correctedBy(draft, byId);
  const permission = permissionFor(draft, corrected);
  const scope = scopeOf(viewer, permission);
  if (scope !== 'own') return scope === 'all' ? ok(undefined) : err(forbidden(viewer, permission));
  const body = FACT_BODIES[draft.kind].safeParse(draft.body);
  const isOwn = !body.success || (corrected === null ? isOwnWrite(own, draft.kind, body.data) : isOwnCorrection(own, corrected, FACT_BODIES['correction.made'].parse(draft.body).replacement?.body));
  return isOwn ? ok(undefined) : err(outside(viewer, `this ${draft.kind}`));
}

/** The fact that a correction corrects; null: it is none, or corrects nothing that is there. */
function correctedBy({ kind, body }: Draft, byId: (id: string) => Fact | undefined): Fact | null {
  const read = kind === 'correction.made' ? FACT_BODIES['correction.made'].safeParse(body) : null;
  return read?.success === true ? (byId(read.data.corrects) ?? null) : null;
}

/** A correction needs what the corrected fact needed. What has no kind of its own to ask for is for those who keep the master data. */
function permissionFor({ kind }: Draft, corrected: Fact | null): Permission {
  const asked = kind === 'correction.made' ? corrected?.kind : kind;
  return asked === undefined || asked === 'correction.made' || asked === 'operation.opened' ? 'fact.master' : FACT_PERMISSIONS[asked];
}

// The desk as one viewer sees it: operations that are not theirs do not exist, answers hold what is theirs, writes outside are
// refused, and every fact bears who recorded it. The rules themselves stand in permissions.ts and own*.ts.

import { ALWAYS, effective } from '../../domain/asof.ts';
import { type Fact, FACT_BODIES } from '../../domain/facts.ts';
import type { Actor } from '../../domain/ids.ts';
import { register, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PackFiles } from '../../standards/packs/write-pack.ts';
import type { AuditReport } from '../custody/audit.ts';
import type { Asked, Desk, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { readPackFacts } from '../journal.ts';
import type { Draft } from '../record-draft.ts';
import { type Own, ownIn } from './own.ts';
import { ownAudit, ownFacts, ownPicture, ownPlan, ownStatus } from './own-answers.ts';
import { isOwnCorrection, isOwnWrite } from './own-writes.ts';
import { FACT_PERMISSIONS, MATRIX, type Permission } from './permissions.ts';
import { scopeOf, seesOperation, subjectsIn, type Viewer } from './viewer.ts';

export interface Behalf {
  readonly viewer: Viewer;
  /** As whom the viewer stands in an operation's journal. */
  readonly actor: (operation: string) => Promise<Actor>;
  /** Makes an operation that the viewer has just brought in theirs to see. */
  readonly adopt: (operation: string) => Promise<void>;
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

export const forbidden = (viewer: Viewer, permission: Permission): Failure => ({
  code: 'forbidden',
  message: viewer.only !== null && !viewer.only.has(permission) ? `this token is not for: ${MATRIX[permission].what.toLowerCase()}` : `the role ${viewer.holder} does not include: ${MATRIX[permission].what.toLowerCase()}`,
  remedy: viewer.only !== null && !viewer.only.has(permission) ? 'make a token with that permission, if your role has it' : 'ask somebody whose role includes it, or an administrator for another role',
});

const outside = (viewer: Viewer, what: string): Failure => ({ code: 'forbidden', message: `${what} is not about what is yours as ${viewer.holder}`, remedy: 'name what your organisation is bound to; an administrator can change that' });

export function memberDesk(desk: Desk, behalf: Behalf): Desk {
  const { viewer } = behalf;
  const at = new Gate(desk, viewer);
  const writing = writes(desk, behalf, at);
  return {
    ...writing,
    operationIds: () => at.visibleIds(),
    operations: async () => {
      const all = await desk.operations();
      return all.ok ? ok(all.value.filter(({ operation }) => seesOperation(viewer, operation))) : all;
    },
    exportPack: (operation, form) => at.whole(operation, 'pack.export', () => desk.exportPack(operation, form)),
    facts: (operation, after, limit) => at.cut(operation, 'journal.read', () => desk.facts(operation, after, limit), (own, page, byId) => ({ ...page, facts: ownFacts(own, page.facts, byId) })),
    status: (operation, when) => at.cut(operation, 'status.read', () => desk.status(operation, when), ownStatus),
    audit: (operation, when) => (operation === null ? auditVisible(at, desk, when) : at.cut(operation, 'audit.run', () => desk.audit(operation, when), ownAudit)),
    picture: (operation, when) => at.cut(operation, 'picture.read', () => desk.picture(operation, when), ownPicture),
    standingPlan: (operation, ask, watch) => at.cut(operation, 'plan.read', () => desk.standingPlan(operation, ask, watch), ownPlan),
    explain: (operation, ask, watch) => at.whole(operation, 'plan.explain', () => desk.explain(operation, ask, watch)),
    frontier: (operation, when, watch) => at.whole(operation, 'plan.compare', () => desk.frontier(operation, when, watch)),
    plans: (operation) => at.cut(operation, 'plan.read', () => desk.plans(operation), (_, plans) => plans),
    recordedPlan: (operation, plan) => at.cut(operation, 'plan.read', () => desk.recordedPlan(operation, plan), (own, found) => (found === null ? null : ownPlan(own, found))),
  };
}

/** Which dispatches of an operation a permission of the viewer reaches. */
export async function dispatchesFor(desk: Desk, viewer: Viewer, operation: string, permission: Permission): Answer<(dispatch: string) => boolean> {
  const gate = new Gate(desk, viewer);
  if (scopeOf(viewer, permission) !== 'own') return gate.whole(operation, permission, async () => ok(() => true));
  const own = await gate.own(operation);
  return own.ok ? ok((dispatch) => own.value.own.dispatches.has(dispatch)) : own;
}

/** Lets a question through whole, cut to what is the viewer's own, or not at all. */
class Gate {
  readonly #desk: Desk;
  readonly #viewer: Viewer;

  constructor(desk: Desk, viewer: Viewer) {
    this.#desk = desk;
    this.#viewer = viewer;
  }

  async visibleIds(): Answer<readonly string[]> {
    const ids = await this.#desk.operationIds();
    return ids.ok ? ok(ids.value.filter((id) => seesOperation(this.#viewer, id))) : ids;
  }

  /** An operation that is not theirs is refused in the words for one that is not there. */
  async visible(operation: string): Answer<string> {
    const ids = await this.visibleIds();
    if (!ids.ok || ids.value.includes(operation)) return ids.ok ? ok(operation) : ids;
    const remedy = ids.value.length > 0 ? `name one of ${ids.value.join(', ')}` : 'ask an administrator to bind your organisation to one';
    return err({ code: 'unknown-operation', message: `there is no operation ${operation} for you`, remedy });
  }

  async whole<T>(operation: string, permission: Permission, ask: () => Answer<T>): Answer<T> {
    const seen = await this.visible(operation);
    if (!seen.ok) return seen;
    return scopeOf(this.#viewer, permission) === 'all' ? ask() : err(forbidden(this.#viewer, permission));
  }

  async cut<T>(operation: string, permission: Permission, ask: () => Answer<T>, cut: (own: Own, value: T, byId: (id: string) => Fact | undefined) => T): Answer<T> {
    const scope = scopeOf(this.#viewer, permission);
    if (scope !== 'own') return this.whole(operation, permission, ask);
    const own = await this.own(operation);
    if (!own.ok) return own;
    const answer = await ask();
    return answer.ok ? ok(cut(own.value.own, answer.value, own.value.byId)) : answer;
  }

  async own(operation: string): Answer<{ readonly own: Own; readonly byId: (id: string) => Fact | undefined }> {
    const seen = await this.visible(operation);
    if (!seen.ok) return seen;
    const { member } = this.#viewer;
    if (member === null) return err(forbidden(this.#viewer, 'operations.read'));
    const journal = await knownIn(this.#desk, operation);
    return journal.ok ? ok({ own: ownIn(journal.value.known, member.role, subjectsIn(this.#viewer, operation)), byId: (id) => journal.value.byId.get(id) }) : journal;
  }
}

interface Known {
  readonly last: string;
  readonly known: Register;
  readonly byId: ReadonlyMap<string, Fact>;
}

/** The register of each operation as it was last folded, for as long as nothing was added; by the desk that it came from. */
const folded = new WeakMap<Desk, Map<string, Known>>();

async function knownIn(desk: Desk, operation: string): Answer<Known> {
  const page = await desk.facts(operation, 0, Number.MAX_SAFE_INTEGER);
  if (!page.ok) return page;
  const kept = folded.get(desk) ?? new Map<string, Known>();
  folded.set(desk, kept);
  const last = page.value.facts.at(-1)?.id ?? '';
  const standing = kept.get(operation);
  if (standing?.last === last) return ok(standing);
  const known = { last, known: register(effective(page.value.facts, ALWAYS)), byId: new Map(page.value.facts.map((fact) => [fact.id, fact])) };
  kept.set(operation, known);
  return ok(known);
}

/** All operations that the viewer sees, as one report. */
async function auditVisible(at: Gate, desk: Desk, when: Asked): Answer<AuditReport> {
  const ids = await at.visibleIds();
  if (!ids.ok) return ids;
  const reports: AuditReport[] = [];
  for (const id of ids.value) {
    const report = await at.cut(id, 'audit.run', () => desk.audit(id, when), ownAudit);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok({ ok: reports.every((it) => it.ok), facts: reports.reduce((sum, { facts }) => sum + facts, 0), rows: reports.flatMap(({ rows }) => rows), problems: reports.flatMap(({ problems }) => problems) });
}

function writes(desk: Desk, { viewer, actor, adopt }: Behalf, at: Gate): Pick<Desk, 'importPack' | 'record' | 'plan'> {
  return {
    importPack: async (files) => {
      if (scopeOf(viewer, 'pack.import') !== 'all') return err(forbidden(viewer, 'pack.import'));
      const operation = await importable(desk, viewer, files);
      if (!operation.ok) return operation;
      const imported = await desk.importPack(files, await actor(operation.value));
      if (imported.ok && !seesOperation(viewer, imported.value.operation)) await adopt(imported.value.operation);
      return imported;
    },
    record: async (operation, draft, key) => {
      const allowed = await mayRecord(at, viewer, operation, draft);
      return allowed.ok ? desk.record(operation, { ...draft, by: await actor(operation) }, key) : allowed;
    },
    plan: (operation, ask, watch) => at.whole(operation, 'plan.make', async () => desk.plan(operation, ask.record === true ? { ...ask, by: await actor(operation) } : ask, watch)),
  };
}

/** A pack of an operation that is new, or the viewer's. */
async function importable(desk: Desk, viewer: Viewer, files: PackFiles): Answer<string> {
  const read = readPackFacts(files);
  if (!read.ok) return read;
  const { operation } = read.value;
  const ids = await desk.operationIds();
  if (!ids.ok) return ids;
  return ids.value.includes(operation) && !seesOperation(viewer, operation) ? err(outside(viewer, `the operation ${operation} of this pack`)) : ok(operation);
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

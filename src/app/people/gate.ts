// What a viewer may ask of one operation: whether it is there for them, and whether a question goes through whole, cut to what is
// theirs, or not at all. The rules themselves stand in permissions.ts and own.ts.

import { ALWAYS, effective } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import { register, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Desk, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { type Own, ownIn } from './own.ts';
import { MATRIX, type Permission } from './permissions.ts';
import { scopeOf, seesOperation, subjectsIn, type Viewer } from './viewer.ts';

export type Answer<T> = Promise<Result<T, DeskFailure>>;

export const forbidden = (viewer: Viewer, permission: Permission): Failure => ({
  code: 'forbidden',
  message: viewer.only !== null && !viewer.only.has(permission) ? `this token is not for: ${MATRIX[permission].what.toLowerCase()}` : `the role ${viewer.holder} does not include: ${MATRIX[permission].what.toLowerCase()}`,
  remedy: viewer.only !== null && !viewer.only.has(permission) ? 'make a token with that permission, if your role has it' : 'ask somebody whose role includes it, or an administrator for another role',
});

export const outside = (viewer: Viewer, what: string): Failure => ({ code: 'forbidden', message: `${what} is not about what is yours as ${viewer.holder}`, remedy: 'name what your organisation is bound to; an administrator can change that' });

/** Lets a question through whole, cut to what is the viewer's own, or not at all. */
export class Gate {
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

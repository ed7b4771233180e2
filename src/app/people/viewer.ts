// Who asks, and what of it is theirs: a member by session or token, or the machine itself by its key.

import type { Sha256 } from '../../domain/ids.ts';
import { Actor } from '../../domain/ids.ts';
import { type Holder, type Permission, type Scope, scopeIn, SESSION_ONLY } from './permissions.ts';
import type { Binding, BindingKind, Member, Organisation } from './roster.ts';

export interface Viewer {
  /** Null: the machine itself. */
  readonly member: Member | null;
  readonly holder: Holder;
  readonly bindings: readonly Binding[];
  /** What a token is limited to; null: nothing but the role limits. */
  readonly only: ReadonlySet<Permission> | null;
  /** A browser sends a cookie by itself, whoever made it ask: such requests must say where they come from. */
  readonly by: 'session' | 'token' | 'terminal';
}

/** Which bindings of the organisation count for a role; administrators see every operation. */
const COUNTS: Readonly<Record<Holder, BindingKind | null>> = {
  donor: 'donor',
  carrier: 'carrier',
  'hub-operator': 'place',
  planner: 'operation',
  consignee: 'recipient',
  auditor: 'operation',
  administrator: null,
  terminal: null,
};

export const memberViewer = (member: Member, organisation: Organisation | null, by: 'session' | 'token', only: readonly Permission[] | null): Viewer => ({
  member,
  holder: member.role,
  bindings: (organisation?.bindings ?? []).filter(({ kind }) => kind === COUNTS[member.role]),
  only: only === null ? null : new Set(only),
  by,
});

export const TERMINAL: Viewer = { member: null, holder: 'terminal', bindings: [], only: null, by: 'terminal' };

export function scopeOf(viewer: Viewer, permission: Permission): Scope {
  if (viewer.by === 'token' && SESSION_ONLY.has(permission)) return 'none';
  if (viewer.only !== null && !viewer.only.has(permission)) return 'none';
  return scopeIn(viewer.holder, permission);
}

export const seesOperation = (viewer: Viewer, operation: string): boolean => viewer.holder === 'administrator' || viewer.bindings.some((it) => it.operation === operation);

/** What the viewer's organisation is bound to in an operation. */
export const subjectsIn = (viewer: Viewer, operation: string): ReadonlySet<string> => new Set(viewer.bindings.filter((it) => it.operation === operation).map(({ subject }) => subject));

/** What a fact bears of who did it: role, organisation, and a commitment whose name lies in the vault. Never a name. */
export const actorText = ({ role, organisation }: Member, commitment: Sha256): Actor => Actor.parse(`${role}:${organisation}/${commitment}`);

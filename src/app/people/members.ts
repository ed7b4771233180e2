// Members and organisations: who belongs where, with which role, and what is an organisation's own. Also as whom a member
// stands in a journal.

import type { Actor } from '../../domain/ids.ts';
import { OperationId } from '../../domain/ids.ts';
import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { unknownOrganisation } from './invitations.ts';
import type { PeopleFailure } from './refusal.ts';
import type { Role } from './permissions.ts';
import type { Member, Organisation } from './roster.ts';
import type { PeopleTools } from './tools.ts';
import { actorText, memberViewer, type Viewer } from './viewer.ts';

type Tools = Pick<PeopleTools, 'roster' | 'sessions' | 'clock' | 'store'>;

/** Whose session it is; null: nobody's, or of an account that is closed. */
export async function viewerOfSession({ roster, sessions }: Pick<Tools, 'roster' | 'sessions'>, headers: Headers): Promise<Viewer | null> {
  const id = await sessions.memberOf(headers);
  const member = id === null ? null : await roster.member(id);
  if (member === null || member.endedAt !== null) return null;
  return memberViewer(member, await roster.organisation(member.organisation), 'session', null);
}

/** By id or user name. */
export async function memberNamed({ roster }: Pick<Tools, 'roster'>, name: string): Promise<Result<Member, PeopleFailure>> {
  const found = (await roster.members()).find((it) => it.id === name || it.username === name.toLowerCase());
  return found !== undefined && found.endedAt === null ? ok(found) : err({ code: 'unknown-member', message: `there is no open account ${name}`, remedy: 'the list of members names those there are' });
}

export interface MemberChange {
  readonly role?: Role | undefined;
  readonly organisation?: string | undefined;
  /** True closes the account and ends its sessions; false opens it again. */
  readonly closed?: boolean | undefined;
}

export async function changeMember({ roster, sessions, clock }: Tools, id: string, change: MemberChange): Promise<Result<Member, PeopleFailure>> {
  const all = await roster.members();
  const standing = all.find((it) => it.id === id);
  if (standing === undefined) return err({ code: 'unknown-member', message: 'there is no such member', remedy: 'the list of members names those there are' });
  if (change.organisation !== undefined && (await roster.organisation(change.organisation)) === null) return err(unknownOrganisation(change.organisation));
  const endedAt = change.closed === undefined ? standing.endedAt : change.closed ? (standing.endedAt ?? clock.now()) : null;
  const member: Member = { ...standing, role: change.role ?? standing.role, organisation: change.organisation ?? standing.organisation, endedAt };
  const isLast = !all.some((it) => it.id !== id && it.role === 'administrator' && it.endedAt === null);
  if (standing.role === 'administrator' && standing.endedAt === null && isLast && (member.role !== 'administrator' || endedAt !== null)) {
    return err({ code: 'last-administrator', message: `${standing.username} is the last administrator`, remedy: 'invite another administrator first' });
  }
  await roster.changeMember(id, member);
  if (endedAt !== null) await sessions.endAll(id);
  return ok(member);
}

/** Makes an operation that a planner has brought in the planner's organisation's. */
export async function adopt({ roster }: Pick<Tools, 'roster'>, { organisation }: Member, operation: string): Promise<void> {
  const standing = await roster.organisation(organisation);
  if (standing === null) return;
  const binding = { operation, kind: 'operation', subject: '' } as const;
  const bindings: Organisation['bindings'] = [...standing.bindings.filter((it) => it.operation !== operation || it.kind !== 'operation'), binding];
  await roster.putOrganisation({ ...standing, bindings });
}

/** The name goes into the vault once for each operation, where it can be erased; the fact bears the commitment to it. */
export async function actorOf({ roster, store }: Pick<Tools, 'roster' | 'store'>, { member }: Viewer, operation: string): Promise<Actor> {
  invariant(member !== null, 'the machine itself records nothing');
  const standing = await roster.actor(operation, member.id);
  if (standing !== null) return actorText(member, standing);
  const commitment = await store.keepPerson(OperationId.parse(operation), { name: member.name, contact: member.username, role: member.role });
  return actorText(member, await roster.putActor(operation, member.id, commitment));
}

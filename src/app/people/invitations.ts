// One-time links: to the first administrator, to an account for somebody invited, to a new password. Whoever has the link has
// what it says, once, until it expires; kept is its hash only.

import { err, ok, type Result } from '../../domain/result.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import type { PeopleFailure } from './refusal.ts';
import type { Role } from './permissions.ts';
import type { Invitation } from './roster.ts';
import { hashOf, idOf, MINUTES_PER_DAY } from './secrets.ts';
import type { PeopleTools } from './tools.ts';

/** The organisation of administrators whom nobody has put elsewhere. */
const ADMINISTRATION = 'ADMIN';
const ADMIN_LINK_MINUTES = MINUTES_PER_DAY;
const INVITATION_MINUTES = 7 * MINUTES_PER_DAY;

export interface MadeLink {
  /** Shown once. */
  readonly secret: string;
  readonly expiresAt: Instant;
}

type Answer<T> = Promise<Result<T, PeopleFailure>>;
type Tools = Pick<PeopleTools, 'roster' | 'sessions' | 'clock' | 'randomness'>;

async function make({ roster, clock, randomness }: Tools, to: Pick<Invitation, 'organisation' | 'role' | 'member' | 'madeBy'>, minutes: number): Promise<MadeLink> {
  const secret = randomness.secret();
  const hash = hashOf(secret);
  const madeAt = clock.now();
  const expiresAt = plusMinutes(madeAt, minutes);
  await roster.putInvitation({ ...to, hash, id: idOf(hash), madeAt, expiresAt, usedAt: null });
  return { secret, expiresAt };
}

/** For whoever sits at the machine itself. */
export async function administratorLink(tools: Tools): Promise<MadeLink> {
  if ((await tools.roster.organisation(ADMINISTRATION)) === null) await tools.roster.putOrganisation({ organisation: ADMINISTRATION, name: 'Administration', bindings: [] });
  return make(tools, { organisation: ADMINISTRATION, role: 'administrator', member: null, madeBy: 'terminal' }, ADMIN_LINK_MINUTES);
}

export async function hasAdministrator({ roster }: Pick<Tools, 'roster'>): Promise<boolean> {
  return (await roster.members()).some(({ role, endedAt }) => role === 'administrator' && endedAt === null);
}

export async function invite(tools: Tools, wanted: { readonly organisation: string; readonly role: Role; readonly madeBy: string }): Answer<MadeLink> {
  if ((await tools.roster.organisation(wanted.organisation)) === null) return err(unknownOrganisation(wanted.organisation));
  return ok(await make(tools, { ...wanted, member: null }, INVITATION_MINUTES));
}

export const unknownOrganisation = (organisation: string): PeopleFailure => ({ code: 'unknown-organisation', message: `there is no organisation ${organisation}`, remedy: 'set it up first, with what it is bound to' });

export async function passwordLink(tools: Tools, member: string, madeBy: string): Answer<MadeLink> {
  const found = await tools.roster.member(member);
  if (found === null || found.endedAt !== null) return err({ code: 'unknown-member', message: 'there is no such open account', remedy: 'the list of members names those there are' });
  return ok(await make(tools, { organisation: found.organisation, role: found.role, member, madeBy }, ADMIN_LINK_MINUTES));
}

/** The same words for a link that never was, was used, or is too old: they tell a guesser nothing. */
const LINK_ENDED: PeopleFailure = { code: 'link-ended', message: 'this link does not open anything, or no longer', remedy: 'ask whoever sent it for a new one; a first administrator gets one with: airbridge admin-link' };

export interface Opened {
  readonly role: Role;
  readonly organisation: string;
  /** The user name whose password is set anew; null: an account is made. */
  readonly username: string | null;
  readonly expiresAt: Instant;
}

export async function openInvitation(tools: Tools, secret: string): Answer<Opened> {
  const found = await standing(tools, secret);
  if (found === null) return err(LINK_ENDED);
  const member = found.member === null ? null : await tools.roster.member(found.member);
  return ok({ role: found.role, organisation: found.organisation, username: member?.username ?? null, expiresAt: found.expiresAt });
}

async function standing({ roster, clock }: Tools, secret: string): Promise<Invitation | null> {
  const found = await roster.invitation(hashOf(secret));
  return found !== null && found.usedAt === null && found.expiresAt > clock.now() ? found : null;
}

export interface Joining {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly email: string | null;
}

/** Makes the account, or sets the password; uses the link up. Answers the member. */
export async function join(tools: Tools, secret: string, joining: Joining): Answer<string> {
  const { roster, sessions, clock } = tools;
  const found = await standing(tools, secret);
  if (found === null || !(await roster.useInvitation(found.hash, clock.now()))) return err(LINK_ENDED);
  if (found.member !== null) {
    await sessions.setPassword(found.member, joining.password);
    await sessions.endAll(found.member);
    return ok(found.member);
  }
  const member = await sessions.open({ ...joining, role: found.role, organisation: found.organisation });
  if (member !== null) return ok(member);
  await roster.returnInvitation(found.hash);
  return err({ code: 'name-taken', message: `the user name ${joining.username} is taken, or somebody has this e-mail address already`, remedy: 'choose another user name, or leave the address out' });
}

// API tokens: what a program bears in a member's place. It can do a part of what the member can, until it expires or is revoked;
// it falls with the account.

import { err, ok, type Result } from '../../domain/result.ts';
import { hoursBetween, type Instant, plusMinutes } from '../../domain/time.ts';
import { type Permission, scopeIn, SESSION_ONLY } from './permissions.ts';
import type { PeopleFailure } from './refusal.ts';
import type { Member, Token } from './roster.ts';
import { hashOf, idOf, MINUTES_PER_DAY } from './secrets.ts';
import type { PeopleTools } from './tools.ts';
import { memberViewer, type Viewer } from './viewer.ts';

/** So that one found in a log or a script is known for what it is. */
const MARK = 'abt_';
/** When it was last used is written down at most this often. */
const TOUCH_HOURS = 1 / 60;

export interface TokenWish {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly days: number;
}

/** A token without its secret. */
export type TokenInList = Omit<Token, 'hash' | 'member'>;
const listed = ({ id, name, permissions, madeAt, expiresAt, revokedAt, lastUsedAt }: Token): TokenInList => ({ id, name, permissions, madeAt, expiresAt, revokedAt, lastUsedAt });

export interface MadeToken extends TokenInList {
  /** Shown once. */
  readonly secret: string;
}

type Tools = Pick<PeopleTools, 'roster' | 'clock' | 'randomness'>;

export async function newToken({ roster, clock, randomness }: Tools, member: Member, wish: TokenWish): Promise<Result<MadeToken, PeopleFailure>> {
  const beyond = wish.permissions.filter((it) => SESSION_ONLY.has(it) || scopeIn(member.role, it) === 'none');
  if (beyond.length > 0) return err({ code: 'forbidden', message: `a token of the role ${member.role} cannot have ${beyond.join(', ')}`, remedy: 'leave these out' });
  const secret = `${MARK}${randomness.secret()}`;
  const hash = hashOf(secret);
  const madeAt = clock.now();
  const token: Token = { id: idOf(hash), hash, member: member.id, name: wish.name, permissions: [...new Set(wish.permissions)], madeAt, expiresAt: plusMinutes(madeAt, wish.days * MINUTES_PER_DAY), revokedAt: null, lastUsedAt: null };
  await roster.putToken(token);
  return ok({ ...listed(token), secret });
}

export const tokensOf = async ({ roster }: Tools, member: string): Promise<readonly TokenInList[]> => (await roster.tokensOf(member)).map(listed);

export async function revokeToken({ roster, clock }: Tools, member: string, id: string): Promise<Result<void, PeopleFailure>> {
  return (await roster.revokeToken(member, id, clock.now())) ? ok(undefined) : err({ code: 'unknown-token', message: `there is no such token ${id} that still holds`, remedy: 'the list of tokens names those there are' });
}

const holds = ({ revokedAt, expiresAt }: Token, now: Instant): boolean => revokedAt === null && expiresAt > now;

/** Null: nobody's, or no longer. */
export async function viewerOfToken({ roster, clock }: Tools, secret: string): Promise<Viewer | null> {
  const token = await roster.token(hashOf(secret));
  const now = clock.now();
  if (token === null || !holds(token, now)) return null;
  const member = await roster.member(token.member);
  if (member === null || member.endedAt !== null) return null;
  if (token.lastUsedAt === null || hoursBetween(token.lastUsedAt, now) >= TOUCH_HOURS) await roster.touchToken(token.hash, now);
  return memberViewer(member, await roster.organisation(member.organisation), 'token', token.permissions);
}

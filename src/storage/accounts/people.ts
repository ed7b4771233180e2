// Everything that keeps people on a database: the roster, the sessions, and the randomness of secrets.

import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Randomness } from '../../app/people/roster.ts';
import type { PeopleTools } from '../../app/people/tools.ts';
import type { Tables } from '../tables.ts';
import { rosterOn } from './roster.ts';
import { sessionsOn } from './sessions.ts';

export type AccountsDatabase = Kysely<Tables>;

const SECRET_BYTES = 32;
const randomness: Randomness = { secret: () => randomBytes(SECRET_BYTES).toString('base64url') };

/** `url`: the address that people type. */
export const peopleOn = async (db: AccountsDatabase, url: URL): Promise<Pick<PeopleTools, 'roster' | 'sessions' | 'randomness'>> => ({ roster: rosterOn(db), sessions: await sessionsOn(db, url.origin), randomness });

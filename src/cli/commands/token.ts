// airbridge token new|list|revoke: tokens of a member, for whoever sits at the machine. Elsewhere a member makes their own under
// People, in the pages. What a token is for programs, AIRBRIDGE_TOKEN is for this command line.

import { type Command, InvalidArgumentError } from 'commander';
import { memberNamed } from '../../app/people/members.ts';
import { type Permission, PERMISSIONS, SESSION_ONLY } from '../../app/people/permissions.ts';
import { TOKEN_DAYS_MOST } from '../../app/people/limits.ts';
import { type MadeToken, newToken, revokeToken, type TokenInList, tokensOf } from '../../app/people/tokens.ts';
import { ok } from '../../domain/result.ts';
import { atMachine } from '../machine.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

type OfMember = Common & { readonly member: string };
type NewOptions = OfMember & { readonly permissions: readonly Permission[]; readonly days: number };
const DAYS = 90;

export function tokenCommand(program: Command, world: World, exit: (code: ExitCode) => void): void {
  const token = program.command('token').description('tokens for programs: make, list, revoke (server with accounts)');
  const ofMember = (command: Command): Command => withCommon(command).requiredOption('--member <user>', 'whose token it is, by user name');
  ofMember(token.command('new').description('make a token; its secret is shown once').argument('<name>', 'what it is for'))
    .requiredOption('--permissions <list>', `what it may do, with commas between: ${PERMISSIONS.filter((it) => !SESSION_ONLY.has(it)).join(', ')}`, readPermissions)
    .option('--days <n>', `how long it holds, at most ${TOKEN_DAYS_MOST}`, readDays, DAYS)
    .action(async (name: string, options: NewOptions) => exit(await make(world, name, options)));
  ofMember(token.command('list').description("list a member's tokens")).action(async (options: OfMember) => exit(await list(world, options)));
  ofMember(token.command('revoke').description('revoke a token').argument('<id>', 'its id, as in the list')).action(async (id: string, options: OfMember) => exit(await revoke(world, id, options)));
}

function readPermissions(text: string): Permission[] {
  const names = text.split(',').map((it) => it.trim());
  const unknown = names.filter((name) => !PERMISSIONS.some((it) => it === name));
  if (unknown.length > 0) throw new InvalidArgumentError(`There is no permission ${unknown.join(', ')}.`);
  return PERMISSIONS.filter((it) => names.includes(it));
}

function readDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,3}$/.test(text) || days < 1 || days > TOKEN_DAYS_MOST) throw new InvalidArgumentError(`Write a whole number from 1 to ${TOKEN_DAYS_MOST}.`);
  return days;
}

const pathOf = (member: string): string => `/people/members/${encodeURIComponent(member)}/tokens`;

async function make(world: World, name: string, { member, permissions, days, json, ...common }: NewOptions): Promise<ExitCode> {
  const wish = { name, permissions, days };
  const made = await atMachine<MadeToken>(world, common, {
    byServer: { method: 'POST', path: pathOf(member), body: wish },
    here: async (tools) => {
      const found = await memberNamed(tools, member);
      return found.ok ? newToken(tools, found.value, wish) : found;
    },
  });
  if (!made.ok) return refuse(world, made.error, json === true);
  if (json === true) printJson(world, made.value);
  else world.out(`${made.value.secret}\nShown this once; it holds until ${made.value.expiresAt.slice(0, 10)}. For this command line: AIRBRIDGE_TOKEN=…\n`);
  return 0;
}

async function list(world: World, { member, json, ...common }: OfMember): Promise<ExitCode> {
  const found = await atMachine<{ readonly tokens: readonly TokenInList[] }>(world, common, {
    byServer: { method: 'GET', path: pathOf(member) },
    here: async (tools) => {
      const owner = await memberNamed(tools, member);
      return owner.ok ? ok({ tokens: await tokensOf(tools, owner.value.id) }) : owner;
    },
  });
  if (!found.ok) return refuse(world, found.error, json === true);
  if (json === true) printJson(world, found.value);
  else world.out(tokenTable(found.value.tokens));
  return 0;
}

const day = (instant: string | null): string => instant?.slice(0, 10) ?? '–';

const tokenTable = (tokens: readonly TokenInList[]): string =>
  tokens.length === 0
    ? 'There are no tokens. Make one with: airbridge token new\n'
    : `${table<TokenInList>(
        [
          { title: 'id', cell: ({ id }) => id },
          { title: 'for', cell: ({ name }) => name },
          { title: 'holds until', cell: ({ expiresAt, revokedAt }) => (revokedAt === null ? day(expiresAt) : `revoked ${day(revokedAt)}`) },
          { title: 'last used', cell: ({ lastUsedAt }) => day(lastUsedAt) },
          { title: 'may', cell: ({ permissions }) => permissions.join(', ') },
        ],
        tokens,
      )}\n`;

async function revoke(world: World, id: string, { member, json, ...common }: OfMember): Promise<ExitCode> {
  const done = await atMachine<unknown>(world, common, {
    byServer: { method: 'DELETE', path: `${pathOf(member)}/${encodeURIComponent(id)}` },
    here: async (tools) => {
      const owner = await memberNamed(tools, member);
      return owner.ok ? revokeToken(tools, owner.value.id, id) : owner;
    },
  });
  if (!done.ok) return refuse(world, done.error, json === true);
  if (json === true) printJson(world, { token: id, revoked: true });
  else world.out(`The token ${id} no longer holds.\n`);
  return 0;
}

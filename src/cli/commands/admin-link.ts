// airbridge admin-link: a one-time link to an administrator's account, for whoever sits at the machine.

import type { Command } from 'commander';
import { joinUrl } from '../../app/people/accounts.ts';
import { administratorLink } from '../../app/people/invitations.ts';
import { ok } from '../../domain/result.ts';
import { atMachine } from '../machine.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

export const adminLinkCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('admin-link').description('print a one-time link that makes an administrator (server with accounts)')).action(async (options: Common) => exit(await adminLink(world, options)));

async function adminLink(world: World, options: Common): Promise<ExitCode> {
  const json = options.json === true;
  const made = await atMachine<Link>(world, options, {
    byServer: { method: 'POST', path: '/people/admin-link' },
    here: async (tools, url) => {
      const { secret, expiresAt } = await administratorLink(tools);
      return ok({ url: joinUrl(url, secret), expiresAt });
    },
  });
  if (!made.ok) return refuse(world, made.error, json);
  if (json) printJson(world, made.value);
  else world.out(`${made.value.url}\nIt makes one administrator, once, until ${made.value.expiresAt.slice(0, 16).replace('T', ' ')} UTC.\n`);
  return 0;
}

// airbridge backup FILE: everything that the store holds, in one file, for another folder or another server.

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { backupLines, type Carried } from '../../app/backup.ts';
import { count } from '../../app/figures.ts';
import { invariant } from '../../domain/result.ts';
import { writeLines } from '../backup-file.ts';
import { homeOf, isInFolder, withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

export const backupCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('backup').description('write journals, documents, people and the keys of transparency logs into one file').argument('<file>', 'a new file, such as airbridge.backup')).action(async (file: string, options: Common) =>
    exit(await backup(world, file, options)),
  );

async function backup(world: World, file: string, options: Common): Promise<ExitCode> {
  const json = options.json === true;
  const home = homeOf(world, options);
  if (isInFolder(world) && !existsSync(home)) return refuse(world, { code: 'nothing-to-back-up', message: `the data folder ${home} does not exist`, remedy: 'name the right one with --home or AIRBRIDGE_HOME, or a server with DATABASE_URL' }, json);
  const folder = await world.openFolder(home);
  if (!folder.ok) return refuse(world, folder.error, json);
  const { store, notices } = folder.value;
  for (const notice of notices) world.err(`airbridge: ${notice}\n`);
  try {
    const finished: Carried[] = [];
    const written = await writeLines(file, backupLines(store, world.clock, (all) => finished.push(all)));
    if (!written.ok) return refuse(world, written.error, json);
    const [carried] = finished;
    invariant(carried !== undefined, 'a backup that was written is complete');
    if (json) printJson(world, { file, bytes: written.value, ...carried });
    else world.out(`${carriedText(carried)} written to ${file} (${count(written.value)} bytes). It holds personal data: keep it like a key.\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** `2 operations with 2,190 facts, 3 documents, 1 person in the vault, 0 accounts and 1 transparency log` */
export function carriedText({ operations, documents, people, accounts, logs }: Carried): string {
  const of = (number: number, one: string, many: string): string => `${count(number)} ${number === 1 ? one : many}`;
  const facts = operations.reduce((sum, { seq }) => sum + seq, 0);
  return `${of(operations.length, 'operation', 'operations')} with ${of(facts, 'fact', 'facts')}, ${of(documents, 'document', 'documents')}, ${of(people, 'person', 'people')} in the vault, ${of(accounts, 'account', 'accounts')} and ${of(logs, 'transparency log', 'transparency logs')}`;
}

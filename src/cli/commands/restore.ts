// airbridge restore FILE: a backup into an empty data folder, or into an empty database where DATABASE_URL names one.

import type { Command } from 'commander';
import { restore } from '../../app/restore.ts';
import { readLines, unreadable } from '../backup-file.ts';
import { homeOf, withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';
import { carriedText } from './backup.ts';

export const restoreCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('restore').description('put a backup into an empty store').argument('<file>', 'what airbridge backup wrote')).action(async (file: string, options: Common) => exit(await restoreFile(world, file, options)));

async function restoreFile(world: World, file: string, options: Common): Promise<ExitCode> {
  const json = options.json === true;
  const folder = await world.openFolder(homeOf(world, options));
  if (!folder.ok) return refuse(world, folder.error, json);
  const { store, notices } = folder.value;
  for (const notice of notices) world.err(`airbridge: ${notice}\n`);
  try {
    const restored = await restore(store, () => readLines(file));
    if (!restored.ok) return refuse(world, restored.error, json);
    if (json) printJson(world, { file, ...restored.value });
    else world.out(`${carriedText(restored.value)} restored. airbridge audit checks them.\n`);
    return 0;
  } catch (error) {
    const refusal = unreadable(file, error);
    if (refusal === null) throw error;
    return refuse(world, refusal, json);
  } finally {
    await store.close();
  }
}

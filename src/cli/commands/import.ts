// airbridge import PACK: all of a pack, or nothing of it, joins the journal.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import { atCounter, storeCounter } from '../counter.ts';
import { readFolder } from '../folder.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

export const importCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('import').description('bring an operation pack into the journal: all of it or nothing').argument('<pack>', 'the folder of a pack, or a workbook (.xlsx)')).action(async (pack: string, options: Common) => exit(await importPack(world, pack, options)));

async function importPack(world: World, pack: string, options: Common): Promise<ExitCode> {
  const json = options.json === true;
  const files = await readFolder(pack);
  if (!files.ok) return refuse(world, files.error, json);
  const counter = await storeCounter(world, options, { create: true });
  if (!counter.ok) return refuse(world, counter.error, json);
  const report = await atCounter(counter.value, ({ desk }) => desk.importPack(files.value));
  if (!report.ok) return refuse(world, report.error, json);
  const { operation, facts, known } = report.value;
  if (json) printJson(world, report.value);
  else world.out(`${operation}: ${count(facts)} facts entered${known > 0 ? `, ${count(known)} stood already` : ''}.\n`);
  return 0;
}

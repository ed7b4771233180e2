// airbridge status OP: is the promise kept, and where is every unit?

import type { Command } from 'commander';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { languageOption, withCommon, withInstants, type Common, type Instants, type Spoken } from '../options.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { statusText } from '../status-text.ts';
import { LANGUAGES } from '../../words/languages.ts';
import type { World } from '../world.ts';

export const statusCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('status').description('is the promise kept, and where is every unit?').argument('<op>', 'an operation in the data folder, or the path of a pack'))).addOption(languageOption()).action(async (op: string, options: Common & Instants & Spoken) =>
    exit(await status(world, op, options)),
  );

async function status(world: World, op: string, options: Common & Instants & Spoken): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = progressOf(world, 'Looking at the promises');
  const report = await atCounter(counter.value, ({ desk, operation }) => desk.status(operation, { asOf: options.asOf, knownAt: options.knownAt })).finally(() => progress.done());
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${statusText(report.value, inkFor(world), LANGUAGES[options.lang])}\n`);
  return 0;
}

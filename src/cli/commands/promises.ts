// airbridge promises OP: what was said in public, what contradicts what, and the positions taken.

import type { Command } from 'commander';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { languageOption, withCommon, withInstants, type Common, type Instants, type Spoken } from '../options.ts';
import { promisesText } from '../promises-text.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { LANGUAGES } from '../../words/languages.ts';
import type { World } from '../world.ts';

export const promisesCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('promises').description('what was said in public, what contradicts what, and the positions taken').argument('<op>', 'an operation in the data folder, or the path of a pack'))).addOption(languageOption()).action(async (op: string, options: Common & Instants & Spoken) =>
    exit(await promises(world, op, options)),
  );

async function promises(world: World, op: string, options: Common & Instants & Spoken): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const report = await atCounter(counter.value, ({ desk, operation }) => desk.promises.report(operation, { asOf: options.asOf, knownAt: options.knownAt }));
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${promisesText(report.value, inkFor(world), LANGUAGES[options.lang])}\n`);
  return 0;
}

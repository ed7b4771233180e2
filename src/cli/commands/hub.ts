// airbridge hub OP: why this hub? Every candidate as the hub of the operation, planned whole before its first flight, ranked, with reasons.

import { InvalidArgumentError, Option, type Command } from 'commander';
import { HUB_ORDERS, type HubChoiceReport, type HubOrder } from '../../app/hub-choice/report.ts';
import { ok } from '../../domain/result.ts';
import { candidatesAt } from '../hub-candidates.ts';
import { atCounter, counterFor } from '../counter.ts';
import { hubText } from '../hub-text.ts';
import { inkFor } from '../ink.ts';
import { languageOption, withCommon, withInstants, type Common, type Instants, type Spoken } from '../options.ts';
import { partsOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { LANGUAGES } from '../../words/languages.ts';
import type { World } from '../world.ts';

type Options = Common & Instants & Spoken & { readonly candidates?: string; readonly p: number; readonly by: HubOrder; readonly budget?: number; readonly sensitivity?: true };

export const hubCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('hub').description('why this hub: every candidate planned whole before the first flight, ranked, with reasons').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('--candidates <file>', 'a CSV file or workbook of candidates; default: the twelve airports that Airbridge brings')
    .addOption(new Option('--p <n>', 'so many hubs at once').argParser(readHubs).default(1))
    .addOption(new Option('--by <figure>', 'rank by: the objective of the plan, or one of its figures').choices([...HUB_ORDERS]).default('objective'))
    .addOption(new Option('--budget <euros>', 'what transport may cost at most').argParser(readEuros))
    .option('--sensitivity', 'also find the values of the assumptions at which another hub would come first: minutes')
    .addOption(languageOption())
    .action(async (op: string, options: Options) => exit(await hub(world, op, options)));

async function hub(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const { asOf, knownAt, candidates, p, by, budget, sensitivity } = options;
  const sheet = candidates === undefined ? ok(undefined) : await candidatesAt(candidates);
  if (!sheet.ok) return refuse(world, sheet.error, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = partsOf(world, 'Planning each hub');
  const answer = await atCounter(counter.value, ({ desk, operation }) => desk.choice.hub(operation, { asOf, knownAt, sheet: sheet.value, hubs: p, by, budget, sensitivity }, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${hubText(answer.value, LANGUAGES[options.lang], inkFor(world))}\n`);
  return isClean(answer.value) ? 0 : 1;
}

const isClean = ({ ranking }: HubChoiceReport): boolean => ranking.every(({ check, shocks }) => check.ok && shocks.every((it) => it.check.ok));

function readHubs(text: string): number {
  if (!/^[1-5]$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 to 5.');
  return Number(text);
}

function readEuros(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('Write euros as a number, such as 7000.');
  return Number(text);
}

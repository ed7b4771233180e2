// airbridge what-if OP: the operation as it stands beside what it would be with some changes, given or kept under a name; or what is kept.

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Desk } from '../../app/desk.ts';
import type { WhatIfAsk } from '../../app/what-if/try.ts';
import { changesIn } from '../../domain/plan/change-link.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { atCounter, counterFor } from '../counter.ts';
import { candidatesAt } from '../hub-candidates.ts';
import { inkFor } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { partsOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { keptText, whatIfText } from '../what-if-text.ts';
import type { Refusal, World } from '../world.ts';

interface Options extends Common, Instants {
  readonly change?: readonly Change[];
  readonly kept?: string;
  readonly list?: true;
  readonly candidates?: string;
}

export const whatIfCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('what-if').description('what if: the operation as it stands beside what it would be with some changes, both planned; nothing is written').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .addOption(new Option('--change <change>', 'a change to try, as often as wanted: need*1.2, need:IT:ffp2*1.5, flight:F4+7*1 (like F4, 7 days later, once), rail, rail:ITMXP.ITFCO, hub:ITMXP:IT.ES').argParser(readChange).conflicts(['kept', 'list']))
    .addOption(new Option('--kept <name>', 'the changes that are kept under this name').conflicts('list'))
    .option('--candidates <file>', 'a CSV file or workbook of candidates for another hub; default: the twelve airports that Airbridge brings')
    .option('--list', 'what is kept, and by whom')
    .action(async (op: string, options: Options) => exit(await whatIf(world, op, options)));

function readChange(text: string, before: readonly Change[] = []): readonly Change[] {
  const { changes, unread } = changesIn(text);
  if (unread > 0 || changes.length === 0) throw new InvalidArgumentError('Write a change such as need*1.2, flight:F4+7*1, rail or hub:ITMXP:IT.ES.');
  return [...before, ...changes];
}

async function whatIf(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  if (options.list !== true && options.kept === undefined && options.change === undefined) return refuse(world, { code: 'bad-change', message: 'no change is named', remedy: 'add --change need*1.2, or --kept NAME, or see what is kept with --list' }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  return options.list === true ? list(world, counter.value, json) : compare(world, counter.value, options, json);
}

type Open = Extract<Awaited<ReturnType<typeof counterFor>>, { readonly ok: true }>['value'];

async function list(world: World, counter: Open, json: boolean): Promise<ExitCode> {
  const kept = await atCounter(counter, ({ desk, operation }) => desk.choice.kept(operation));
  if (!kept.ok) return refuse(world, kept.error, json);
  if (json) printJson(world, { whatIfs: kept.value });
  else world.out(`${keptText(kept.value)}\n`);
  return 0;
}

async function compare(world: World, counter: Open, options: Options, json: boolean): Promise<ExitCode> {
  const sheet = options.candidates === undefined ? ok(undefined) : await candidatesAt(options.candidates);
  if (!sheet.ok) return refuse(world, sheet.error, json);
  const progress = partsOf(world, 'Planning both');
  const answer = await atCounter(counter, async ({ desk, operation }) => {
    const ask = await askedBy(desk, operation, options);
    return ask.ok ? desk.choice.whatIf(operation, { ...ask.value, sheet: sheet.value }, progress.watch) : ask;
  }).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${whatIfText(answer.value, inkFor(world))}\n`);
  return answer.value.before.check.ok && answer.value.after.check.ok ? 0 : 1;
}

/** What is kept is asked of the instant that it was kept with, unless another is named. */
async function askedBy(desk: Desk, operation: string, { asOf, knownAt, change = [], kept: name }: Options): Promise<Result<WhatIfAsk, Refusal>> {
  if (name === undefined) return ok({ asOf, knownAt, changes: change });
  const kept = await desk.choice.kept(operation);
  if (!kept.ok) return kept;
  const found = kept.value.find((it) => it.name === name);
  if (found !== undefined) return ok({ asOf: asOf ?? found.asOf ?? undefined, knownAt, changes: found.changes });
  const close = nearest(name, kept.value.map((it) => it.name));
  return err({ code: 'unknown-what-if', message: `no what-if is kept as ${name}`, remedy: close === null ? 'see what is kept with --list' : `did you mean ${close}?` });
}

// airbridge what-if OP: the operation as it stands beside what it would be with some changes, given or kept under a name; beside several
// that are kept; or what is kept.

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Desk } from '../../app/desk.ts';
import type { HandedSheet } from '../../app/hub-choice/report.ts';
import type { WhatIfPlan } from '../../app/what-if/futures.ts';
import type { KeptWhatIf } from '../../app/what-if/kept.ts';
import type { WhatIfsReport } from '../../app/what-if/several.ts';
import type { WhatIfAsk, WhatIfReport } from '../../app/what-if/try.ts';
import { changesIn } from '../../domain/plan/change-link.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import { atCounter, counterFor } from '../counter.ts';
import { candidatesAt } from '../hub-candidates.ts';
import { inkFor, type Ink } from '../ink.ts';
import { readSeveral, withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { partsOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { keptText, whatIfText } from '../what-if-text.ts';
import { whatIfsText } from '../what-ifs-text.ts';
import type { Refusal, World } from '../world.ts';

interface Options extends Common, Instants {
  readonly change?: readonly Change[];
  readonly kept?: readonly string[];
  readonly allKept?: true;
  readonly list?: true;
  readonly candidates?: string;
}

export const whatIfCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('what-if').description('what if: the operation as it stands beside what it would be with some changes, both planned; nothing is written').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .addOption(new Option('--change <change>', 'a change to try, as often as wanted: need*1.2, need:IT:ffp2*1.5, flight:F4+7*1 (like F4, 7 days later, once), rail, rail:ITMXP.ITFCO, hub:ITMXP:IT.ES').argParser(readChange).conflicts(['kept', 'allKept', 'list']))
    .addOption(new Option('--kept <name>', 'the changes that are kept under this name; given more than once: each of them, side by side').argParser(readSeveral).conflicts(['allKept', 'list']))
    .addOption(new Option('--all-kept', 'everything that is kept, side by side').conflicts('list'))
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
  const { list: isList, kept = [], allKept, change } = options;
  if (isList !== true && kept.length === 0 && allKept !== true && change === undefined) return refuse(world, { code: 'bad-change', message: 'no change is named', remedy: 'add --change need*1.2, --kept NAME or --all-kept, or see what is kept with --list' }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  if (isList === true) return list(world, counter.value, json);
  return allKept === true || kept.length > 1 ? compare(world, counter.value, options, json, several(options)) : compare(world, counter.value, options, json, oneFuture(options));
}

type Open = Extract<Awaited<ReturnType<typeof counterFor>>, { readonly ok: true }>['value'];

async function list(world: World, counter: Open, json: boolean): Promise<ExitCode> {
  const kept = await atCounter(counter, ({ desk, operation }) => desk.choice.kept(operation));
  if (!kept.ok) return refuse(world, kept.error, json);
  if (json) printJson(world, { whatIfs: kept.value });
  else world.out(`${keptText(kept.value)}\n`);
  return 0;
}

interface Comparison<T> {
  /** Told while it is made. */
  readonly what: string;
  readonly ask: (desk: Desk, operation: string, sheet: HandedSheet | undefined, watch: PlanWatch) => Promise<Result<T, Refusal>>;
  readonly text: (answer: T, ink: Ink) => string;
  /** All of its plans; null for one that cannot be tried. */
  readonly plans: (answer: T) => readonly (WhatIfPlan | null)[];
}

async function compare<T>(world: World, counter: Open, { candidates }: Options, json: boolean, { what, ask, text, plans }: Comparison<T>): Promise<ExitCode> {
  const sheet = candidates === undefined ? ok(undefined) : await candidatesAt(candidates);
  if (!sheet.ok) return refuse(world, sheet.error, json);
  const progress = partsOf(world, what);
  const answer = await atCounter(counter, ({ desk, operation }) => ask(desk, operation, sheet.value, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${text(answer.value, inkFor(world))}\n`);
  return plans(answer.value).every((plan) => plan?.check.ok === true) ? 0 : 1;
}

const oneFuture = (options: Options): Comparison<WhatIfReport> => ({
  what: 'Planning both',
  ask: async (desk, operation, sheet, watch) => {
    const ask = await askedBy(desk, operation, options);
    return ask.ok ? desk.choice.whatIf(operation, { ...ask.value, sheet }, watch) : ask;
  },
  text: whatIfText,
  plans: ({ before, after }) => [before, after],
});

/** All are asked of one instant; what each was kept with is said where it is another. */
const several = ({ asOf, knownAt, kept: names }: Options): Comparison<WhatIfsReport> => ({
  what: 'Planning each',
  ask: async (desk, operation, sheet, watch) => {
    const kept = await keptUnder(desk, operation, names ?? null);
    if (!kept.ok) return kept;
    if (kept.value.length === 0) return err({ code: 'unknown-what-if', message: 'no what-if is kept yet', remedy: 'keep one on the page /hubs, or add --change need*1.2' });
    const futures = kept.value.map(({ name, changes, asOf: keptAsOf }) => ({ name, changes, keptAsOf }));
    return desk.choice.whatIfs(operation, { asOf, knownAt, futures, sheet }, watch);
  },
  text: whatIfsText,
  plans: ({ standing, futures }) => [standing, ...futures.map(({ plan }) => plan)],
});

/** What is kept is asked of the instant that it was kept with, unless another is named. */
async function askedBy(desk: Desk, operation: string, { asOf, knownAt, change = [], kept }: Options): Promise<Result<WhatIfAsk, Refusal>> {
  if (kept === undefined) return ok({ asOf, knownAt, changes: change });
  const found = await keptUnder(desk, operation, kept);
  if (!found.ok) return found;
  const [only] = found.value;
  return ok({ asOf: asOf ?? only?.asOf ?? undefined, knownAt, changes: only?.changes ?? [] });
}

/** Those under these names, in their order; without names, all. */
async function keptUnder(desk: Desk, operation: string, names: readonly string[] | null): Promise<Result<readonly KeptWhatIf[], Refusal>> {
  const kept = await desk.choice.kept(operation);
  if (!kept.ok || names === null) return kept;
  const missing = names.find((name) => !kept.value.some((it) => it.name === name));
  if (missing === undefined) return ok(names.flatMap((name) => kept.value.filter((it) => it.name === name)));
  const close = nearest(missing, kept.value.map((it) => it.name));
  return err({ code: 'unknown-what-if', message: `no what-if is kept as ${missing}`, remedy: close === null ? 'see what is kept with --list' : `did you mean ${close}?` });
}

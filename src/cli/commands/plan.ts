// airbridge plan OP: who gets what, how and when, and why; 1 where the independent check finds a violation.

import { InvalidArgumentError, Option, type Command } from 'commander';
import { NO_DECISIONS, PlanForbidden } from '../../domain/plan/decisions.ts';
import type { Pallets, Policy } from '../../domain/plan/plan.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { palletsOption, steadyOption, withCommon, withInstants, withPlanning, type Common, type Instants, type Spoken } from '../options.ts';
import { planText } from '../plan-text.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { LANGUAGES } from '../../words/languages.ts';
import type { World } from '../world.ts';
import { writeOver } from '../written.ts';

interface PlanOptions extends Common, Instants, Spoken {
  readonly policy: Policy;
  readonly seed: number;
  readonly gap: number;
  readonly mps?: string;
  readonly problem?: string;
  readonly record?: true;
  readonly scenarios?: 'hold' | 'replan';
  readonly forbid?: readonly PlanForbidden[];
  readonly steady?: boolean | number;
  readonly pallets?: Pallets;
}

export const planCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withPlanning(withInstants(withCommon(program.command('plan').description('who gets what, how and when, and why').argument('<op>', 'an operation in the data folder, or the path of a pack'))))
    .option('--problem <file>', 'write the problem that the plan solves to a file, for airbridge solve')
    .option('--forbid <run[:recipient]>', 'a departure that is not to be used, for everybody or for one recipient; as often as needed', readForbidden)
    .addOption(steadyOption())
    .addOption(palletsOption())
    .addOption(new Option('--scenarios <how>', 'hold: how the plan fares if the need is at its low or high end; replan: also what the best plan for each would do').choices(['hold', 'replan']))
    .option('--record', 'enter the plan in the journal')
    .action(async (op: string, options: PlanOptions) => exit(await plan(world, op, options)));

async function plan(world: World, op: string, options: PlanOptions): Promise<ExitCode> {
  const json = options.json === true;
  const { policy, seed, gap, asOf, knownAt, forbid, steady, pallets, mps, problem } = options;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = progressOf(world, 'Planning');
  const answer = await atCounter(counter.value, ({ desk, operation }) => desk.plan(operation, { policy, seed, gap, asOf, knownAt, scenarios: options.scenarios, record: options.record === true, ...(forbid !== undefined && { decisions: { ...NO_DECISIONS, forbidden: [...forbid] } }), ...(steady !== undefined && { steady }), ...(pallets !== undefined && { pallets }), mps: mps !== undefined, problem: problem !== undefined }, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  const { report } = answer.value;
  for (const [file, what, text] of [[mps, 'the model', answer.value.mps], [problem, 'the problem', answer.value.problem]] as const) {
    const written = file === undefined ? null : await writeOver(file, what, [text ?? '']);
    if (written?.ok === false) return refuse(world, written.error, json);
  }
  if (json) printJson(world, report);
  else world.out(`${planText(report, inkFor(world), LANGUAGES[options.lang])}\n`);
  return report.check.ok ? 0 : 1;
}

/** `T1:IT-25`: departure T1, for Lombardy. */
function readForbidden(text: string, held: readonly PlanForbidden[] = []): readonly PlanForbidden[] {
  const [departure = '', recipient] = text.split(':');
  const read = PlanForbidden.safeParse({ departure, ...(recipient !== undefined && { recipient }), reason: 'asked for on the command line' });
  if (!read.success) throw new InvalidArgumentError('Write a departure, or a departure and a recipient, such as T1:IT-25.');
  return [...held, read.data];
}

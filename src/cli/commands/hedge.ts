// airbridge hedge OP: what time in hand is worth: plans carried out in many scenarios of need and delay, side by side.

import { InvalidArgumentError, type Command } from 'commander';
import { count, moment, percent } from '../../app/figures.ts';
import { SCENARIOS, type HedgeReport } from '../../app/plan/hedge.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

interface HedgeOptions extends Common, Instants {
  readonly scenarios: number;
  readonly seed: number;
}

export const hedgeCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('hedge').description('what time in hand is worth: plans carried out in many scenarios of need and delay').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('--scenarios <n>', 'in how many ways that things may come each plan is carried out, 10 to 2,000', whole(10, 2000), SCENARIOS)
    .option('--seed <n>', 'of what is drawn', whole(0, 2_147_483_647), 1)
    .action(async (op: string, options: HedgeOptions) => exit(await hedge(world, op, options)));

const whole = (least: number, most: number) => (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < least || n > most) throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  return n;
};

async function hedge(world: World, op: string, options: HedgeOptions): Promise<ExitCode> {
  const json = options.json === true;
  const { asOf, knownAt, scenarios, seed } = options;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = progressOf(world, 'Planning with time in hand');
  const answer = await atCounter(counter.value, ({ desk, operation }) => desk.hedge(operation, { asOf, knownAt, scenarios, seed }, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${hedgeText(answer.value, inkFor(world))}\n`);
  return answer.value.plans.every(({ check }) => check.ok) ? 0 : 1;
}

function hedgeText({ operation, asOf, plans }: HedgeReport, ink: Ink): string {
  const rows = table(
    [
      { title: 'in time within what is kept in hand', cell: ({ inHand }) => (inHand === null ? 'none kept' : `${percent(inHand)} of runs`) },
      { title: 'planned cover', cell: ({ coverage }) => percent(coverage.mean), right: true },
      { title: 'expected', cell: ({ fares }) => percent(fares.expected.mean), right: true },
      { title: 'worst tenth', cell: ({ fares }) => percent(fares.worstTenth.mean), right: true },
      { title: 'units late', cell: ({ fares }) => count(fares.expected.unitsLate), right: true },
      { title: 'connections missed', cell: ({ fares }) => fares.expected.missedConnections.toFixed(1), right: true },
      { title: 'cost, €', cell: ({ cost }) => count(cost), right: true },
      { title: 'other way', cell: ({ otherWay }) => percent(otherWay), right: true },
      { title: 'check', cell: ({ check }) => (check.ok ? 'clean' : `${check.violations.length} violations`) },
      { title: '', cell: ({ best }) => (best ? 'fares best' : '') },
    ],
    plans,
  );
  return `${ink.heading(`Time in hand: ${operation}`)}, as of ${moment(asOf)}, ${count(plans[0]?.fares.scenarios ?? 0)} scenarios of need and delay\n${rows}`;
}

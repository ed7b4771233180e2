// airbridge frontier OP: what equity, hours and cost ask of each other, as certified plans side by side.

import type { Command } from 'commander';
import { count, decimal, moment, percent } from '../../app/figures.ts';
import type { FrontierReport } from '../../app/plan/frontier.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

export const frontierCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('frontier').description('what equity, hours and cost ask of each other, as plans side by side').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .action(async (op: string, options: Common & Instants) => exit(await frontier(world, op, options)));

async function frontier(world: World, op: string, options: Common & Instants): Promise<ExitCode> {
  const json = options.json === true;
  const { asOf, knownAt } = options;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = progressOf(world, 'Planning the frontier');
  const answer = await atCounter(counter.value, ({ desk, operation }) => desk.frontier(operation, { asOf, knownAt }, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${frontierText(answer.value, inkFor(world))}\n`);
  return answer.value.points.every(({ check }) => check.ok) ? 0 : 1;
}

const NAMES: Readonly<Record<FrontierReport['points'][number]['point'], string>> = {
  'most-equal': 'most equal',
  'equal-90': '90% of its levels held',
  'equal-75': '75% of its levels held',
  'equal-50': 'half of its levels held',
  'most-relief': 'no level held',
  'equal-cheaper': 'most equal, cost counts 20 times',
  'equal-faster': 'most equal, delay counts 5 times',
};

function frontierText({ operation, asOf, points }: FrontierReport, ink: Ink): string {
  const rows = table(
    [
      { title: 'plan', cell: ({ point }) => NAMES[point] },
      { title: 'worst-off', cell: ({ worstOff }) => percent(worstOff), right: true },
      { title: 'mean cover', cell: ({ coverage }) => percent(coverage.mean), right: true },
      { title: 'Gini', cell: ({ coverage }) => coverage.gini.toFixed(2), right: true },
      { title: 'middle, h', cell: ({ hours }) => (hours.median === null ? '–' : decimal(hours.median)), right: true },
      { title: 'last, h', cell: ({ hours }) => (hours.last === null ? '–' : decimal(hours.last)), right: true },
      { title: 'cost, €', cell: ({ cost }) => count(cost), right: true },
      { title: 'gap', cell: ({ gap }) => `${(gap * 100).toFixed(2)}%`, right: true },
      { title: 'check', cell: ({ check }) => (check.ok ? 'clean' : `${check.violations.length} violations`) },
      { title: '', cell: ({ dominated }) => (dominated ? 'another is better in all' : '') },
    ],
    points,
  );
  return `${ink.heading(`Between equity, hours and cost: ${operation}`)}, as of ${moment(asOf)}\n${rows}`;
}

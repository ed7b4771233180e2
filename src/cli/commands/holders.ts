// airbridge holders OP --lot LOT… | --batch NUMBER: who holds units of these lots, down to handling units. What a recall asks.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import type { HoldersReport } from '../../app/hub/hub-desk.ts';
import { atCounter, counterFor } from '../counter.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

type Options = Common & Instants & { readonly lot?: readonly string[]; readonly batch?: string };

export const holdersCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('holders').description('who holds units of these lots: what a recall asks').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('--lot <lot...>', 'these lots')
    .option('--batch <number>', "every lot of a maker's batch")
    .action(async (op: string, options: Options) => exit(await holders(world, op, options)));

async function holders(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const { lot, batch, asOf, knownAt } = options;
  const report = await atCounter(counter.value, ({ desk, operation }) => desk.hub.holders(operation, { lots: lot, batch, asOf, knownAt }));
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${holdersText(report.value)}\n`);
  return 0;
}

type Row = HoldersReport['holders'][number];

function holdersText({ lots, holders: rows }: HoldersReport): string {
  const columns = [
    { title: 'who', cell: ({ kind, holder }: Row) => `${kind} ${holder}` },
    { title: 'tell', cell: ({ tell }: Row) => tell },
    { title: 'units', cell: ({ units }: Row) => count(units), right: true },
    { title: 'what', cell: ({ lots: own }: Row) => own.map(({ lot, state, units }) => `${count(units)} of ${lot} ${state}`).join(', ') },
    { title: 'handling units', cell: ({ handlingUnits }: Row) => (handlingUnits.length === 0 ? '' : count(handlingUnits.length)), right: true },
  ];
  return [`${lots.length === 1 ? 'Lot' : 'Lots'} ${lots.join(', ')}: ${count(rows.length)} ${rows.length === 1 ? 'holder' : 'holders'}.`, ...(rows.length === 0 ? [] : ['', table(columns, rows)])].join('\n');
}

// airbridge orders OP: release orders, what became of them and when they are expected.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import type { DispatchBoard } from '../../app/onward/board.ts';
import { writeInstant, type Instant } from '../../domain/time.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

export const ordersCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('orders').description('release orders, what became of them, and when they are expected').argument('<op>', 'an operation in the data folder, or the path of a pack'))).action(async (op: string, options: Common & Instants) =>
    exit(await orders(world, op, options)),
  );

async function orders(world: World, op: string, options: Common & Instants): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const board = await atCounter(counter.value, ({ desk, operation }) => desk.onward.board(operation, { asOf: options.asOf, knownAt: options.knownAt }));
  if (!board.ok) return refuse(world, board.error, json);
  if (json) printJson(world, board.value);
  else world.out(`${ordersText(board.value, inkFor(world))}\n`);
  return 0;
}

type Order = DispatchBoard['orders'][number];
const minute = (at: Instant): string => writeInstant(at).slice(5, 16).replace('T', ' ');

function ordersText({ asOf, orders: rows }: DispatchBoard, ink: Ink): string {
  const columns = [
    { title: 'order', cell: ({ dispatch }: Order) => dispatch },
    { title: 'to', cell: ({ name }: Order) => name },
    { title: 'cartons', cell: ({ lots }: Order) => count(lots.reduce((sum, { cartons }) => sum + cartons, 0)), right: true },
    { title: 'state', cell: ({ state }: Order) => state },
    { title: 'planned', cell: ({ planned }: Order) => (planned === null ? '' : minute(planned)) },
    { title: 'expected (UTC)', cell: ({ eta }: Order) => (eta === null ? '' : `${minute(eta.early)} – ${minute(eta.late)}`) },
  ];
  const inTheWay = rows.flatMap(({ dispatch, obstacles }) => obstacles.map(({ kind, lot, detail, paper }) => ink.bad(`  ${dispatch}: ${kind} (${detail}) for lot ${lot}${paper === null ? '' : `; needs ${paper}`}`)));
  return [`${count(rows.length)} release ${rows.length === 1 ? 'order' : 'orders'} at ${writeInstant(asOf)}.`, ...inTheWay, ...(rows.length === 0 ? [] : ['', table(columns, rows)])].join('\n');
}

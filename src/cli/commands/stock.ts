// airbridge stock OP [--lot LOT]: what lies at the hub, lot by lot; or the stock card of one lot.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import type { HubBoard } from '../../app/hub/board.ts';
import type { StockCardReport } from '../../app/hub/hub-desk.ts';
import { writeInstant } from '../../domain/time.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

type Options = Common & Instants & { readonly lot?: string; readonly place?: string };

export const stockCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('stock').description('what lies at the hub, lot by lot; or every movement of one lot').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('--lot <lot>', 'the stock card of this lot')
    .option('--place <place>', 'with --lot: another place than the hub, as UN/LOCODE')
    .action(async (op: string, options: Options) => exit(await stock(world, op, options)));

async function stock(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const { lot, place, asOf, knownAt } = options;
  const told = await atCounter(counter.value, async ({ desk: { hub }, operation }) => {
    if (lot === undefined) {
      const board = await hub.board(operation, { asOf, knownAt });
      return board.ok ? { ok: true as const, value: board.value, text: (ink: Ink) => stockText(board.value, ink) } : board;
    }
    const card = await hub.stockCard(operation, { lot, place, asOf, knownAt });
    return card.ok ? { ok: true as const, value: card.value, text: (ink: Ink) => cardText(card.value, ink) } : card;
  });
  if (!told.ok) return refuse(world, told.error, json);
  if (json) printJson(world, told.value);
  else world.out(`${told.text(inkFor(world))}\n`);
  return 0;
}

type Row = HubBoard['stock'][number];
const STATES = ['landed', 'held', 'quarantined', 'available', 'allocated'] as const;
const dash = (units: number): string => (units === 0 ? '–' : count(units));

function stockText({ hub, asOf, stock: rows, questions, recalls }: HubBoard, ink: Ink): string {
  const head = `${hub} at ${writeInstant(asOf)}: ${count(rows.length)} lots, ${count(questions.length)} open questions, ${count(recalls.filter(({ liftedAt }) => liftedAt === null).length)} recalls.`;
  const columns = [
    { title: 'item', cell: ({ item }: Row) => item },
    { title: 'turn', cell: ({ turn }: Row) => (turn === null ? '' : String(turn)), right: true },
    { title: 'lot', cell: ({ lot, recalled, expired }: Row) => `${lot}${recalled ? ' (recalled)' : expired ? ' (expired)' : ''}` },
    { title: 'expires', cell: ({ expires }: Row) => expires ?? '' },
    ...STATES.map((state) => ({ title: state, cell: ({ units }: Row) => dash(units[state]), right: true })),
  ];
  const open = questions.map(({ lot, kind, expected, found, where }) => ink.bad(`  ${lot} at ${where}: ${kind}, ${count(found)} counted of ${count(expected)}`));
  return [head, ...open, ...(rows.length === 0 ? ['Nothing lies here yet.'] : ['', table(columns, rows)])].join('\n');
}

type Movement = StockCardReport['movements'][number];

function cardText({ lot, item, place, batch, expires, movements }: StockCardReport, ink: Ink): string {
  const head = `Lot ${lot} of ${item} at ${place}${batch === null ? '' : `, batch ${batch}`}${expires === null ? '' : `, expires ${expires}`}.`;
  const columns = [
    { title: 'when', cell: ({ at }: Movement) => writeInstant(at) },
    { title: 'what', cell: ({ kind }: Movement) => kind },
    { title: 'from or to', cell: ({ other }: Movement) => other ?? '' },
    { title: 'in', cell: (row: Movement) => dash(row.in), right: true },
    { title: 'out', cell: ({ out }: Movement) => dash(out), right: true },
    { title: 'left', cell: ({ balance }: Movement) => count(balance), right: true },
  ];
  return [ink.heading(head), '', movements.length === 0 ? 'It has not been here.' : table(columns, movements)].join('\n');
}

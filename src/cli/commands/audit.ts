// airbridge audit [OP]: an independent replay of the journal; 1 where it does not agree.

import type { Command } from 'commander';
import type { AuditReport } from '../../app/custody/audit.ts';
import { count } from '../../app/figures.ts';
import { ok, type Result } from '../../domain/result.ts';
import { atCounter, counterFor, storeCounter, type Counter } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { unitsOrDash } from '../status-text.ts';
import { table } from '../table.ts';
import type { Refusal, World } from '../world.ts';

export const auditCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('audit').description('replay the journal independently: does every unit add up?').argument('[op]', 'an operation in the data folder, or the path of a pack; default: all operations'))).action(
    async (op: string | undefined, options: Common & Instants) => exit(await audit(world, op, options)),
  );

async function audit(world: World, op: string | undefined, options: Common & Instants): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await subject(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const report = await atCounter(counter.value, ({ desk, operation }) => desk.audit(operation, { asOf: options.asOf, knownAt: options.knownAt }));
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${auditText(report.value, inkFor(world))}\n`);
  return report.value.ok ? 0 : 1;
}

async function subject(world: World, op: string | undefined, options: Common): Promise<Result<Counter & { readonly operation: string | null }, Refusal>> {
  if (op !== undefined) return counterFor(world, op, options);
  const counter = await storeCounter(world, options, { create: false });
  return counter.ok ? ok({ ...counter.value, operation: null }) : counter;
}

type Row = AuditReport['rows'][number];
const FIGURES = ['promised', 'surplus', 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'lost'] as const satisfies readonly (keyof Row)[];
const TITLES: Readonly<Partial<Record<(typeof FIGURES)[number], string>>> = { inTheAir: 'in the air', atHub: 'at hub' };

function auditText({ ok: clean, facts, rows, problems }: AuditReport, ink: Ink): string {
  const verdict = clean ? ink.good('Every unit is accounted for') : ink.bad('The journal does not add up');
  const head = `${verdict}: ${count(facts)} facts replayed, ${count(rows.length)} promises × items, ${problems.length} problems.`;
  const columns = [{ title: 'promise', cell: ({ pledge }: Row) => pledge }, { title: 'item', cell: ({ item }: Row) => item }, ...FIGURES.map((name) => ({ title: TITLES[name] ?? name, cell: (row: Row) => unitsOrDash(row[name]), right: true }))];
  return [head, ...problems.map((problem) => ink.bad(`  ${problem}`)), ...(rows.length === 0 ? [] : ['', table(columns, rows)])].join('\n');
}

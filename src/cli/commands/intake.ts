// airbridge intake OP FILE: a shipper's own sheet, read; with --accept its consignment and lots join the journal. 1 while
// something is open.

import type { Command } from 'commander';
import type { IntakeAsk } from '../../app/airlift/intake-shape.ts';
import { count } from '../../app/figures.ts';
import { ok, type Result } from '../../domain/result.ts';
import { sheetGiven } from '../answers.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { intakeText } from '../intake-text.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';

interface IntakeOptions extends Common {
  readonly answers?: string;
  readonly sender?: string;
  readonly at?: string;
  readonly accept?: true;
}

export const intakeCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('intake').description("read a shipper's own spreadsheet as a packing list; --accept enters it").argument('<op>', 'an operation in the data folder').argument('<file>', 'a workbook (.xlsx) or a CSV of any country'))
    .option('--answers <file>', 'a JSON object: id of a question → answer; also "row:17": "aside" and "column:D": "quantity"')
    .option('--sender <name>', 'the organisation that sent it; default: as the sheet says')
    .option('--at <instant>', 'when it was announced; default: now')
    .option('--accept', 'enter the consignment and its lots, where nothing is open')
    .action(async (op: string, file: string, options: IntakeOptions) => exit(await intake(world, op, file, options)));

async function intake(world: World, op: string, file: string, options: IntakeOptions): Promise<ExitCode> {
  const json = options.json === true;
  const ask = await askOf(file, options);
  if (!ask.ok) return refuse(world, ask.error, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  return atCounter(counter.value, async ({ desk, operation }) => {
    const preview = await desk.airlift.previewIntake(operation, ask.value);
    if (!preview.ok) return refuse(world, preview.error, json);
    const isDone = preview.value.duplicateOf?.by === 'file';
    if (options.accept !== true || !(preview.value.matched || isDone)) {
      if (json) printJson(world, preview.value);
      else world.out(`${intakeText(preview.value, inkFor(world))}\n\n${preview.value.matched ? 'Nothing is open. Enter it with --accept.' : isDone ? 'Nothing is left to enter.' : 'Nothing was written.'}\n`);
      return preview.value.matched || isDone ? 0 : 1;
    }
    const accepted = await desk.airlift.acceptIntake(operation, ask.value);
    if (!accepted.ok) return refuse(world, accepted.error, json);
    const { consignment, lots, facts, missingPapers } = accepted.value;
    if (json) printJson(world, accepted.value);
    else world.out(`${consignment}: ${facts === 0 ? 'this file had been accepted before, nothing was written' : `${count(facts)} facts entered, ${count(lots.length)} ${lots.length === 1 ? 'lot' : 'lots'}`}. Papers still missing: ${missingPapers.map((papers) => papers.join(' or ')).join(', ') || 'none'}.\n`);
    return 0;
  });
}

async function askOf(file: string, { answers, sender, at }: IntakeOptions): Promise<Result<IntakeAsk, Refusal>> {
  const given = await sheetGiven(file, answers);
  if (!given.ok) return given;
  return ok({ ...given.value, ...(sender !== undefined && { sender }), ...(at !== undefined && { occurredAt: at }) });
}

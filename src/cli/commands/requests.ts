// airbridge requests OP: which requests for need wait, for whom, and what they stand beside. airbridge request OP FILE: a sheet of
// them, read; with --file they are filed. 1 while something is open.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import type { RequestSheetAsk } from '../../app/need/requests/request-sheets.ts';
import { ok, type Result } from '../../domain/result.ts';
import { sheetGiven } from '../answers.ts';
import { atCounter, counterFor } from '../counter.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { requestSheetText, requestsText } from '../requests-text.ts';
import type { Refusal, World } from '../world.ts';

export const requestsCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('requests').description('requests for need: what waits for a person, what each stands beside').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .action(async (op: string, options: Common & Instants) => exit(await requests(world, op, options)));

async function requests(world: World, op: string, options: Common & Instants): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const report = await atCounter(counter.value, ({ desk, operation }) => desk.requests.report(operation, options));
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${requestsText(report.value)}\n`);
  return 0;
}

interface SheetOptions extends Common {
  readonly answers?: string;
  readonly at?: string;
  readonly file?: true;
}

export const requestCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('request').description('read a sheet of requests for need; --file files them').argument('<op>', 'an operation in the data folder').argument('<file>', 'a workbook (.xlsx) or a CSV of any country'))
    .option('--answers <file>', 'a JSON object: id of a question → answer; also "row:17": "aside" and "column:D": "quantity"')
    .option('--at <instant>', 'when it was asked; default: where the operation stands, or now')
    .option('--file', 'file one request for each recipient, where nothing is open')
    .action(async (op: string, file: string, options: SheetOptions) => exit(await request(world, op, file, options)));

async function request(world: World, op: string, file: string, options: SheetOptions): Promise<ExitCode> {
  const json = options.json === true;
  const ask = await askOf(file, options);
  if (!ask.ok) return refuse(world, ask.error, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  return atCounter(counter.value, async ({ desk, operation }) => {
    const preview = await desk.requests.previewSheet(operation, ask.value);
    if (!preview.ok) return refuse(world, preview.error, json);
    const { matched, filedBefore } = preview.value;
    if (options.file !== true || !(matched || filedBefore)) {
      if (json) printJson(world, preview.value);
      else world.out(`${requestSheetText(preview.value)}\n\n${filedBefore ? 'This file was filed before.' : matched ? 'Nothing is open. File them with --file.' : 'Nothing was written.'}\n`);
      return matched || filedBefore ? 0 : 1;
    }
    const filed = await desk.requests.fileSheet(operation, ask.value);
    if (!filed.ok) return refuse(world, filed.error, json);
    if (json) printJson(world, filed.value);
    else world.out(filed.value.fresh ? `${count(filed.value.requests.length)} ${filed.value.requests.length === 1 ? 'request' : 'requests'} filed: ${filed.value.requests.map(({ request: id, name, state }) => `${id} of ${name}${state === 'asked' ? ' (asked about)' : ''}`).join(', ')}.\n` : 'This file was filed before; nothing was written.\n');
    return 0;
  });
}

async function askOf(file: string, { answers, at }: SheetOptions): Promise<Result<RequestSheetAsk, Refusal>> {
  const given = await sheetGiven(file, answers);
  if (!given.ok) return given;
  return ok({ ...given.value, ...(at !== undefined && { at }) });
}

// airbridge export OP TARGET: the operation as a pack, which imports again without loss.

import { basename } from 'node:path';
import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import { ok } from '../../domain/result.ts';
import { atCounter, counterFor } from '../counter.ts';
import { isWorkbook, writeFolder, writeNew } from '../folder.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

export const exportCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('export').description('write an operation as a pack that imports again without loss').argument('<op>', 'an operation in the data folder, or the path of a pack').argument('<target>', 'a new or an empty folder, or a new workbook (.xlsx)').option('--hxl', 'with a row of HXL tags under each header')).action(
    async (op: string, target: string, options: ExportOptions) => exit(await exportPack(world, op, target, options)),
  );

interface ExportOptions extends Common {
  readonly hxl?: true;
}

async function exportPack(world: World, op: string, target: string, options: ExportOptions): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const pack = await atCounter(counter.value, async ({ desk, operation }) => {
    const files = await desk.exportPack(operation, { as: isWorkbook(target) ? 'xlsx' : 'csv', hxl: options.hxl === true });
    if (!files.ok) return files;
    const all = await desk.operations();
    return all.ok ? ok({ operation, files: files.value, facts: all.value.find((one) => one.operation === operation)?.facts ?? 0 }) : all;
  });
  if (!pack.ok) return refuse(world, pack.error, json);
  const { operation, files, facts } = pack.value;
  const [book = new Uint8Array()] = files.values();
  const written = isWorkbook(target) ? await writeNew(target, book) : await writeFolder(target, files);
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { operation, facts, rejected: [], files: isWorkbook(target) ? [basename(target)] : [...files.keys()] });
  else world.out(`${operation}: ${count(facts)} facts${isWorkbook(target) ? '' : ` in ${files.size} sheets`} written to ${target}.\n`);
  return 0;
}

// airbridge template FILE: a workbook to fill in, with lists to choose from and a guide.

import type { Command } from 'commander';
import { packTemplate } from '../../app/pack/template.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { PackFiles } from '../../standards/packs/write-pack.ts';
import { atCounter, counterFor } from '../counter.ts';
import { isWorkbook, writeNew } from '../folder.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';

interface TemplateOptions extends Common {
  readonly from?: string;
  readonly hxl?: true;
}

export const templateCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('template').description('write a workbook to fill in: every sheet, lists to choose from, a guide').argument('<file>', 'a new workbook (.xlsx)'))
    .option('--from <op>', 'with the places, items, recipients, ways, pledges and lots of this operation to choose from')
    .option('--hxl', 'with a row of HXL tags under each header')
    .action(async (file: string, options: TemplateOptions) => exit(await template(world, file, options)));

async function template(world: World, file: string, options: TemplateOptions): Promise<ExitCode> {
  const json = options.json === true;
  if (!isWorkbook(file)) return refuse(world, { code: 'not-a-workbook', message: `${file} is not named as a workbook`, remedy: 'name a file that ends in .xlsx' }, json);
  const known = options.from === undefined ? ok(null) : await knownTo(world, options.from, options);
  if (!known.ok) return refuse(world, known.error, json);
  const written = await writeNew(file, packTemplate(known.value, options.hxl === true));
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { file, from: options.from ?? null });
  else world.out(`Fill in ${file}, then run: airbridge import ${file}\n`);
  return 0;
}

async function knownTo(world: World, op: string, options: Common): Promise<Result<PackFiles, Refusal>> {
  const counter = await counterFor(world, op, options);
  return counter.ok ? atCounter(counter.value, ({ desk, operation }) => desk.exportPack(operation)) : counter;
}

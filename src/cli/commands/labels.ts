// airbridge labels OP: labels of handling units as PDF, for label printers or on A4.

import { Option, type Command } from 'commander';
import { count } from '../../app/figures.ts';
import { LABEL_FORMATS, type LabelFormat } from '../../standards/documents/label.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import { atCounter, counterFor } from '../counter.ts';
import { writeNew } from '../folder.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';
import { langOption } from './paper.ts';

interface LabelsOptions extends Common, Instants {
  readonly unit?: readonly string[];
  readonly lot?: string;
  readonly inner?: true;
  readonly format: LabelFormat;
  readonly lang?: PaperLanguage;
  readonly output?: string;
}

export const labelsCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('labels').description('labels of handling units as PDF: bars, DataMatrix, QR code').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('--unit <sscc...>', 'these handling units')
    .option('--inner', 'with all that stands in them')
    .option('--lot <lot>', 'all units at the hub that hold something of this lot')
    .addOption(new Option('--format <format>', 'for label printers (a6, a7), or as many as an A4 page holds').choices([...LABEL_FORMATS]).default('carton-a4'))
    .addOption(langOption('en, fr, it or ar; default: the language of the country that the first of them goes to'))
    .option('-o, --output <file>', 'a new file (default: named after the lot or the first unit, here)')
    .action(async (op: string, options: LabelsOptions) => exit(await labels(world, op, options)));

async function labels(world: World, op: string, { unit, lot, inner, format, lang, output, asOf, knownAt, ...options }: LabelsOptions): Promise<ExitCode> {
  const json = options.json === true;
  if (unit === undefined && lot === undefined) return refuse(world, { code: 'unknown-unit', message: 'no handling unit and no lot was named', remedy: 'name one with --unit or --lot; airbridge stock OP lists the lots' }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const file = await atCounter(counter.value, ({ desk, operation }) => desk.papers.labels(operation, { units: unit, lot, inner: inner === true, format, lang, asOf, knownAt }));
  if (!file.ok) return refuse(world, file.error, json);
  const target = output ?? file.value.name;
  const written = await writeNew(target, file.value.content);
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { operation: counter.value.operation, format, file: target, bytes: file.value.content.length });
  else world.out(`${file.value.name}: ${count(file.value.content.length)} bytes written to ${target}.\n`);
  return 0;
}

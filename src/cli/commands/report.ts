// airbridge report OP KIND: a report as a workbook or as PDF, by the ending of the file.

import { extname } from 'node:path';
import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import { ReportKind } from '../../app/reports/kinds.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import { atCounter, counterFor } from '../counter.ts';
import { writeNew } from '../folder.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';
import { langOption } from './paper.ts';

interface ReportOptions extends Common, Instants {
  readonly lang?: PaperLanguage;
  readonly output: string;
  readonly hxl?: true;
}

export const reportCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('report').description('a report as a workbook (.xlsx) or as PDF').argument('<op>', 'an operation in the data folder, or the path of a pack').argument('<kind>', ReportKind.options.join(', '))))
    .addOption(langOption('en, fr, it or ar; default: en'))
    .option('--hxl', 'with a row of HXL tags under each head, in a workbook')
    .requiredOption('-o, --output <file>', 'a new file that ends in .xlsx or .pdf')
    .action(async (op: string, kind: string, options: ReportOptions) => exit(await report(world, op, kind, options)));

async function report(world: World, op: string, named: string, options: ReportOptions): Promise<ExitCode> {
  const json = options.json === true;
  const kind = ReportKind.safeParse(named).data;
  if (kind === undefined) return refuse(world, { code: 'unknown-paper', message: `there is no report ${named}`, remedy: `name one of ${ReportKind.options.join(', ')}` }, json);
  const ending = extname(options.output).toLowerCase();
  const format = ending === '.xlsx' ? 'xlsx' : ending === '.pdf' ? 'pdf' : null;
  if (format === null) return refuse(world, { code: 'not-a-report', message: `${options.output} is neither a workbook nor a PDF`, remedy: 'name a file that ends in .xlsx or .pdf' }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const file = await atCounter(counter.value, ({ desk, operation }) => desk.papers.report(operation, { kind, format, lang: options.lang, hxl: options.hxl === true, asOf: options.asOf, knownAt: options.knownAt }));
  if (!file.ok) return refuse(world, file.error, json);
  const written = await writeNew(options.output, file.value.content);
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { operation: counter.value.operation, kind, file: options.output, bytes: file.value.content.length });
  else world.out(`${file.value.name}: ${count(file.value.content.length)} bytes written to ${options.output}.\n`);
  return 0;
}

// airbridge iati OP: the operation as an IATI activity, and its gifts as flat rows.

import type { Command } from 'commander';
import type { FundingFile, FundingReport } from '../../app/announce/funding-desk.ts';
import type { Desk, DeskFailure } from '../../app/desk.ts';
import { count } from '../../app/figures.ts';
import { ok, type Result } from '../../domain/result.ts';
import { atCounter, counterFor } from '../counter.ts';
import { writeNew } from '../folder.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

interface IatiOptions extends Common, Instants {
  readonly output?: string;
  readonly flat?: string;
}

export const iatiCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('iati').description('what the gifts are worth, for those who track aid: an IATI activity, flat rows').argument('<op>', 'an operation in the data folder, or the path of a pack')))
    .option('-o, --output <file>', 'a new file for the activity (.xml); default: OPERATION-iati.xml, here')
    .option('--flat <file>', 'a new file for the flat rows (.csv), in the manner of the Financial Tracking Service')
    .action(async (op: string, options: IatiOptions) => exit(await iati(world, op, options)));

interface Made {
  readonly report: FundingReport;
  readonly files: readonly { readonly file: string; readonly content: Uint8Array }[];
}

async function iati(world: World, op: string, options: IatiOptions): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const made = await atCounter(counter.value, ({ desk, operation }) => make(desk, operation, options));
  if (!made.ok) return refuse(world, made.error, json);
  const { report, files } = made.value;
  for (const { file, content } of files) {
    const written = await writeNew(file, content);
    if (!written.ok) return refuse(world, written.error, json);
  }
  if (json) printJson(world, { ...report, files: files.map(({ file, content }) => ({ file, bytes: content.length })) });
  else world.out(`${textOf(report)}\n${files.map(({ file, content }) => `${count(content.length)} bytes written to ${file}.\n`).join('')}`);
  return 0;
}

/** All of the same instant, also where that is now. */
async function make(desk: Desk, operation: string, { output, flat, asOf, knownAt }: IatiOptions): Promise<Result<Made, DeskFailure>> {
  const report = await desk.funding.report(operation, { asOf, knownAt });
  if (!report.ok) return report;
  const wanted: readonly (readonly [FundingFile, string | undefined])[] = [['iati.xml', output ?? `${report.value.operation}-iati.xml`], ['funding.csv', flat]];
  const files: Made['files'][number][] = [];
  for (const [kind, file] of wanted) {
    if (file === undefined) continue;
    const made = await desk.funding.file(operation, { file: kind, asOf: report.value.asOf, knownAt });
    if (!made.ok) return made;
    files.push({ file, content: made.value.content });
  }
  return ok({ report: report.value, files });
}

const textOf = ({ identifier, transactions, indicators, rows, notes }: FundingReport): string =>
  [`${identifier}: ${count(transactions)} transactions, ${count(indicators)} indicators; ${count(rows)} flat rows.`, ...notes].join('\n');

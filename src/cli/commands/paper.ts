// airbridge paper OP KIND SUBJECT: a paper of the way as PDF. Without KIND it lists what can be printed now.

import { Option, type Command } from 'commander';
import { count } from '../../app/figures.ts';
import { PaperKind } from '../../app/papers/kinds.ts';
import type { PaperList, PrintablePaper } from '../../app/papers/papers-desk.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../standards/documents/wording.ts';
import { atCounter, counterFor, type Counter } from '../counter.ts';
import { writeNew } from '../folder.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

interface PaperOptions extends Common, Instants {
  readonly lang?: PaperLanguage;
  readonly output?: string;
}

export const langOption = (meaning: string): Option => new Option('--lang <language>', meaning).choices(PAPER_LANGUAGES);

export const paperCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('paper').description('print a paper as PDF; without a kind, list what can be printed').argument('<op>', 'an operation in the data folder, or the path of a pack').argument('[kind]', PaperKind.options.join(', ')).argument('[subject]', 'a consignment, a dispatch, the fact of a loss, or RECALL:HOLDER')))
    .addOption(langOption('en, fr, it or ar; default: the language of the country it goes to'))
    .option('-o, --output <file>', 'a new file (default: the number of the paper, here)')
    .action(async (op: string, kind: string | undefined, subject: string | undefined, options: PaperOptions) => exit(await paper(world, op, kind, subject, options)));

async function paper(world: World, op: string, kind: string | undefined, subject: string | undefined, options: PaperOptions): Promise<ExitCode> {
  const json = options.json === true;
  const known = kind === undefined ? undefined : PaperKind.safeParse(kind).data;
  if (kind !== undefined && known === undefined) return refuse(world, { code: 'unknown-paper', message: `there is no kind of paper ${kind}`, remedy: `name one of ${PaperKind.options.join(', ')}` }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  if (known === undefined || subject === undefined) return list(world, counter.value, known, options);
  const file = await atCounter(counter.value, ({ desk, operation }) => desk.papers.paper(operation, { kind: known, subject, lang: options.lang, asOf: options.asOf, knownAt: options.knownAt }));
  if (!file.ok) return refuse(world, file.error, json);
  const target = options.output ?? file.value.name;
  const written = await writeNew(target, file.value.content);
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { operation: counter.value.operation, kind: known, subject, number: file.value.name.replace(/\.\w+\.pdf$/, ''), file: target, bytes: file.value.content.length });
  else world.out(`${file.value.name}: ${count(file.value.content.length)} bytes written to ${target}.\n`);
  return 0;
}

async function list(world: World, counter: Counter & { readonly operation: string }, kind: PaperKind | undefined, options: PaperOptions): Promise<ExitCode> {
  const json = options.json === true;
  const all = await atCounter(counter, ({ desk, operation }) => desk.papers.list(operation, { asOf: options.asOf, knownAt: options.knownAt }));
  if (!all.ok) return refuse(world, all.error, json);
  const papers = all.value.papers.filter((it) => kind === undefined || it.kind === kind);
  if (json) printJson(world, { ...all.value, papers });
  else world.out(`${listText({ ...all.value, papers })}\n`);
  return 0;
}

function listText({ papers }: PaperList): string {
  if (papers.length === 0) return 'Nothing can be printed yet: announce a consignment first.';
  const columns = (['kind', 'subject', 'number', 'language'] as const).map((name) => ({ title: name, cell: (row: PrintablePaper) => row[name] }));
  return [table(columns, papers), '', 'Print one: airbridge paper OP KIND SUBJECT [--lang en|fr|it|ar] -o FILE.pdf'].join('\n');
}

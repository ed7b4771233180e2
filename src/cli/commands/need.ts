// airbridge need OP: what each area needs a day, with its stock and how sure we are. airbridge need --counts FILE: the same from
// published counts alone.

import { Option, type Command } from 'commander';
import { needOfCounts } from '../../app/need/from-counts.ts';
import type { NeedReport } from '../../app/need/shape.ts';
import { err, type Result } from '../../domain/result.ts';
import { LocalDate } from '../../domain/time.ts';
import { COUNT_FORMATS, type CountFormat, type CountsFile } from '../../standards/counts/read-counts.ts';
import { decodeText } from '../../standards/sheets/decode-text.ts';
import { countFilesAt } from '../count-files.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { needText } from '../need-text.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';

type Options = Common & Instants & { readonly counts?: string; readonly format?: CountFormat; readonly at?: string };

export const needCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('need').description('who needs how much a day, and how long stocks last; or what published counts say of it').argument('[op]', 'an operation in the data folder, or the path of a pack')))
    .option('--counts <file>', 'instead of OP: a file of published counts; for jhu also a folder of them')
    .addOption(new Option('--format <format>', 'with --counts: ECDC daily; JHU CSSE daily reports or time series; Protezione Civile, regions; WHO global daily').choices([...COUNT_FORMATS]))
    .option('--at <date>', 'with --counts: the day, such as 2020-03-16')
    .action(async (op: string | undefined, options: Options) => exit(await need(world, op, options)));

async function need(world: World, op: string | undefined, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const report = options.counts === undefined ? await ofOperation(world, op, options) : op === undefined ? await ofCounts(world, options.counts, options) : err(EITHER);
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${needText(report.value, inkFor(world))}\n`);
  return 0;
}

const EITHER: Refusal = { code: 'bad-question', message: 'an operation and a file of counts are two questions', remedy: 'leave out OP, or leave out --counts' };

async function ofCounts(world: World, path: string, { format, at }: Options): Promise<Result<NeedReport, Refusal>> {
  if (format === undefined) return err({ code: 'bad-question', message: 'a file of counts needs its format', remedy: 'add --format ecdc, jhu, dpc or who' });
  const day = LocalDate.safeParse(at);
  if (!day.success) return err({ code: 'bad-instant', message: at === undefined ? 'counts are looked at as of a day' : `${at} is not a day`, remedy: 'add a day like --at 2020-03-16' });
  const found = await countFilesAt(path);
  if (!found.ok) return found;
  const files: CountsFile[] = [];
  for (const { name, content } of found.value) {
    const decoded = decodeText(content);
    if (decoded === null) return err({ code: 'no-such-file', message: `${name} is no text`, remedy: 'name a CSV file as the source publishes it' });
    files.push({ name, text: decoded.text });
  }
  return needOfCounts(files, { format, at: day.data, today: LocalDate.parse(world.clock.now().slice(0, 10)) });
}

async function ofOperation(world: World, op: string | undefined, options: Options): Promise<Result<NeedReport, Refusal>> {
  if (op === undefined) return err({ code: 'bad-question', message: 'need of what?', remedy: 'name an operation, the path of a pack, or --counts FILE' });
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return counter;
  const { asOf, knownAt } = options;
  return atCounter(counter.value, ({ desk, operation }) => desk.need.report(operation, { asOf, knownAt }));
}

// airbridge counts OP FILE --format ecdc: official counts join the journal; --preview only looks. Without a file: what stands, of one area
// with --area; --feeds, --feed and --ask: what is fetched by itself. 1 while something is open.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { count } from '../../app/figures.ts';
import type { CountsAsk } from '../../app/need/counts-shape.ts';
import { SERIES_FORMATS, SheetMapping, type SeriesFormat } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { MAPPED_FIELDS } from '../../standards/counts/sheet-words.ts';
import { countFilesAt, type NamedFile } from '../count-files.ts';
import { atCounter, counterFor, type Counter } from '../counter.ts';
import { countsText, feedsText, previewText } from '../counts-text.ts';
import { inkFor } from '../ink.ts';
import { withCommon, withInstants, type Common, type Instants } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';

interface Options extends Common, Instants {
  readonly format?: SeriesFormat;
  readonly series?: string;
  readonly title?: string;
  readonly url?: string;
  readonly paste?: true;
  readonly mapping?: string;
  readonly preview?: true;
  readonly area?: string;
  readonly feeds?: true;
  readonly feed?: string;
  readonly every?: number;
  readonly pause?: true;
  readonly ask?: string;
}
type At = Counter & { readonly operation: string };

export const countsCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(withCommon(program.command('counts').description('official counts: bring a file of them, see what stands, have them fetched').argument('<op>', 'an operation in the data folder').argument('[file]', 'a file of counts, or a folder of CSV files')))
    .addOption(new Option('--format <format>', 'ecdc, jhu, dpc, who as they publish; sheet: any other table').choices([...SERIES_FORMATS]))
    .option('--series <id>', 'the source; default: as the publisher is known. A sheet names its own')
    .option('--title <name>', 'what the source is called, where it is not on record yet')
    .option('--url <address>', 'fetch the file instead of reading one')
    .option('--paste', 'read it from stdin')
    .option('--mapping <file>', 'of a sheet: a JSON object such as {"columns": {"date": "Jour", "cases": "C"}, "counting": "new", "dates": "day-first"}')
    .option('--preview', 'look, and write nothing')
    .option('--area <code>', 'without a file: the days of one area, source beside source')
    .option('--feeds', 'what is fetched by itself, and how that goes')
    .option('--feed <address>', 'have this address fetched by itself')
    .option('--every <hours>', 'with --feed: how often, from 1 to 168 hours', readHours, 24)
    .option('--pause', 'with --feed: set it, and do not ask it')
    .option('--ask <series>', 'ask a feed now')
    .action(async (op: string, file: string | undefined, options: Options) => exit(await counts(world, op, file, options)));

function readHours(text: string): number {
  const hours = Number(text);
  if (!/^\d{1,3}$/.test(text) || hours < 1 || hours > 168) throw new InvalidArgumentError('Write a whole number of hours from 1 to 168.');
  return hours;
}

async function counts(world: World, op: string, file: string | undefined, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const ask = await askOf(file, options);
  if (!ask.ok) return refuse(world, ask.error, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  return atCounter(counter.value, async (at) => {
    if (options.feeds === true || options.feed !== undefined || options.ask !== undefined) return feeds(world, at, options);
    return ask.value === null ? standing(world, at, options) : brought(world, at, ask.value, options);
  });
}

async function brought(world: World, { desk, operation }: At, ask: CountsAsk, { preview: isPreview, json }: Options): Promise<ExitCode> {
  if (isPreview === true) {
    const preview = await desk.counts.preview(operation, ask);
    if (!preview.ok) return refuse(world, preview.error, json === true);
    if (json === true) printJson(world, preview.value);
    else world.out(`${previewText(preview.value, inkFor(world))}\n\nNothing was written.\n`);
    return preview.value.isReady ? 0 : 1;
  }
  const imported = await desk.counts.import(operation, ask);
  if (!imported.ok) return refuse(world, imported.error, json === true);
  if (json === true) printJson(world, imported.value);
  else world.out(`${previewText(imported.value, inkFor(world))}\n\n${imported.value.facts === 0 ? 'All of it was known; nothing was written.' : `${count(imported.value.facts)} facts entered.`}\n`);
  return 0;
}

async function standing(world: World, { desk, operation }: At, { area, asOf, knownAt, json }: Options): Promise<ExitCode> {
  const report = await desk.counts.report(operation, { area, asOf, knownAt });
  if (!report.ok) return refuse(world, report.error, json === true);
  if (json === true) printJson(world, report.value);
  else world.out(`${countsText(report.value, inkFor(world))}\n`);
  return 0;
}

async function feeds(world: World, { desk, operation }: At, { feed, ask, format, series, title, every = 24, pause, json }: Options): Promise<ExitCode> {
  if (feed !== undefined && format === undefined) return refuse(world, NO_FORMAT, json === true);
  const changed = feed !== undefined && format !== undefined ? await desk.counts.setFeed(operation, { url: feed, format, series, title, everyHours: every, active: pause !== true }) : ask === undefined ? null : await desk.counts.askFeed(operation, ask);
  if (changed?.ok === false) return refuse(world, changed.error, json === true);
  const all = changed === null ? await desk.counts.feeds(operation) : ok([changed.value]);
  if (!all.ok) return refuse(world, all.error, json === true);
  if (json === true) printJson(world, { feeds: all.value });
  else world.out(`${feedsText(all.value, inkFor(world))}\n`);
  return ask !== undefined && all.value.some(({ state }) => state === 'failed') ? 1 : 0;
}

const NO_FORMAT: Refusal = { code: 'bad-question', message: 'counts need their format', remedy: `add --format ${SERIES_FORMATS.join(', ')}` };

/** Null: nothing is brought. */
async function askOf(file: string | undefined, { format, series, title, url, paste, mapping }: Options): Promise<Result<CountsAsk | null, Refusal>> {
  const ways = [file, url, paste].filter((it) => it !== undefined).length;
  if (ways === 0) return ok(null);
  if (ways > 1) return err({ code: 'bad-question', message: 'a file, an address and what is pasted are three questions', remedy: 'leave out two of FILE, --url and --paste' });
  if (format === undefined) return err(NO_FORMAT);
  const given = mapping === undefined ? ok(undefined) : await mappingAt(mapping);
  if (!given.ok) return given;
  const files: Result<readonly NamedFile[] | undefined, Refusal> = file !== undefined ? await countFilesAt(file) : paste === true ? ok([{ name: 'pasted.csv', content: new Uint8Array(await buffer(process.stdin)) }]) : ok(undefined);
  if (!files.ok) return files;
  return ok({ format, series, title, url, files: files.value, mapping: given.value });
}

const { counting, dates, numbers, area } = SheetMapping.shape;
const Given = z.strictObject({ sheet: z.string().optional(), columns: z.partialRecord(z.enum(MAPPED_FIELDS), z.string().min(1)).optional(), area, counting: counting.optional(), dates, numbers });

async function mappingAt(path: string): Promise<Result<z.infer<typeof Given>, Refusal>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  let value: unknown = null;
  try {
    value = text === null ? null : JSON.parse(text);
  } catch {
    value = null;
  }
  const read = Given.safeParse(value);
  return read.success ? ok(read.data) : err({ code: 'bad-answers', message: `${path} holds no mapping${value === null ? '' : `: ${read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`}`, remedy: 'write a JSON object such as {"columns": {"date": "Jour"}, "counting": "new"}' });
}

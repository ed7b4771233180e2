// airbridge read OP FILE|-: a communiqué, a post or an article; the text with the words marked, and the claims that it would make.
// Nothing is written.

import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import process from 'node:process';
import { Option, type Command } from 'commander';
import type { AnnouncementAsk } from '../../app/promise/announcement-shape.ts';
import { LANGUAGES, type Language } from '../../standards/announcements/shape.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor } from '../ink.ts';
import { languageOption, withCommon, type Common, type Spoken } from '../options.ts';
import { readingText } from '../reading-text.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

type Options = Common & Spoken & { readonly publishedAt?: string; readonly language?: Language; readonly link?: string; readonly author?: string; readonly channel?: string };

export const readCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('read').description('read a communiqué, a post or an article into proposed claims; nothing is written').argument('<op>', 'an operation in the data folder, or the path of a pack').argument('<file>', 'a text, or - for what is piped in'))
    .option('--published-at <instant>', '“Friday” is reckoned from it; default: where the operation stands, or now')
    .addOption(new Option('--language <language>', 'of the text; default: recognised').choices([...LANGUAGES]))
    .option('--author <name>', 'who says it: an organisation, a paper')
    .option('--channel <channel>', 'communiqué, post, article, …')
    .option('--link <address>', 'where it was published')
    .addOption(languageOption())
    .action(async (op: string, file: string, options: Options) => exit(await read(world, op, file, options)));

async function read(world: World, op: string, file: string, { publishedAt, language, link, author, channel, lang, ...common }: Options): Promise<ExitCode> {
  const json = common.json === true;
  const text = await (file === '-' ? textOf(process.stdin) : readFile(file, 'utf8')).catch(() => null);
  if (text === null) return refuse(world, { code: 'no-such-file', message: `there is no file ${file}, or it cannot be read`, remedy: 'name a text file, or - and pipe the text in' }, json);
  const counter = await counterFor(world, op, common);
  if (!counter.ok) return refuse(world, counter.error, json);
  const ask: AnnouncementAsk = { text, publishedAt, language, link, author, channel };
  const reading = await atCounter(counter.value, ({ desk, operation }) => desk.announcements.read(operation, ask));
  if (!reading.ok) return refuse(world, reading.error, json);
  if (json) printJson(world, reading.value);
  else world.out(`${readingText(text, reading.value, inkFor(world), lang)}\n`);
  return 0;
}

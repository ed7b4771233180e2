// airbridge communique OP: a communiqué, a post or a correction, drafted out of the ledger's figures; or the texts that there are.

import { Option, type Command } from 'commander';
import type { CommuniqueDraft, DraftAsk } from '../../app/announce/communique/draft.ts';
import type { CommuniqueStatus } from '../../app/announce/communique/register.ts';
import { composed } from '../../domain/announce/communique.ts';
import { writeInstant } from '../../domain/time.ts';
import { atCounter, counterFor } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { languageOption, withCommon, type Common, type Spoken } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { World } from '../world.ts';

type Options = Common & Spoken & Pick<DraftAsk, 'form' | 'tone' | 'length' | 'link' | 'corrects' | 'asOf'> & { readonly list?: true };

export const communiqueCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('communique').description('a communiqué or a post, drafted out of the ledger’s figures; --list: the texts that there are').argument('<op>', 'an operation in the data folder, or the path of a pack'))
    .addOption(new Option('--form <form>', 'a whole text, or a post of a few lines').choices(['communique', 'post']).default('communique'))
    .addOption(new Option('--tone <tone>', 'warm adds thanks; no figure changes').choices(['plain', 'warm']).default('plain'))
    .addOption(new Option('--length <length>', 'how much is told').choices(['short', 'full']).default('full'))
    .addOption(languageOption())
    .option('--as-of <instant>', 'the instant to tell of; default: where the operation stands, or now')
    .option('--link <address>', 'where the numbers lead to their sources')
    .option('--corrects <communique>', 'the correction of a published text')
    .option('--list', 'what was approved and published, and whether it still says what the record holds')
    .action(async (op: string, options: Options) => exit(await announced(world, op, options)));

async function announced(world: World, op: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const told = await atCounter(counter.value, async ({ desk: { communiques }, operation }) => {
    if (options.list === true) {
      const all = await communiques.list(operation);
      return all.ok ? { ok: true as const, value: { communiques: all.value }, text: (ink: Ink) => listText(all.value, ink) } : all;
    }
    const { lang, form, tone, length, asOf, link, corrects } = options;
    const draft = await communiques.draft(operation, { language: lang, form, tone, length, asOf, link, corrects });
    return draft.ok ? { ok: true as const, value: { ...draft.value, text: composed(draft.value.sentences).text }, text: (ink: Ink) => draftText(draft.value, ink) } : draft;
  });
  if (!told.ok) return refuse(world, told.error, json);
  if (json) printJson(world, told.value);
  else world.out(`${told.text(inkFor(world))}\n`);
  return 0;
}

const draftText = (draft: CommuniqueDraft, ink: Ink): string =>
  [composed(draft.sentences).text, ...(draft.isPlanned || draft.form === 'correction' ? [] : ['', ink.quiet('No plan of that instant is recorded, so no expected day is told.')])].join('\n');

function listText(all: readonly CommuniqueStatus[], ink: Ink): string {
  if (all.length === 0) return 'No text has been approved yet. Draft one, and approve it on the page /announce.';
  const columns = [
    { title: 'text', cell: ({ communique }: CommuniqueStatus) => communique },
    { title: 'language', cell: ({ language }: CommuniqueStatus) => language },
    { title: 'state', cell: ({ state }: CommuniqueStatus) => (state === 'stale' ? ink.bad(state) : state) },
    { title: 'published (UTC)', cell: ({ publishedAt }: CommuniqueStatus) => (publishedAt === null ? '' : writeInstant(publishedAt).slice(0, 16).replace('T', ' ')) },
    { title: 'what changed', cell: ({ changes }: CommuniqueStatus) => changes.map(({ figure, was, now }) => `${figure}: ${was} → ${now ?? 'gone'}`).join('; ') },
  ];
  return table(columns, all);
}

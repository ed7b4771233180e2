// airbridge alerts OP: what needs a person, soonest deadline first; with --dead, the messages about it that did not get through.

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { alertsNow, type AlertsReport } from '../../app/alerts/raised.ts';
import type { AlertBook } from '../../app/alerts/book.ts';
import { messagesFor, type MessageInList } from '../../app/alerts/subscriptions.ts';
import { count } from '../../app/figures.ts';
import { deskOverStore } from '../../app/local-desk.ts';
import { airbridgeClient } from '../../client/client.ts';
import { err, type Result } from '../../domain/result.ts';
import { writeInstant, type Instant } from '../../domain/time.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { say, sayAll } from '../../words/say.ts';
import { atCounter, counterFor } from '../counter.ts';
import { homeOf, isInFolder, languageOption, withCommon, type Common, type Spoken } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { table } from '../table.ts';
import type { Refusal, World } from '../world.ts';

type AlertsOptions = Common & Spoken & { readonly dead?: true };

export const alertsCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('alerts').description('what needs a person, soonest deadline first; who is told of it is set up under /alerts').argument('<op>', 'an operation in the data folder, or the path of a pack'))
    .option('--dead', 'instead: messages about it that were given up, with their last error')
    .addOption(languageOption())
    .action(async (op: string, options: AlertsOptions) => exit(await (options.dead === true ? dead(world, op, options) : alerts(world, op, options))));

async function alerts(world: World, op: string, options: AlertsOptions): Promise<ExitCode> {
  const json = options.json === true;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const report = await atCounter(counter.value, ({ desk, operation }) => alertsNow(desk, null, operation));
  if (!report.ok) return refuse(world, report.error, json);
  if (json) printJson(world, report.value);
  else world.out(`${alertsText(report.value, options)}\n`);
  return 0;
}

type Row = AlertsReport['alerts'][number];
const minute = (at: Instant): string => writeInstant(at).slice(0, 16).replace('T', ' ');

function alertsText({ operation, asOf, undecided, alerts: rows }: AlertsReport, { lang }: Spoken): string {
  const language = LANGUAGES[lang];
  const columns = [
    { title: 'act by (UTC)', cell: ({ deadline }: Row) => (deadline === null || deadline <= asOf ? 'now' : minute(deadline)) },
    { title: 'severity', cell: ({ severity }: Row) => severity },
    { title: 'what', cell: ({ title }: Row) => say(title, language) },
  ];
  const head = rows.length === 0 ? `Nothing of ${operation} needs a person at ${writeInstant(asOf)}.` : `${count(rows.length)} ${rows.length === 1 ? 'thing needs' : 'things need'} a person at ${writeInstant(asOf)}.`;
  const open = undecided ? ['No plan of this instant is at hand: whether promises are at risk is not known (airbridge status).'] : [];
  return [head, ...open, ...(rows.length === 0 ? [] : ['', table(columns, rows, ({ text }) => sayAll(text, language))])].join('\n');
}

async function dead(world: World, op: string, options: AlertsOptions): Promise<ExitCode> {
  const json = options.json === true;
  const found = await deadLetters(world, op, options);
  if (!found.ok) return refuse(world, found.error, json);
  if (json) printJson(world, { operation: op, messages: found.value });
  else world.out(`${deadText(op, found.value)}\n`);
  return 0;
}

/** Behind the server that has the data folder, as whoever AIRBRIDGE_TOKEN is; else in the folder or database itself, all of them. */
async function deadLetters(world: World, op: string, options: Common): Promise<Result<readonly MessageInList[], Refusal>> {
  const home = homeOf(world, options);
  const url = (await world.holderOf(home))?.url ?? null;
  const token = world.env['AIRBRIDGE_TOKEN'] ?? '';
  if (url !== null) {
    const listed = await airbridgeClient({ url, ...(token !== '' && { token }) }).alerts.messages(op);
    return listed.ok ? { ok: true, value: listed.value.messages } : listed;
  }
  if (isInFolder(world) && !existsSync(home)) return err({ code: 'unknown-operation', message: `there is no operation yet: the data folder ${home} does not exist`, remedy: 'run npm start, or airbridge import PACK' });
  const folder = await world.openFolder(home);
  if (!folder.ok) return folder;
  try {
    const book: AlertBook = await folder.value.alerts();
    return await messagesFor({ book }, { desk: deskOverStore(folder.value.store, { solver: await world.solver(), clock: world.clock, printer: world.printer }), viewer: null }, op, 'dead');
  } finally {
    await folder.value.store.close();
  }
}

const deadText = (op: string, messages: readonly MessageInList[]): string =>
  messages.length === 0
    ? `No message about ${op} was given up.`
    : table<MessageInList>(
        [
          { title: 'message', cell: ({ id }) => id },
          { title: 'to', cell: ({ address }) => address },
          { title: 'tries', cell: ({ tries }) => count(tries), right: true },
          { title: 'given up (UTC)', cell: ({ settledAt }) => (settledAt === null ? '' : minute(settledAt)) },
          { title: 'last error', cell: ({ lastError }) => lastError ?? '' },
        ],
        messages,
        ({ subject }) => subject,
      );

// airbridge explain PLAN LINE: why a line or a short need is as it is, what things on its way are worth, what would change it.

import type { Command } from 'commander';
import type { Explanation } from '../../app/plan/explain.ts';
import { err, type Result } from '../../domain/result.ts';
import { atCounter, counterFor, storeCounter, type Counter } from '../counter.ts';
import { inkFor, type Ink } from '../ink.ts';
import { languageOption, withCommon, withInstants, type Common, type Instants, type Spoken } from '../options.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import { wrap } from '../wrap.ts';
import type { Language } from '../../words/language.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { say, sayAll, saidOr } from '../../words/say.ts';
import type { Refusal, World } from '../world.ts';

interface ExplainOptions extends Common, Instants, Spoken {
  readonly op?: string;
}

export const explainCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withInstants(
    withCommon(program.command('explain').description('why a line of a plan is as it is, and what would change it').argument('<plan>', 'the id of a plan, or latest').argument('<line>', 'a line such as L7, or a need as RECIPIENT/ITEM')),
  )
    .addOption(languageOption())
    .option('--op <op>', 'the operation, or the path of a pack (default: the operation in the data folder that has the plan)')
    .action(async (plan: string, line: string, options: ExplainOptions) => exit(await explain(world, plan, line, options)));

async function explain(world: World, plan: string, line: string, options: ExplainOptions): Promise<ExitCode> {
  const json = options.json === true;
  const { asOf, knownAt, op } = options;
  const counter = op === undefined ? await storeCounter(world, options, { create: false }) : await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const progress = progressOf(world, 'Planning the alternatives');
  const named = 'operation' in counter.value ? [counter.value.operation as string] : null;
  const answer = await atCounter(counter.value, (at) => explainIn(at, named, { plan, line, asOf, knownAt }, progress.watch)).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  if (json) printJson(world, answer.value);
  else world.out(`${explanationText(answer.value, inkFor(world), LANGUAGES[options.lang])}\n`);
  return 0;
}

/** In the operation that is named, else in the first that has the plan. */
async function explainIn({ desk }: Counter, named: readonly string[] | null, ask: Parameters<Counter['desk']['explain']>[1], watch: ReturnType<typeof progressOf>['watch']): Promise<Result<Explanation, Refusal>> {
  const operations = named === null ? await desk.operationIds() : { ok: true as const, value: named };
  if (!operations.ok) return operations;
  let last: Result<Explanation, Refusal> = err({ code: 'unknown-operation', message: 'there is no operation yet', remedy: 'import a pack, or name one with --op' });
  for (const operation of operations.value) {
    last = await desk.explain(operation, ask, watch);
    if (last.ok || last.error.code !== 'unknown-plan') return last;
  }
  return last;
}

function explanationText({ plan, line, recipient, item, why, because, prices, counterfactuals, noted }: Explanation, ink: Ink, language: Language): string {
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => wrap(text, '  ')).join('\n');
  return [
    `${ink.heading(line === null ? `What ${recipient} still needs of ${item}` : `Line ${line}: ${item} for ${recipient}`)} (plan ${plan})\n${wrap(saidOr(why, because, language).text, '  ')}`,
    `${ink.heading('What one more would be worth, with charters and floors as they are')}\n${prices.length === 0 ? '  Nothing on the way is scarce.' : paragraphs(prices.map((price) => say(price.because, language)))}`,
    `${ink.heading('What would change it, each planned anew')}\n${counterfactuals.length === 0 ? '  Nothing that can be named.' : paragraphs(counterfactuals.map((other) => `${say(other.because, language)}${other.proven ? '' : ' (Not proven.)'}`))}`,
    ...(noted.length === 0 ? [] : [wrap(sayAll(noted, language), '  ')]),
  ].join('\n\n');
}

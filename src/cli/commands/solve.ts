// airbridge solve FILE: a planning problem of a file, with no operation and no journal; 1 where the independent check finds a violation.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { solveFile } from '../../app/plan/solve-file.ts';
import type { Pallets } from '../../domain/plan/plan.ts';
import { writeMps } from '../../planner/mps.ts';
import type { PlanOptions } from '../../planner/plan.ts';
import { decodeText } from '../../standards/sheets/decode-text.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { inkFor } from '../ink.ts';
import { palletsOption, withPlanning, type Spoken } from '../options.ts';
import { planText } from '../plan-text.ts';
import { progressOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';
import { writeOver } from '../written.ts';

interface Options extends Spoken, Pick<PlanOptions, 'policy' | 'seed' | 'gap' | 'engine'> {
  readonly json?: true;
  readonly mps?: string;
  readonly pallets?: Pallets;
}

export const solveCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withPlanning(program.command('solve').description('the plan of a problem file: docs/planning-problem.md').argument('<file>', 'a planning problem as JSON, as plan --problem writes it'))
    .option('--json', 'print one JSON value on stdout, and nothing else')
    .addOption(palletsOption())
    .addOption(new Option('--engine <engine>', 'exact: programs solved to their end; scan: the dual scan, to a gap; default: by size').choices(['exact', 'scan']))
    .action(async (file: string, options: Options) => exit(await solve(world, file, options)));

async function solve(world: World, path: string, { policy, seed, gap, engine, mps, lang, pallets, ...options }: Options): Promise<ExitCode> {
  const json = options.json === true;
  const bytes = await readFile(path).catch(() => null);
  const decoded = bytes === null ? null : decodeText(new Uint8Array(bytes));
  if (decoded === null) return refuse(world, { code: 'no-such-file', message: bytes === null ? `${path} cannot be read` : `${path} is no text`, remedy: 'name a planning problem as JSON: docs/planning-problem.md' }, json);
  const began = performance.now();
  const progress = progressOf(world, 'Planning');
  const answer = await solveFile({ name: basename(path), text: decoded.text }, { policy, seed, gap, ...(engine !== undefined && { engine }), ...(pallets !== undefined && { pallets }) }, await world.solver(), progress.watch).finally(() => progress.done());
  if (!answer.ok) return refuse(world, answer.error, json);
  const { proposal, model } = answer.value;
  if (mps !== undefined) {
    const written = await writeOver(mps, 'the model', writeMps(model(), proposal.plan));
    if (!written.ok) return refuse(world, written.error, json);
  }
  const report = { ...proposal, seconds: Number(((performance.now() - began) / 1000).toFixed(3)) };
  if (json) printJson(world, report);
  else world.out(`${planText(report, inkFor(world), LANGUAGES[lang])}\n`);
  return proposal.check.ok ? 0 : 1;
}

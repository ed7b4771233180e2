// airbridge locate FILE: which hubs to open, asked of a file in a form of the OR-Library, with the bound that proves it.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { chooseHub, HUB_FORMATS, type HubFormat } from '../../app/locate/choose-hub.ts';
import { decodeText } from '../../standards/sheets/decode-text.ts';
import { inkFor } from '../ink.ts';
import { locateText } from '../locate-text.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

interface Options {
  readonly json?: true;
  readonly model: 'pmedian' | 'pcentre' | 'ufl' | 'cfl';
  readonly format?: HubFormat;
  readonly p?: number;
  readonly capacity?: number;
  readonly seconds?: number;
}

export const locateCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void program
    .command('locate')
    .description('which hubs to open, and who is served from which: the best choice, proven, of a file in a form of the OR-Library')
    .argument('<file>', 'a network (pmed) or a table of warehouses (cap)')
    .addOption(new Option('--model <model>', 'pmedian: the least sum of costs; pcentre: the least greatest cost; ufl: openings cost, no capacities; cfl: with capacities').choices(['pmedian', 'pcentre', 'ufl', 'cfl']).makeOptionMandatory())
    .addOption(new Option('--format <format>', 'how the file is written; default: pmed for pmedian and pcentre, cap for ufl and cfl').choices([...HUB_FORMATS]))
    .option('--p <number>', 'how many to open; default: what the file says', (text) => readFigure(text, /^\d{1,6}$/, 'a whole number, such as 5'))
    .option('--capacity <number>', 'for candidates whose capacity the file leaves open', (text) => readFigure(text, /^\d+(\.\d+)?$/, 'a number, such as 8000'))
    .option('--seconds <number>', 'stop after so long, with the best choice and the bound that stand; default: until it is proven', (text) => readFigure(text, /^\d+(\.\d+)?$/, 'seconds, such as 60'))
    .option('--json', 'print one JSON value on stdout, and nothing else')
    .action(async (file: string, options: Options) => exit(await locateIn(world, file, options)));

function readFigure(text: string, form: RegExp, wanted: string): number {
  if (!form.test(text)) throw new InvalidArgumentError(`Write ${wanted}.`);
  return Number(text);
}

async function locateIn(world: World, path: string, { json, model, format, p, capacity, seconds = Infinity }: Options): Promise<ExitCode> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  const bytes = await readFile(path).catch(() => null);
  const decoded = bytes === null ? null : decodeText(new Uint8Array(bytes));
  if (decoded === null) return refuse(world, { code: 'no-such-file', message: bytes === null ? `${path} cannot be read` : `${path} is no text`, remedy: 'name a file in a form of the OR-Library: pmed or cap' }, json === true);
  const choice = chooseHub({ name: basename(path), text: decoded.text }, { model, format: format ?? null, p: p ?? null, capacity: capacity ?? null }, () => passed() > seconds);
  if (!choice.ok) return refuse(world, choice.error, json === true);
  const took = Number(passed().toFixed(3));
  const { open, assignment, notes, ...figures } = choice.value;
  if (json === true) printJson(world, { ...figures, seconds: took, open, assignment, notes });
  else world.out(`${locateText(choice.value, took, inkFor(world))}\n`);
  return 0;
}

// The options that several commands share, and how their values are read.

import { isAbsolute, join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { Pallets } from '../domain/plan/plan.ts';
import { MOST_STEADY_HOURS } from '../domain/operation.ts';
import { LANGUAGES, type LanguageCode } from '../words/languages.ts';
import type { World } from './world.ts';

export interface Common {
  readonly json?: true;
  readonly home?: string;
}

export interface Spoken {
  readonly lang: LanguageCode;
}

export interface Instants {
  readonly asOf?: string;
  readonly knownAt?: string;
}

export const withCommon = (command: Command): Command =>
  command.option('--json', 'print one JSON value on stdout, and nothing else').option('--home <folder>', 'the data folder (default: AIRBRIDGE_HOME, or .airbridge in the checkout)');

export const withInstants = (command: Command): Command =>
  command
    .option('--as-of <instant>', 'what had occurred by then, such as 2020-03-13T23:00:00Z or 2020-03-13; default: where the operation stands, or now')
    .option('--known-at <instant>', 'leave out what was recorded later');

export const policyOption = (): Option => new Option('--policy <policy>', 'equal-cover: the worst-off first; deprivation: the objective alone; severity: most severe first').choices(['equal-cover', 'deprivation', 'severity']).default('equal-cover');

/** What every plan is asked with. */
export const withPlanning = (command: Command): Command =>
  command
    .addOption(policyOption())
    .addOption(languageOption())
    .option('--seed <n>', 'the same seed gives the same plan', readSeed, 1)
    .option('--gap <share>', 'stop when no plan can be better by more than this share; 0: proven optimal', readGap, 0)
    .option('--mps <file>', 'write the solved model to a file, for another solver');

/** What is said in sentences: reasons, notes, verdicts. Headings and refusals are English. */
export const languageOption = (): Option => new Option('--lang <language>', 'reasons, notes and verdicts in English or French; JSON is the same in both').choices(Object.keys(LANGUAGES)).default('en');

/** Of an option that may be given more than once. */
export const readSeveral = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 0 to 999,999,999.');
  return Number(text);
}

function readGap(text: string): number {
  const gap = Number(text);
  if (!/^\d*\.?\d+(e-\d+)?$/.test(text) || gap > 1) throw new InvalidArgumentError('Write a share from 0 (proven optimal) to 1, such as 0.005.');
  return gap;
}

/** Left out, it is as the operation says, or the file. */
export const palletsOption = (): Option => new Option('--pallets <how>', 'whole: goods that go together take and pay the pallet places that they begin; parts: each carton its part of one; default: as the operation or the file says').choices(Pallets.options);

/** Bare, it is as the operation says. */
export const steadyOption = (): Option =>
  new Option('--steady [hours]', 'what the approved plan sends within so many hours costs to change; without hours: as many as the operation says, or 24; 0: nothing costs').preset(true).argParser(readSteady);

function readSteady(text: unknown): boolean | number {
  if (text === true) return true;
  const hours = Number(text);
  if (!/^\d+(\.\d+)?$/.test(String(text)) || hours > MOST_STEADY_HOURS) throw new InvalidArgumentError(`Write a number of hours from 0 to ${MOST_STEADY_HOURS}.`);
  return hours;
}

/** The data folder: the option, else AIRBRIDGE_HOME, else .airbridge in the checkout, or here where Airbridge is installed as a package. */
export function homeOf(world: World, { home }: Common): string {
  const named = home ?? world.env['AIRBRIDGE_HOME'];
  return named === undefined || named === '' ? join(world.base, '.airbridge') : isAbsolute(named) ? named : resolve(named);
}

/** Does the store lie in the data folder? Otherwise on the database server that DATABASE_URL names. */
export const isInFolder = ({ env }: World): boolean => (env['DATABASE_URL'] ?? '') === '';

// How a command says no: a line for each error on stderr, each with its remedy; with --json also one JSON value on stdout.

import type { Rejection } from '../app/failure.ts';
import type { Refusal, World } from './world.ts';

/** 0: done. 1: the answer is no. 2: bad input. */
export type ExitCode = 0 | 1 | 2;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `items.csv, sheet items, row 3, column worth_eur: is negative (found "-1"). Write 0 or more.` */
export function rejectionLine({ file, sheet, row, column, path, value, problem, remedy }: Rejection): string {
  const where = [file, sheet === null ? null : `sheet ${sheet}`, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`, path ?? null].filter((part) => part !== null).join(', ');
  return `${where === '' ? '' : `${where}: `}${sentence(`${problem.replace(/\.$/, '')}${value === null ? '' : ` (found ${JSON.stringify(value)})`}`)} ${sentence(capital(remedy))}`;
}

/** `There is no flight F9. Name another.` */
export const withRemedy = ({ message, remedy }: { readonly message: string; readonly remedy: string }): string => `${sentence(message)} ${sentence(capital(remedy))}`;

const rejectedOf = (refusal: Refusal): readonly Rejection[] => ('rejected' in refusal && Array.isArray(refusal.rejected) ? (refusal.rejected as readonly Rejection[]) : []);

export function refuse(world: World, refusal: Refusal, json: boolean): ExitCode {
  const rejected = rejectedOf(refusal);
  for (const rejection of rejected) world.err(`${rejectionLine(rejection)}\n`);
  world.err(`airbridge: ${withRemedy(refusal)}\n`);
  if (json) world.out(`${JSON.stringify({ operation: null, facts: 0, rejected, error: { code: refusal.code, message: refusal.message, remedy: refusal.remedy } }, null, 2)}\n`);
  return 2;
}

export const printJson = (world: World, value: unknown): void => world.out(`${JSON.stringify(value, null, 2)}\n`);

// A sheet that a command is given, and the file with answers to what it leaves open.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal } from './world.ts';

const Answers = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));

/** Id of a question → answer; null: the file is not there, or holds none. */
function answersIn(bytes: Uint8Array | null): Record<string, string> | null {
  try {
    return bytes === null ? null : (Answers.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null);
  } catch {
    return null;
  }
}

interface SheetGiven {
  readonly file: { readonly name: string; readonly content: Uint8Array };
  readonly answers: Readonly<Record<string, string>>;
}

const read = (path: string): Promise<Uint8Array | null> => readFile(path).then((bytes) => new Uint8Array(bytes), () => null);

/** @param answers the path of a file with answers; left out: none are given. */
export async function sheetGiven(file: string, answers: string | undefined): Promise<Result<SheetGiven, Refusal>> {
  const content = await read(file);
  if (content === null) return err({ code: 'no-such-file', message: `there is no file ${file}, or it cannot be read`, remedy: 'name a workbook (.xlsx) or a CSV file' });
  const given = answers === undefined ? {} : answersIn(await read(answers));
  if (given === null) return err({ code: 'bad-answers', message: `${answers ?? ''} holds no answers`, remedy: 'write a JSON object such as {"numbers": "comma", "row:17": "aside"}' });
  return ok({ file: { name: basename(file), content }, answers: given });
}

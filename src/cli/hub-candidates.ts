// The candidates for a hub that Airbridge brings, and those in a file that somebody names.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HandedSheet } from '../app/hub-choice/report.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Refusal, World } from './world.ts';

const handed = async (path: string): Promise<HandedSheet> => ({ name: basename(path), content: (await readFile(path)).toString('base64') });

export const shippedCandidates = ({ checkout }: World): Promise<HandedSheet> => handed(join(checkout, 'data', 'hubs', 'candidates.csv'));

export async function candidatesAt(path: string): Promise<Result<HandedSheet, Refusal>> {
  try {
    return ok(await handed(path));
  } catch {
    return err({ code: 'no-such-file', message: `there is no file ${path} that can be read`, remedy: 'name a CSV file or a workbook of candidates: docs/how-to/add-a-hub-candidate.md describes it' });
  }
}

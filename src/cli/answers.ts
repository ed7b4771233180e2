// The file with answers to what a sheet leaves open.

import { z } from 'zod';

const Answers = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));

/** Id of a question → answer; null: the file is not there, or holds none. */
export function answersIn(bytes: Uint8Array | null): Record<string, string> | null {
  try {
    return bytes === null ? null : (Answers.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null);
  } catch {
    return null;
  }
}

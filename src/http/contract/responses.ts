// What a route may answer, for its description: the value with a sentence, and the refusals as problem documents.

import { z } from 'zod';
import { Problem } from '../problems.ts';

const REFUSALS = { 400: 'The request cannot be read.', 401: 'Nobody is signed in, or the password is wrong.', 403: 'This is not yours to do.', 404: 'There is no such thing.', 409: 'It stands already, with another content.', 410: 'The link has come to its end.', 422: 'It can be read, but not accepted.', 503: 'Not now; the remedy says when.' } as const;

/** The bytes of a file. */
const FILE = z.string().meta({ format: 'binary' });

interface Described {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>;
}

export function responses(description: string, schema: z.ZodType, ...refusals: (keyof typeof REFUSALS)[]): Record<number, Described> {
  return { 200: { description, content: { 'application/json': { schema } } }, ...refused(refusals) };
}

/** An answer that goes on: server-sent events. */
export const streamed = (description: string, schema: z.ZodType, ...refusals: (keyof typeof REFUSALS)[]): Record<number, Described> => ({ 200: { description, content: { 'text/event-stream': { schema } } }, ...refused(refusals) });

/** Work that was begun. */
export const accepted = (description: string, schema: z.ZodType, ...refusals: (keyof typeof REFUSALS)[]): Record<number, Described> => ({ 202: { description, content: { 'application/json': { schema } } }, ...refused(refusals) });

function refused(refusals: readonly (keyof typeof REFUSALS)[]): Record<number, Described> {
  return Object.fromEntries(refusals.map((status): [number, Described] => [status, { description: REFUSALS[status], content: { 'application/problem+json': { schema: Problem } } }]));
}

/** The same where the answer is a file of this media type. */
export const fileResponses = (description: string, type: string, ...refusals: (keyof typeof REFUSALS)[]): Record<number, Described> => ({ ...responses(description, FILE, ...refusals), 200: { description, content: { [type]: { schema: FILE } } } });

// The text in stretches: each with the claims whose words it bears, or what a figure was set aside as. Stretches never overlap.

import type { Answer, Proposal, SpanOf } from './use-reading.ts';

export interface Stretch {
  readonly start: number;
  readonly text: string;
  /** Proposals, by their place. */
  readonly claims: readonly number[];
  /** Where a claim begins: its number stands there. */
  readonly opens: readonly number[];
  readonly aside: string | null;
}

interface Worded {
  readonly span: SpanOf;
  readonly words: string;
  readonly carried?: true | undefined;
}

/** Every field with its words, lists one by one. */
export const wordsOf = ({ fields }: Pick<Proposal, 'fields'>): readonly (readonly [field: string, said: Worded])[] =>
  Object.entries(fields).flatMap(([name, field]: [string, Worded | readonly Worded[]]) => [field].flat().map((said): [string, Worded] => [name, said]));

export function stretchesOf(text: string, { proposals, unread }: Pick<Answer, 'proposals' | 'unread'>): Stretch[] {
  const own = proposals.map((proposal) => [...wordsOf(proposal).flatMap(([, said]) => (said.carried === true ? [] : [said.span])), ...proposal.because.slice(0, 1).map(({ span }) => span)]);
  const cuts = new Set([0, text.length, ...own.flat().flatMap(({ start, end }) => [start, end]), ...unread.flatMap(({ span }) => [span.start, span.end])]);
  const edges = [...cuts].toSorted((a, b) => a - b);
  const firsts = own.map((spans) => Math.min(...spans.map(({ start }) => start)));
  const stretches: Stretch[] = [];
  for (const [k, start] of edges.entries()) {
    const end = edges[k + 1];
    if (end === undefined) break;
    const holds = ({ start: from, end: to }: SpanOf): boolean => from <= start && to >= end;
    const claims = own.flatMap((spans, index) => (spans.some(holds) ? [index] : []));
    const aside = unread.find(({ span }) => holds(span))?.as ?? null;
    stretches.push({ start, text: text.slice(start, end), claims, opens: firsts.flatMap((first, index) => (first === start ? [index] : [])), aside });
  }
  return stretches;
}

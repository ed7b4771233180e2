// How sure projections and infections are: how good the method was, what estimates of infections rest on, and the counts of the whole
// world that somebody said, each with the round sum that it leads to. Its keys are a contract (GET …/need/method).

import type { LocalDate, Instant } from '../../domain/time.ts';
import type { Parameter } from '../../need/parameter.ts';
import type { PublishedScore } from '../../need/published-scores.ts';

/** `delay-…`: the two delays between infection and death; `growth-low` and `-high`: what growth is held to at either end of the band. */
export type InfectionParameter = 'delay-to-onset' | 'delay-to-onset-spread' | 'delay-to-death' | 'delay-to-death-spread' | 'lag' | 'growth-window' | 'growth-low' | 'growth-high' | 'round-ratio';

/** A count of the world's deaths as somebody said it. */
export interface SaidOfWorld {
  readonly claim: string;
  readonly author: string;
  readonly channel: string;
  readonly at: Instant;
  readonly deaths: number;
  readonly note: string | null;
  readonly facts: readonly number[];
  readonly roundSum: { readonly use: 'never-for-allocation'; readonly people: number; readonly arithmetic: string };
}

export interface MethodReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly scores: {
    /** On this operation's own series up to the instant; empty: they are too short. */
    readonly own: readonly PublishedScore[];
    readonly published: { readonly from: LocalDate; readonly until: LocalDate; readonly rows: readonly (PublishedScore & { readonly of: 'all' | 'held-out'; readonly source: string })[] };
  };
  readonly infections: { readonly use: 'never-for-allocation'; readonly parameters: readonly (Parameter & { readonly name: InfectionParameter })[]; readonly said: readonly SaidOfWorld[] };
}

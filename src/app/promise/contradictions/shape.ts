// What a contradiction is: readings of one thing that cannot all be true, each with its figures, who told them and when. Found by
// rules (one a file beside this), settled by a position that a person takes.

import type { PhraseOf } from '../../../domain/phrase.ts';
import type { ClaimRecorded } from '../../../domain/promise/promise.ts';
import type { Mode } from '../../../domain/places.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { Situation } from '../../plan/situation.ts';
import type { Said } from '../claims.ts';
import type { MeterAt } from '../meter.ts';

export type ContradictionKind = 'amounts' | 'two-totals' | 'arrivals' | 'ledger' | 'shipment' | 'way' | 'counts';

/** One way to have it. */
export interface Reading {
  /** Stays the same as long as the reading does: positions name it. */
  readonly reading: string;
  /** Where it comes from: people's words, the accepted pledge, our own ledger, or words added up by us. */
  readonly from: 'claims' | 'pledge' | 'ledger' | 'sum' | 'count';
  readonly units: number | null;
  readonly mode: Mode | null;
  readonly run: string | null;
  readonly place: string | null;
  readonly day: LocalDate | null;
  /** When it was first told, or took effect. */
  readonly at: Instant;
  readonly claims: readonly string[];
  /** Sequence numbers of the facts that it rests on, claims among them. */
  readonly facts: readonly number[];
  readonly sources: readonly string[];
}

/** What a rule finds. */
export interface Found {
  /** Stays the same while claims join and leave. */
  readonly contradiction: string;
  readonly kind: ContradictionKind;
  readonly pledge: string | null;
  readonly item: string | null;
  /** A consignment, an area, a claim: what it is about besides. */
  readonly subject: string | null;
  readonly differs: readonly ('units' | 'mode' | 'run' | 'place' | 'day')[];
  readonly readings: readonly Reading[];
  readonly says: PhraseOf<`contradiction.${ContradictionKind}`>;
}

/** What the rules look at. */
export interface Evidence {
  readonly now: Situation;
  readonly said: readonly Said[];
  /** The ledger at any instant up to now. */
  readonly meterAt: MeterAt;
}

export type Rule = (evidence: Evidence) => readonly Found[];

export const tellsOf = ({ claim }: Said): ClaimRecorded['about'] | null =>
  // Claims of before there was a word for it: a figure that somebody marked as contradicting a pledge is a figure of its total.
  claim.about ?? (claim.stance === 'contradicts' && claim.units !== undefined && claim.pledge !== undefined ? 'total' : null);

/** A reading of people's words. */
export function readingOf(reading: string, told: readonly Said[], says: Partial<Pick<Reading, 'units' | 'mode' | 'run' | 'place' | 'day'>>, from: Reading['from'] = 'claims'): Reading {
  return {
    reading,
    from,
    units: says.units ?? null,
    mode: says.mode ?? null,
    run: says.run ?? null,
    place: says.place ?? null,
    day: says.day ?? null,
    at: told.map(({ at }) => at).toSorted()[0] ?? ('' as Instant),
    claims: told.map(({ claim }) => claim.claim),
    facts: told.map(({ seq }) => seq),
    sources: [...new Set(told.flatMap(({ sources }) => sources))],
  };
}

// A phrase: what is to be said, as a code with its values, before any language has put it into words. Planner and app make
// phrases; the room words/ says them. Which phrases there are stands in phrases.ts. See docs/decisions/0009-phrases.md.

import { z } from 'zod';
import type { FigureUnit } from './announce/figure.ts';
import type { AreaCode, ItemCode, PaperCode, PlaceCode, RecipientId } from './ids.ts';
import type { Phrases } from './phrases.ts';
import type { Instant, LocalDate, Zone } from './time.ts';

/** Every quantity names its unit, so that each language can write it its own way. */
export interface Euros {
  readonly euros: number;
}
/** 0.35 is 35 %. */
export interface Share {
  readonly share: number;
}
/** A difference of two shares: 0.003 is 0.3 points. */
export interface Points {
  readonly points: number;
}
export interface Hours {
  readonly hours: number;
}
export interface CubicMetres {
  readonly m3: number;
}
export interface Tonnes {
  readonly tonnes: number;
}
/** A figure with any unit: `1.31 €/km`. */
export interface Measure {
  readonly measure: number;
  readonly unit: string;
}
/** An instant, and the zone on whose clock it is read. */
export interface Moment {
  readonly at: Instant;
  readonly zone: Zone;
}
export interface Day {
  readonly day: LocalDate;
}
/** What has a code carries the name that the operation gives it; a language or a page may know a better one. */
export interface ItemNamed {
  readonly item: ItemCode;
  readonly name: string;
}
export interface RecipientNamed {
  readonly recipient: RecipientId;
  readonly name: string;
}
export interface PlaceNamed {
  readonly place: PlaceCode;
  readonly name: string;
}
export interface Area {
  readonly area: AreaCode;
}
export interface PaperNamed {
  readonly paper: PaperCode;
}

/** A number that is published: it stands under this name in the story of the operation. */
export interface Figured {
  readonly figure: string;
  readonly value: number;
  readonly unit: FigureUnit;
  /** As an earlier communiqué said it. */
  readonly saidIn?: string;
}

/** A string is a code or a proper name and stands as it is; a number is a count. */
export type Value = string | number | Euros | Share | Points | Hours | CubicMetres | Tonnes | Measure | Moment | Day | ItemNamed | RecipientNamed | PlaceNamed | Area | PaperNamed | Figured | Phrase;

export type Code = keyof Phrases;
/** A phrase of one of these codes. */
export type PhraseOf<C extends Code> = { readonly [K in C]: { readonly say: K; readonly with: Phrases[K] } }[C];
export type Phrase = PhraseOf<Code>;

export const phrase = <C extends Code>(say: C, values: Phrases[C]): PhraseOf<C> => ({ say, with: values });

const Shape = z.strictObject({ say: z.string().min(1), with: z.record(z.string(), z.json()) });
/** Its shape alone: a journal may hold phrases of a version that knew others. A code never comes to mean something else. */
export const Phrase = z.custom<Phrase>((value) => Shape.safeParse(value).success, 'a phrase is { say: a code, with: its values }');

// What every part of the page speaks of: the need of an instant, of one item, and how it is written.

import { createContext, useContext } from 'react';
import type { NeedAnswer } from '../../src/http/contract/answers.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { NeedSeen } from '../router.tsx';
import type { Figures } from '../shared/figures.ts';
import type { Row } from './rows.ts';

export type Report = NeedAnswer;
export type AreaNeed = Report['areas'][number];
export type Band = NonNullable<AreaNeed['perDay']>;
export type NextFlight = NonNullable<NonNullable<Report['shortages']>['nextFlight']>;
export type Infections = NonNullable<AreaNeed['infections']>;
export type Projected = Report['projections'][number];

export const VIEWS = ['shortage', 'counts', 'infections', 'bring', 'parameters'] as const;
export type View = (typeof VIEWS)[number];

interface Scene {
  readonly operation: string;
  /** How many facts it has: what was asked before another came in is asked anew. */
  readonly facts: number;
  readonly report: Report;
  readonly picture: Picture;
  readonly item: string;
  /** Of the item. */
  readonly rows: readonly Row[];
  /** The country that needs most a day; null: no need is known. */
  readonly main: Row | null;
  /** The area that is looked into; null: none is. */
  readonly area: string | null;
  readonly figures: Figures;
  readonly onLook: (change: Partial<NeedSeen>) => void;
}

export const Need = createContext<Scene | null>(null);

export function useNeed(): Scene {
  const scene = useContext(Need);
  if (scene === null) throw new Error('the parts of the page of need stand on it');
  return scene;
}

/** The title of a source; of several, one after the other. */
export function sourcesText(ids: readonly string[], { sources }: Pick<Picture, 'sources'>): string {
  return ids.map((id) => sources.find((it) => it.id === id)?.title ?? id).join(', ');
}

type Whose = Pick<AreaNeed, 'area' | 'recipient' | 'item'>;

/** Recipients whose stock and deliveries a row counts: one hospital, or all of an area. */
const recipientsOf = ({ recipients }: Picture, { area, recipient }: Whose): Picture['recipients'] => recipients.filter((it) => (recipient === null ? it.area === area || it.area.startsWith(`${area}-`) : it.recipient === recipient));

/** The stock reports that a row's stock was last known by, and the deliveries since. */
export const stockFacts = (picture: Picture, whose: Whose): number[] => recipientsOf(picture, whose).flatMap(({ holdings }) => holdings.flatMap(({ item, stock, delivered }) => (item === whose.item && stock !== null ? [...stock.facts, ...delivered.facts] : [])));

export function underWayFacts(picture: Picture, whose: Whose): number[] {
  const here = new Set(recipientsOf(picture, whose).map(({ recipient }) => recipient));
  return picture.dispatches.flatMap(({ recipient, item, state, facts }) => (item === whose.item && state !== 'delivered' && here.has(recipient) ? facts : []));
}

/** The hour of a day of counts is known to the day alone. */
export const noonOf = (date: string): string => `${date}T12:00:00Z`;

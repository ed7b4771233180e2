// What every part of the hub's page speaks of: the board at an instant, names for its codes, and how figures are written.

import { createContext, useContext } from 'react';
import type { HubAnswer } from '../../src/http/contract/answers.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';

export type Board = HubAnswer;
export type Arrival = Board['arrivals'][number];
export type ArrivingLot = Arrival['lots'][number];
export type LotInStock = Board['stock'][number];
export type OpenQuestion = Board['questions'][number];
export type Recall = Board['recalls'][number];
export type Holder = Recall['holders'][number];

interface Scene {
  readonly operation: string;
  readonly board: Board;
  readonly picture: Picture;
  readonly figures: Figures;
  /** The time cursor, where the page stands at one. */
  readonly at: string | undefined;
}

export const Hub = createContext<Scene | null>(null);

export function useHub(): Scene {
  const scene = useContext(Hub);
  if (scene === null) throw new Error('the parts of the hub stand on its page');
  return scene;
}

/** Where the labels of handling units are printed, with all that stands in them: for a label printer, or on A4. */
export const labelsAddress = (operation: string, units: readonly string[], format: 'pallet-a6' | 'carton-a4', at: string | undefined): string =>
  `/api/v1/operations/${encodeURIComponent(operation)}/labels.pdf?units=${units.join(',')}&inner=true&format=${format}${at === undefined ? '' : `&asOf=${encodeURIComponent(at)}`}`;

/** Where a paper of the operation is printed, as of the page's instant. */
export const paperAddress = (operation: string, kind: string, subject: string, at: string | undefined): string =>
  `/api/v1/operations/${encodeURIComponent(operation)}/papers/${kind}/${encodeURIComponent(subject)}.pdf${at === undefined ? '' : `?asOf=${encodeURIComponent(at)}`}`;

// How a reading is held against the labels: each field of each claim counts once, its kind among them. Claims are paired so that
// as much as possible agrees.

import type { Labelled } from './corpus.fixture.ts';
import { FOUNDATION, OPTIONS } from './names.fixture.ts';
import { readAnnouncement } from './read-announcement.ts';
import type { Proposal } from './shape.ts';

export interface Score {
  readonly right: number;
  readonly proposed: number;
  readonly labelled: number;
}

/** A proposal as a label is written. */
export function labelOf({ kind, fields }: Proposal): string {
  const { item, quantity, areas, date, donor } = fields;
  const pieces = quantity?.value.unit === 'pieces' ? quantity.value : undefined;
  return [
    kind,
    item && `item=${item.value.item}`,
    pieces && `quantity=${pieces.least === null ? `one of ${pieces.readings.join(' ')}` : pieces.least === pieces.most ? pieces.least : `${pieces.least}-${String(pieces.most)}`}`,
    areas && `area=${areas.map(({ value }) => value).toSorted().join('+')}`,
    date && `date=${date.value.first === date.value.last ? date.value.first : `${date.value.first}/${date.value.last}`}`,
    donor && `donor=${donor.value.name === FOUNDATION ? 'F' : donor.value.name}`,
  ].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The parts of a label; a donor's name may have spaces. */
const partsOf = (label: string): readonly string[] => label.split(/ (?=(?:item|quantity|area|date|donor)=)/);
const agreeing = (a: readonly string[], b: readonly string[]): number => (a[0] === b[0] ? a.filter((part) => b.includes(part)).length : 0);

export function scoreOf(rows: readonly Labelled[]): Score & { readonly wrong: readonly string[] } {
  let [right, proposed, labelled] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { text, claims } of rows) {
    const got = readAnnouncement(text, OPTIONS).proposals.map(labelOf);
    const wanted = claims.map(partsOf);
    const found = got.map(partsOf);
    proposed += found.flat().length;
    labelled += wanted.flat().length;
    const left = [...found];
    for (const label of wanted) {
      const best = left.toSorted((a, b) => agreeing(label, b) - agreeing(label, a))[0];
      if (best === undefined) continue;
      right += agreeing(label, best);
      if (agreeing(label, best) > 0) left.splice(left.indexOf(best), 1);
    }
    if (got.toSorted().join('; ') !== claims.toSorted().join('; ')) wrong.push(`${text}\n    labelled: ${claims.join('; ') || 'nothing'}\n    read:     ${got.join('; ') || 'nothing'}`);
  }
  return { right, proposed, labelled, wrong };
}

export const precision = ({ right, proposed }: Score): number => (proposed === 0 ? 1 : right / proposed);
export const recall = ({ right, labelled }: Score): number => (labelled === 0 ? 1 : right / labelled);

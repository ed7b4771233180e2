// A shipper's description → an item of the catalogue: by the longest name that stands in it. Where two names stand in it and
// neither is part of the other, or only a word that several items share, both are answered and a person is asked.

import type { Item } from '../../domain/catalogue.ts';
import type { ItemCode } from '../../domain/ids.ts';
import { ITEM_WORDS } from './item-words.ts';
import { findPhrase, plainWords } from './words.ts';

export interface ItemNames {
  /** Items that the description could be; one: resolved. */
  candidates(description: string): readonly ItemCode[];
}

interface Found {
  readonly item: ItemCode;
  readonly from: number;
  readonly to: number;
}

/** @param learned description, as plain words, → item, from this sender's earlier sheets */
export function itemNames(items: readonly Item[], learned: ReadonlyMap<string, ItemCode>): ItemNames {
  const names = items.flatMap(({ item, name }) => [...new Set([plainWords(item), plainWords(name), ...(ITEM_WORDS[item] ?? []).map(plainWords)])].filter((phrase) => phrase !== '').map((phrase) => ({ item, phrase })));
  const known = new Map<string, readonly ItemCode[]>();
  return {
    candidates: (description) => {
      const words = plainWords(description);
      const held = known.get(words);
      if (held !== undefined) return held;
      const taught = learned.get(words);
      const found = taught !== undefined && items.some(({ item }) => item === taught) ? [taught] : foundIn(words, names);
      known.set(words, found);
      return found;
    },
  };
}

function foundIn(words: string, names: readonly { readonly item: ItemCode; readonly phrase: string }[]): ItemCode[] {
  const hits: Found[] = [];
  for (const { item, phrase } of names) {
    const at = findPhrase(words, phrase);
    if (at >= 0) hits.push({ item, from: at, to: at + phrase.length });
  }
  const longest = (item: ItemCode): number => Math.max(...hits.filter((hit) => hit.item === item).map(({ from, to }) => to - from));
  // A name inside a longer one says nothing of its own: "mask" in "surgical mask", "respirator" in "ffp2 respirator".
  const own = hits.filter((hit) => !hits.some((other) => other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from && !hits.some((it) => it.item === hit.item && it.from === other.from && it.to === other.to)));
  const standing = [...new Set(own.map(({ item }) => item))];
  if (standing.length < 2) return standing;
  // A word that several items share decides nothing beside a name that only one has.
  const particular = standing.filter((item) => own.some((hit) => hit.item === item && !own.some((other) => other.item !== item && other.from === hit.from && other.to === hit.to)));
  return (particular.length > 0 ? particular : standing).toSorted((a, b) => longest(b) - longest(a) || (a < b ? -1 : 1));
}

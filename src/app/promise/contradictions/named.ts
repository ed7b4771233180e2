// Codes with the names that the operation gives them, for phrases.

import { ItemCode, PlaceCode } from '../../../domain/ids.ts';
import type { ItemNamed, PlaceNamed } from '../../../domain/phrase.ts';
import type { Register } from '../../../domain/register.ts';

export function itemNamed(code: string, { items }: Register): ItemNamed {
  const item = ItemCode.parse(code);
  return { item, name: items.get(item)?.name ?? code };
}

export function placeNamed(code: string, { places }: Register): PlaceNamed {
  const place = PlaceCode.parse(code);
  return { place, name: places.get(place)?.name ?? code };
}

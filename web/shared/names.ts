// What places and recipients are called on the screen.

import type { Picture, RecipientInPicture } from '../../src/http/contract/picture.ts';
import type { Figures } from './figures.ts';

export const placeName = ({ places }: Pick<Picture, 'places'>, code: string): string => places.find(({ place }) => place === code)?.name ?? code;

/** Short: a region is called by the place of its store, a country by its name; with regions beside it, it is the rest. */
export function recipientName(picture: Pick<Picture, 'places' | 'recipients'>, { area, place }: Pick<RecipientInPicture, 'area' | 'place'>, figures: Figures, rest: (country: string) => string): string {
  if (area.length > 2) return placeName(picture, place);
  const country = figures.area(area);
  return picture.recipients.some((other) => other.area.startsWith(`${area}-`)) ? rest(country) : country;
}

// What places and recipients are called on the screen.

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture, RecipientInPicture } from '../../src/http/contract/picture.ts';
import type { Figures } from './figures.ts';

export const placeName = ({ places }: Pick<Picture, 'places'>, code: string): string => places.find(({ place }) => place === code)?.name ?? code;

/** Short: a region is called by the place of its store, a country by its name; with regions beside it, it is the rest. */
export function recipientName(picture: Pick<Picture, 'places' | 'recipients'>, { area, place }: Pick<RecipientInPicture, 'area' | 'place'>, figures: Figures, rest: (country: string) => string): string {
  if (area.length > 2) return placeName(picture, place);
  const country = figures.area(area);
  return picture.recipients.some((other) => other.area.startsWith(`${area}-`)) ? rest(country) : country;
}

/** The name of each recipient by its id, for many of them. One that the picture does not know goes by its id. */
export function useRecipientNames(picture: Pick<Picture, 'places' | 'recipients'>, figures: Figures): (id: string) => string {
  const names = useKnownNames(picture, figures);
  return useCallback((id) => names.get(id) ?? id, [names]);
}

/** Of those that the picture knows. */
export function useKnownNames(picture: Pick<Picture, 'places' | 'recipients'>, figures: Figures): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  return useMemo(() => new Map(picture.recipients.map((it) => [it.recipient, recipientName(picture, it, figures, (country) => t('area.rest', { country }))])), [picture, figures, t]);
}

// A reading in a line of words: its figure, and the way that it tells.

import { useTranslation } from 'react-i18next';
import { placeName } from '../shared/names.ts';
import { usePromises, type Found, type Reading } from './scene.ts';

export function useReadingText(): (reading: Reading, found: Found) => { readonly figure: string | null; readonly way: string } {
  const { t } = useTranslation();
  const { figures, picture } = usePromises();
  return ({ units, mode, run, place, day }, { item }) => ({
    figure: units === null ? null : item === null ? t('said.found.people', { n: figures.count(units) }) : t('said.found.units', { n: figures.count(units), item: figures.item(item) }),
    way: [mode === null ? null : t('said.found.by', { mode: t(`mode.${mode}`) }), run, place === null ? null : placeName(picture, place), day === null ? null : t('said.found.on', { day: figures.calendar(day) })].filter((part) => part !== null).join(', '),
  });
}

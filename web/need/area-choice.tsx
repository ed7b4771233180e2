// Which area the counts and the infections are shown of. Without a choice it is the one that the first line speaks of.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from './rows.ts';
import { useNeed } from './scene.ts';

/** The row of the area in view; null: none is known. */
export function useAreaInView(): Row | null {
  const { rows, area, main } = useNeed();
  // A hospital has no counts of its own: those of its area are shown.
  const chosen = rows.find(({ id }) => id === area);
  return (chosen?.need.recipient === null || chosen === undefined ? chosen : rows.find(({ id }) => id === chosen.need.area)) ?? main ?? rows[0] ?? null;
}

export function AreaChoice(): ReactElement {
  const { t } = useTranslation();
  const { rows, onLook } = useNeed();
  const shown = useAreaInView();
  const areas = useMemo(() => rows.filter(({ need }) => need.recipient === null).toSorted((a, b) => names.compare(a.area, b.area)), [rows]);
  return (
    <label>
      {t('need.counts.area')}{' '}
      <select className="choice" value={shown?.id ?? ''} onChange={(event) => onLook({ area: event.currentTarget.value })}>
        {areas.map(({ id, area }) => (
          <option key={id} value={id}>
            {area}
          </option>
        ))}
      </select>
    </label>
  );
}

const names = new Intl.Collator();

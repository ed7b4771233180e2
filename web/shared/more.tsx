// A long list begins with so many entries; more come when asked for, and all of them on paper. Rows by the thousand would keep
// the page from answering.

import { useEffect, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Figures } from './figures.ts';

const STEP = 200;
/** Where each row is a card, a few fill the screen. */
const CARDS = 15;

export interface First {
  /** So many more come at a time. */
  readonly step: number;
  /** So many are shown. */
  readonly most: number;
  readonly show: (most: number) => void;
}

/** `atLeast`: up to the one that must be seen. `step`: rows at a time; on a phone fewer. */
export function useFirst(atLeast = 0, step = STEP): First {
  const [own] = useState(() => (step < STEP && window.matchMedia('(max-width: 700px)').matches ? CARDS : step));
  const [most, show] = useState(own);
  useEffect(() => {
    // The browser takes its picture of the page right after.
    const all = (): void => flushSync(() => show(Infinity));
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, []);
  return { most: Math.max(most, atLeast), show, step: own };
}

export function More({ first: { most, show, step }, all, figures }: { readonly first: First; readonly all: number; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (all <= most) return null;
  return (
    <p className="more">
      <button type="button" className="verb" onClick={() => show(most + step)}>
        {t('table.more', { n: figures.count(Math.min(step, all - most)) })}
      </button>{' '}
      <button type="button" className="verb" onClick={() => show(Infinity)}>
        {t('table.all', { n: figures.count(all) })}
      </button>
    </p>
  );
}

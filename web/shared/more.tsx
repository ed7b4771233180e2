// A long list begins with so many entries; more come when asked for, and all of them on paper. Rows by the thousand would keep
// the page from answering.

import { useEffect, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Figures } from './figures.ts';

const STEP = 200;

export interface First {
  /** So many are shown. */
  readonly most: number;
  readonly show: (most: number) => void;
}

/** `atLeast`: up to the one that must be seen. */
export function useFirst(atLeast = 0): First {
  const [most, show] = useState(STEP);
  useEffect(() => {
    // The browser takes its picture of the page right after.
    const all = (): void => flushSync(() => show(Infinity));
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, []);
  return { most: Math.max(most, atLeast), show };
}

export function More({ first: { most, show }, all, figures }: { readonly first: First; readonly all: number; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (all <= most) return null;
  return (
    <p className="more">
      <button type="button" className="verb" onClick={() => show(most + STEP)}>
        {t('table.more', { n: figures.count(Math.min(STEP, all - most)) })}
      </button>{' '}
      <button type="button" className="verb" onClick={() => show(Infinity)}>
        {t('table.all', { n: figures.count(all) })}
      </button>
    </p>
  );
}

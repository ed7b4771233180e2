// Of two plans, which is shown: the differences, the new lines, or the lines that stand.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export type View = 'differences' | 'lines' | 'old';
const VIEWS: readonly View[] = ['differences', 'lines', 'old'];

export function ViewChoice({ view, onView, onDiscard }: { readonly view: View; readonly onView: (view: View) => void; readonly onDiscard: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="views" role="group" aria-label={t('beside.show')}>
      {VIEWS.map((it) => (
        <button key={it} type="button" className="key" aria-pressed={it === view} onClick={() => onView(it)}>
          {t(`beside.${it}`)}
        </button>
      ))}
      <button type="button" className="verb" onClick={onDiscard}>
        {t('beside.discard')}
      </button>
    </div>
  );
}

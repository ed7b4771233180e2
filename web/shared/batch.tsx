// The maker's lot number, and until when it may be used, as a cell of a table.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from './figures.ts';

export function Batch({ batch, expires, figures }: { readonly batch: string | null; readonly expires: string | null; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {batch ?? '–'}
      {expires !== null && <span className="under">{t('hub.expires', { when: figures.calendar(expires) })}</span>}
    </>
  );
}

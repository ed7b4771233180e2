// Where a role's permissions end, in a sentence: nothing to enter on a page that is read, or nothing to read on it either.

import './entries.css';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewed, type May } from './may.ts';

/** Over a page on which the viewer may do none of these. The words stand with the pages (`mayNot`). */
export function ReadsOnly({ unless }: { readonly unless: readonly Parameters<May>[0][] }): ReactElement | null {
  const { t } = useTranslation();
  const { may, role } = useViewed();
  if (unless.some(may)) return null;
  return <p className="reads-only">{t('mayNot.enter', { role })}</p>;
}

/** In a page's place. */
export function NotYours({ title }: { readonly title: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="whole">
      <h1 id="answer">{title}</h1>
      <p>{t('mayNot.ask')}</p>
    </main>
  );
}

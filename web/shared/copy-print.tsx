// The table as text for a spreadsheet, and on paper.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Tab-separated: a tab or a line end inside a cell would break the row. */
const tsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')).join('\n');

/** `rows`: the head first; asked for only when they are copied. */
export function CopyAndPrint({ rows }: { readonly rows: () => readonly (readonly string[])[] }): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const copy = (): void => {
    const table = rows();
    void navigator.clipboard.writeText(tsv(table)).then(() => setSaid(t('table.copied', { n: table.length - 1 })), () => setSaid(t('table.failed')));
  };
  return (
    <span className="copy-print">
      <button type="button" className="verb" onClick={copy}>
        {t('table.copy')}
      </button>{' '}
      <button type="button" className="verb" onClick={() => window.print()}>
        {t('table.print')}
      </button>{' '}
      <span className="quiet" role="status">
        {said}
      </span>
    </span>
  );
}

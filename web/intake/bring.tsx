// Three ways to bring a sheet: drop it, choose it, paste its cells.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign } from '../shared/signs.tsx';
import { pasted, readFile, type SheetFile } from './sheet-file.ts';

interface BringProps {
  readonly onFile: (file: SheetFile) => void;
  /** What is to be dropped, and what kinds can be read; absent: a shipper's sheet. */
  readonly drop?: string;
  readonly kinds?: string;
}

export function Bring({ onFile, drop, kinds }: BringProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const pasteId = useId();
  const take = (reading: Promise<SheetFile>): void => void reading.then(onFile, (error: Error) => setFailed(error.message));
  return (
    <div className="bring-sheet">
      <label className="zone">
        <Sign name="paper" size={28} />
        <b>{drop ?? t('sheets.drop')}</b>
        <span>{kinds ?? t('sheets.kinds')}</span>
        <input
          type="file"
          className="file"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) take(readFile(file));
          }}
        />
      </label>
      {failed !== null && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(pasted(text, t('sheets.pastedName')));
        }}
      >
        <label htmlFor={pasteId}>{t('sheets.paste')}</label>
        <textarea id={pasteId} className="choice" rows={5} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
        <button type="submit" className="key" disabled={text.trim() === ''}>
          {t('sheets.readIt')}
        </button>
      </form>
    </div>
  );
}

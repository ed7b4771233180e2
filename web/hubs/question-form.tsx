// What is asked: how many hubs, ranked by what, within which budget, among whose candidates.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readFile, type SheetFile } from '../intake/sheet-file.ts';
import type { HubQuestion } from './scene.ts';

const ORDERS = ['objective', 'cost', 'hours', 'co2', 'coverage'] as const;
const MOST_HUBS = 3;

interface FormProps {
  readonly asOf: string | undefined;
  readonly busy: boolean;
  readonly onAsk: (question: HubQuestion) => void;
}

export function HubQuestionForm({ asOf, busy, onAsk }: FormProps): ReactElement {
  const { t } = useTranslation();
  const [hubs, setHubs] = useState(1);
  const [by, setBy] = useState<(typeof ORDERS)[number]>('objective');
  const [budget, setBudget] = useState('');
  const [sheet, setSheet] = useState<SheetFile | null>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    onAsk({ hubs, by, ...(asOf !== undefined && { asOf }), ...(budget !== '' && { budget: Number(budget) }), ...(sheet !== null && { sheet: { name: sheet.name, content: sheet.content } }) });
  };
  return (
    <form onSubmit={ask}>
      <label>
        {t('hubs.hubs')}
        <select value={hubs} onChange={({ target }) => setHubs(Number(target.value))}>
          {Array.from({ length: MOST_HUBS }, (_, k) => (
            <option key={k} value={k + 1}>
              {t('hubs.count', { count: k + 1 })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('hubs.by')}
        <select value={by} onChange={({ target }) => setBy(ORDERS.find((it) => it === target.value) ?? 'objective')}>
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`hubs.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('hubs.budget')}
        <input type="number" min={0} step={1} value={budget} onChange={({ target }) => setBudget(target.value)} />
      </label>
      <label>
        {t('hubs.sheet')}
        <input type="file" accept=".csv,.xlsx,text/csv" onChange={({ target: { files } }) => void chosen(files?.[0], setSheet)} />
        <span className="quiet">{t('hubs.sheetHint')}</span>
      </label>
      <div>
        <button type="submit" className="go" disabled={busy}>
          {t('hubs.begin')}
        </button>{' '}
        <span className="quiet">{t('hubs.takes')}</span>
      </div>
    </form>
  );
}

const chosen = async (file: File | undefined, keep: (sheet: SheetFile | null) => void): Promise<void> => keep(file === undefined ? null : await readFile(file));

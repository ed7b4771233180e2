// A recall in two steps: first who holds units of the lots, down to the last receiver; then, knowing that, the recall itself.

import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { client, given } from '../shared/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { AskedInVain } from '../shared/refused.tsx';
import { HoldersTable } from './holders-table.tsx';
import { useHub } from './scene.ts';

export function RecallForm({ lots, batch, onDone }: { readonly lots?: readonly string[]; readonly batch?: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { operation, figures, board, at } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const asked = useQuery({ queryKey: ['holders', operation, board.asOf, lots, batch], queryFn: ({ signal }) => given(client.hub.holders(operation, { asOf: at, lots: lots?.join(','), batch }, { signal })) });
  const [now] = useState(() => Date.now().toString(36).toUpperCase());
  if (asked.error !== null) return <AskedInVain error={asked.error} />;
  if (asked.data === undefined) return <p role="status">{t('hub.askingHolders')}</p>;
  const { lots: named, holders } = asked.data;
  const send = ({ recall = '', reason = '', authority = '', reference = '' }: Values): Promise<ClientFailure | null> =>
    enter([{ kind: 'lot.recalled', body: { recall, lots: named, reason, ...(authority !== '' && { authority }), ...(reference !== '' && { reference }) } }], t('hub.did.recall', { lot: named.join(', ') }));
  return (
    <div className="recall-form">
      <p>
        <b>{t('hub.holds', { count: holders.length, units: figures.count(holders.reduce((sum, { units }) => sum + units, 0)), lots: named.join(', ') })}</b>
      </p>
      <HoldersTable holders={holders} />
      {may('fact.recall') ? (
        <EntryForm
          label={t('hub.do.recall')}
          fields={[
            { name: 'recall', label: t('hub.field.recall'), value: `R-${now}` },
            { name: 'reason', label: t('hub.field.reason') },
            { name: 'authority', label: t('hub.field.authority'), isOptional: true },
            { name: 'reference', label: t('hub.field.paperNumber'), isOptional: true },
          ]}
          button={t('hub.do.recall')}
          send={send}
          onDone={onDone}
          onCancel={onDone}
        />
      ) : (
        <button type="button" className="verb" onClick={onDone}>
          {t('hub.close')}
        </button>
      )}
    </div>
  );
}

// A position: which reading is accepted, and why. It weighs the claims that stand on the page; and struck out, it leaves the question
// open again, with the reason in the journal.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { client } from '../shared/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm } from '../shared/entry-form.tsx';
import { useReadingText } from './reading-text.ts';
import { usePromises, type Found } from './scene.ts';

export function PositionForm({ found, onDone }: { readonly found: Found; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { report, figures } = usePromises();
  const { asked, offer } = useEntries();
  const textOf = useReadingText();
  const id = useId();
  const [reading, setReading] = useState(found.position?.reading ?? found.readings[0]?.reading ?? '');
  const nameOf = (it: Found['readings'][number]): string => {
    const { figure, way } = textOf(it, found);
    const authors = [...new Set(it.claims.flatMap((code) => report.claims.find(({ claim }) => claim === code)?.author ?? []))].slice(0, 2).join(', ');
    return [figure, way === '' ? null : way, it.from === 'claims' ? authors : t(`said.found.from.${it.from}`)].filter((part) => part !== null).join(', ');
  };
  const send = async (reason: string): Promise<ClientFailure | null> => {
    const ask = { contradiction: found.contradiction, reading, reason, claims: [...found.claims], at: report.asOf, by: 'planner' };
    const answer = await asked((key) => client.promises.takePosition(report.operation, ask, key), JSON.stringify([report.operation, ask]));
    if (!answer.ok) return answer.error;
    const chosen = found.readings.find((it) => it.reading === reading);
    offer({ facts: [answer.value.fact.id], what: t('said.found.taken', { what: chosen === undefined ? reading : nameOf(chosen) }) });
    return null;
  };
  return (
    <div className="position-form">
      <fieldset>
        <legend>{t('said.found.which')}</legend>
        {found.readings.map((it) => (
          <label key={it.reading}>
            <input type="radio" name={id} value={it.reading} checked={it.reading === reading} onChange={() => setReading(it.reading)} />
            <span>
              {nameOf(it)} <span className="quiet">{figures.hour(it.at)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <EntryForm label={t('said.found.take')} fields={[{ name: 'reason', label: t('said.found.reason'), hint: t('said.found.reasonHint') }]} button={t('said.found.enter')} send={({ reason = '' }) => send(reason)} onDone={onDone} onCancel={onDone} />
    </div>
  );
}

export function StrikeOutForm({ position, onDone }: { readonly position: NonNullable<Found['position']>; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { enter } = useEntries();
  return (
    <EntryForm
      label={t('said.found.strike')}
      fields={[{ name: 'reason', label: t('said.found.strikeReason') }]}
      button={t('entry.strikeOut')}
      send={({ reason = '' }) => enter([{ kind: 'correction.made', body: { corrects: position.fact, reason } }], t('said.found.struck'))}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

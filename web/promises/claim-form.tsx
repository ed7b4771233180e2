// Records a claim by hand: who said what, where and when, what it tells, and its source, without which the server refuses it. The
// page as it was read can be kept with it.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { readFile } from '../intake/sheet-file.ts';
import { client } from '../shared/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm, type FormField, type Values } from '../shared/entry-form.tsx';
import { instantAt, wallClock } from '../shared/wall-clock.ts';
import { usePromises, type Claim } from './scene.ts';

const ABOUT = ['total', 'arrival', 'arrivals', 'way', 'count'] as const satisfies readonly NonNullable<Claim['about']>[];

/** What a reader of announcements proposes for the fields, by name. */
export type Proposed = Partial<Values>;

export function ClaimForm({ proposed = {}, onDone }: { readonly proposed?: Proposed; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { report } = usePromises();
  const { asked, offer } = useEntries();
  const [snapshot, setSnapshot] = useState<File | null>(null);
  const fields = useFields(proposed);

  const send = async (values: Values): Promise<ClientFailure | null> => {
    let sha256: string | undefined;
    if (snapshot !== null) {
      const kept = await client.promises.keepSnapshot(report.operation, { content: (await readFile(snapshot)).content });
      if (!kept.ok) return kept.error;
      ({ sha256 } = kept.value);
    }
    const { source = '', saidAt = '', ...rest } = values;
    const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
    const { units } = filled;
    const body = { ...filled, ...(units !== undefined && { units: Number(units) }), ...(sha256 !== undefined && { snapshot: sha256 }) };
    const occurredAt = instantAt(saidAt, report.zone) ?? saidAt;
    const answer = await asked((key) => client.record(report.operation, { kind: 'claim.recorded', occurredAt, by: 'planner', sources: source === '' ? [] : [source], body }, key), JSON.stringify([report.operation, occurredAt, source, body]));
    if (!answer.ok) return answer.error;
    offer({ facts: [answer.value.fact.id], what: t('said.claim.recorded', { claim: values['claim'] ?? '' }) });
    return null;
  };

  return (
    <EntryForm label={t('said.claim.record')} fields={fields} button={t('said.claim.record')} send={send} onDone={onDone} onCancel={onDone}>
      <span className="field" data-type="file">
        <label htmlFor="snapshot">
          {t('said.claim.field.snapshot')} <span className="quiet">{t('entry.optional')}</span>
        </label>
        <input id="snapshot" type="file" accept="application/pdf,image/jpeg,image/png,image/webp" onChange={(event) => setSnapshot(event.currentTarget.files?.[0] ?? null)} />
      </span>
    </EntryForm>
  );
}

function useFields(proposed: Proposed): readonly FormField[] {
  const { t } = useTranslation();
  const { report, picture, figures, shown } = usePromises();
  // Of no other claim, also of none that lies after the cursor.
  const [code] = useState(() => `C-${Date.now().toString(36).toUpperCase()}`);
  const label = (name: string): string => t(`said.claim.field.${name}`);
  const none = ['', t('said.claim.unsaid')] as const;
  const consignments = [...new Set(report.earmarks.flatMap(({ lines }) => lines.map(({ consignment }) => consignment)))];
  const field = (name: string, more: Partial<FormField> = {}): FormField => ({ name, label: label(name), ...more, ...(proposed[name] !== undefined && { value: proposed[name] }) });
  const pledges = [...new Set(report.pledges.map(({ pledge }) => pledge))];
  return [
    field('claim', { value: code }),
    field('saidAt', { type: 'datetime-local', value: wallClock(report.asOf, report.zone) }),
    field('author'),
    field('channel'),
    field('language', { value: 'en' }),
    field('link', { isOptional: true, hint: label('linkHint') }),
    field('source', { isOptional: true, options: [none, ...report.sources.filter(({ id }) => id !== 'assumption' && id !== 'position').map(({ id, title }) => [id, title] as const)] }),
    field('summary'),
    field('about', { isOptional: true, options: [none, ...ABOUT.map((it) => [it, t(`said.claim.about.${it}`)] as const)] }),
    field('pledge', { isOptional: true, value: shown?.pledge?.pledge, options: [none, ...pledges.map((it) => [it, it] as const)] }),
    field('stance', { options: (['supports', 'contradicts', 'context'] as const).map((it) => [it, t(`said.claim.stance.${it}`)] as const), value: 'supports' }),
    field('item', { isOptional: true, value: shown?.item, options: [none, ...picture.items.map(({ item }) => [item, figures.item(item)] as const)] }),
    field('units', { type: 'number', isOptional: true, least: 0 }),
    field('scope', { isOptional: true, value: shown?.pledge?.scope }),
    field('consignment', { isOptional: true, options: [none, ...consignments.map((it) => [it, it] as const)] }),
    field('mode', { isOptional: true, options: [none, ...(['air', 'rail', 'road', 'sea'] as const).map((it) => [it, t(`mode.${it}`)] as const)] }),
    field('run', { isOptional: true }),
    field('place', { isOptional: true, options: [none, ...picture.places.map(({ place, name }) => [place, name] as const)] }),
    field('day', { type: 'date', isOptional: true }),
  ];
}

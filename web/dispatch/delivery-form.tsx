// A delivery: what the receiver counted of each lot, whether more follows, who signed, photos. Less than was sent leaves a question
// open, more is surplus; the journal says so, not this form.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { Field, Text } from './fields.tsx';
import { instantOf, wallClock } from './moment.ts';
import { Buttons, type FormProps } from './step-form.tsx';

const WHOLE = /^\d{1,12}$/;

export function DeliveryForm({ order, asOf, zone, figures, busy, onEnter, onCancel }: FormProps & { readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const lots = order.lots.filter(({ onRoad }) => onRoad > 0);
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(lots.map(({ lot, onRoad }) => [lot, String(onRoad)])));
  const [partial, setPartial] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [when, setWhen] = useState(() => wallClock(asOf, zone));
  const [tried, setTried] = useState(false);
  const occurredAt = instantOf(when, zone);
  const unread = lots.filter(({ lot }) => !WHOLE.test(counts[lot] ?? ''));
  const counted = lots.filter(({ lot }) => Number(counts[lot]) > 0 || !partial);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (occurredAt === null || unread.length > 0 || counted.length === 0) return;
    onEnter({
      what: t('dispatch.act.deliver'),
      dispatch: order.dispatch,
      drafts: counted.map(({ lot }) => ({ kind: 'dispatch.delivered', occurredAt, body: { dispatch: order.dispatch, lot, recipient: order.recipient, units: Number(counts[lot]), ...(partial && { partial }) } })),
      photos,
      ...(name.trim() !== '' && { signatory: { name: name.trim(), ...(role.trim() !== '' && { role: role.trim() }) } }),
    });
  };
  return (
    <form className="entry-form" onSubmit={enter} aria-label={t('dispatch.act.deliver')} noValidate>
      {lots.map(({ lot, item, onRoad }, index) => (
        <Text key={lot} autoFocus={index === 0} type="number" label={t('dispatch.form.units', { item: figures.item(item), lot })} value={counts[lot] ?? ''} onChange={(value) => setCounts((held) => ({ ...held, [lot]: value }))} wrong={tried && !WHOLE.test(counts[lot] ?? '') ? t('dispatch.form.countWrong', { most: figures.count(onRoad) }) : null} />
      ))}
      <label className="tick">
        <input type="checkbox" checked={partial} onChange={(event) => setPartial(event.currentTarget.checked)} /> {t('dispatch.form.partial')}
      </label>
      {tried && counted.length === 0 && <p className="wrong">{t('dispatch.form.nothing')}</p>}
      <Text label={t('dispatch.form.name')} value={name} onChange={setName} hint={t('dispatch.form.nameHint')} />
      <Text label={t('dispatch.form.role')} value={role} onChange={setRole} />
      <Field label={t('dispatch.form.photos')}>{(field) => <input {...field} type="file" multiple accept="image/jpeg,image/png,image/webp,application/pdf" onChange={(event) => setPhotos([...(event.currentTarget.files ?? [])])} />}</Field>
      <Text type="datetime-local" label={t('dispatch.form.when')} value={when} onChange={setWhen} wrong={tried && occurredAt === null ? t('dispatch.form.whenWrong') : null} />
      <Buttons busy={busy} onCancel={onCancel} />
    </form>
  );
}

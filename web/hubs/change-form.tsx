// One more change to try: its kind, and what that kind needs.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Change } from '../../src/domain/plan/what-if.ts';

const KINDS = ['need', 'flight', 'rail', 'hub'] as const;
type Kind = (typeof KINDS)[number];

interface FormProps {
  /** Consignments for the hub, that another flight may be like. */
  readonly flights: readonly string[];
  readonly onAdd: (change: Change) => void;
}

export function ChangeForm({ flights, onAdd }: FormProps): ReactElement {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('need');
  const [percent, setPercent] = useState('20');
  const [like, setLike] = useState(flights.at(-1) ?? '');
  const [days, setDays] = useState('7');
  const [place, setPlace] = useState('ITMXP');
  const [areas, setAreas] = useState('IT ES PT GR');
  const draft = { need: { kind, times: 1 + Number(percent) / 100 }, flight: { kind, like, days: Number(days), times: 1 }, rail: { kind }, hub: { kind, place: place.trim().toUpperCase(), areas: areas.trim().toUpperCase().split(/[\s,;]+/) } }[kind];
  const change = Change.safeParse(draft);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (change.success) onAdd(change.data);
  };
  return (
    <form className="change" onSubmit={add}>
      <label>
        {t('hubs.whatIf.add')}
        <select value={kind} onChange={({ target }) => setKind(KINDS.find((it) => it === target.value) ?? 'need')}>
          {KINDS.map((it) => (
            <option key={it} value={it}>
              {t(`hubs.whatIf.${it}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'need' && (
        <label>
          {t('hubs.whatIf.percent')}
          <input type="number" min={-90} max={900} value={percent} onChange={({ target }) => setPercent(target.value)} />
        </label>
      )}
      {kind === 'flight' && (
        <>
          <label>
            {t('hubs.whatIf.like')}
            <select value={like} onChange={({ target }) => setLike(target.value)}>
              {flights.map((flight) => (
                <option key={flight}>{flight}</option>
              ))}
            </select>
          </label>
          <label>
            {t('hubs.whatIf.days')}
            <input type="number" min={1} max={60} value={days} onChange={({ target }) => setDays(target.value)} />
          </label>
        </>
      )}
      {kind === 'hub' && (
        <>
          <label>
            {t('hubs.whatIf.place')}
            <input value={place} onChange={({ target }) => setPlace(target.value)} />
          </label>
          <label>
            {t('hubs.whatIf.areas')}
            <input value={areas} onChange={({ target }) => setAreas(target.value)} />
          </label>
        </>
      )}
      <div>
        <button type="submit" className="verb" disabled={!change.success}>
          {t('hubs.whatIf.addIt')}
        </button>
      </div>
    </form>
  );
}

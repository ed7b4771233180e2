// What makes a loss good: units of stock under a release order that names it, or a lot that is announced and is said to replace it.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askFact } from '../shared/client.ts';
import type { Figures } from '../shared/figures.ts';
import { Field, Text } from './fields.tsx';
import { instantOf, wallClock } from './moment.ts';
import type { Loss, Step } from './scene.ts';
import { Buttons } from './step-form.tsx';

interface ReplaceProps {
  readonly loss: Loss;
  readonly ways: { readonly stock: boolean; readonly announced: boolean };
  readonly operation: string;
  readonly asOf: string;
  readonly zone: string;
  readonly figures: Figures;
  readonly placeOf: (code: string) => string;
  readonly recipients: readonly (readonly [recipient: string, name: string])[];
  readonly busy: boolean;
  readonly onEnter: (step: Step) => void;
  readonly onCancel: () => void;
}

const BY_HAND = '';

export function ReplaceForm({ loss, ways, operation, asOf, zone, figures, placeOf, recipients, busy, onEnter, onCancel }: ReplaceProps): ReactElement {
  const { t } = useTranslation();
  const { could } = loss;
  const [from, setFrom] = useState(ways.stock ? `stock:${could.stock[0]?.lot ?? ''}` : `announced:${could.announced[0]?.lot ?? ''}`);
  const stock = could.stock.find(({ lot }) => from === `stock:${lot}`);
  const announced = could.announced.find(({ lot }) => from === `announced:${lot}`);
  const most = Math.min(loss.open, stock?.units ?? loss.open);
  const [units, setUnits] = useState(String(most));
  const [recipient, setRecipient] = useState(loss.recipient ?? recipients[0]?.[0] ?? '');
  const [run, setRun] = useState(could.ways[0]?.run ?? BY_HAND);
  const [when, setWhen] = useState(() => wallClock(asOf, zone));
  const [tried, setTried] = useState(false);
  const occurredAt = instantOf(when, zone);
  const isCounted = /^\d{1,12}$/.test(units) && Number(units) >= 1 && Number(units) <= (stock?.units ?? 0);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (occurredAt === null) return;
    const what = t('dispatch.act.replace');
    if (stock !== undefined && isCounted && recipient !== '') {
      const dispatch = `RP-${loss.seq}${loss.replacedBy.length === 0 ? '' : `-${loss.replacedBy.length + 1}`}`;
      const route = run === BY_HAND || recipient !== loss.recipient ? [] : [run];
      onEnter({ what, dispatch, drafts: [{ kind: 'dispatch.released', occurredAt, body: { dispatch, place: stock.place, recipient, lot: stock.lot, units: Number(units), route, replaces: loss.id } }] });
    }
    if (announced === undefined) return;
    // What was announced stays as it was; a correction says of it that it replaces the loss.
    const fact = await askFact(operation, announced.seq, AbortSignal.timeout(20_000));
    if (fact?.kind === 'lot.announced') onEnter({ what, dispatch: announced.lot, drafts: [{ kind: 'correction.made', occurredAt, body: { corrects: fact.id, reason: t('dispatch.losses.reason', { seq: loss.seq }), replacement: { occurredAt: fact.occurredAt, body: { ...fact.body, replaces: loss.id } } } }] });
  };
  return (
    <form className="entry-form" onSubmit={(event) => void enter(event)} aria-label={t('dispatch.act.replace')} noValidate>
      <Field label={t('dispatch.losses.from')}>
        {(field) => (
          <select {...field} className="choice" autoFocus value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
            {ways.stock && could.stock.map(({ lot, place, units: free }) => <option key={`s ${place} ${lot}`} value={`stock:${lot}`}>{t('dispatch.losses.stock', { lot, n: figures.count(free), place: placeOf(place) })}</option>)}
            {ways.announced && could.announced.map(({ lot, consignment, units: n }) => <option key={`a ${lot}`} value={`announced:${lot}`}>{t('dispatch.losses.announced', { lot, n: figures.count(n), consignment })}</option>)}
          </select>
        )}
      </Field>
      {stock !== undefined && (
        <>
          <Text type="number" label={t('dispatch.form.count')} value={units} onChange={setUnits} wrong={tried && !isCounted ? t('dispatch.form.countWrong', { most: figures.count(stock.units) }) : null} />
          <Field label={t('dispatch.loads.receiver')}>
            {(field) => (
              <select {...field} className="choice" value={recipient} onChange={(event) => setRecipient(event.currentTarget.value)}>
                {recipients.map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {recipient === loss.recipient && (
            <Field label={t('dispatch.losses.way')}>
              {(field) => (
                <select {...field} className="choice" value={run} onChange={(event) => setRun(event.currentTarget.value)}>
                  {could.ways.map(({ run: one, mode, departsAt, arrivesAt }) => (
                    <option key={one} value={one}>
                      {t('dispatch.losses.run', { run: one, mode: t(`mode.${mode}`), departs: figures.hour(departsAt), arrives: figures.hour(arrivesAt) })}
                    </option>
                  ))}
                  <option value={BY_HAND}>{t('dispatch.losses.byHand')}</option>
                </select>
              )}
            </Field>
          )}
        </>
      )}
      <Text type="datetime-local" label={t('dispatch.form.when')} value={when} onChange={setWhen} wrong={tried && occurredAt === null ? t('dispatch.form.whenWrong') : null} />
      <Buttons busy={busy} onCancel={onCancel} />
    </form>
  );
}

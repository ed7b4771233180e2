// What went wrong with units of an order: damaged, lost, stolen, seized, refused, returned. A theft or a seizure bears a report
// number, a refusal a reason.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../src/http/contract/questions.ts';
import type { Figures } from '../shared/figures.ts';
import { useMay, type May } from '../shared/may.ts';
import { Field, Text } from './fields.tsx';
import { instantOf, wallClock } from './moment.ts';
import type { Order } from './scene.ts';
import { Buttons, type FormProps } from './step-form.tsx';

const DEVIATIONS = ['damaged', 'lost', 'stolen', 'seized', 'refused', 'returned'] as const;
type Deviation = (typeof DEVIATIONS)[number];
const NEEDS = { damaged: 'fact.receipt', lost: 'fact.loss', stolen: 'fact.loss', seized: 'fact.loss', refused: 'fact.receipt', returned: 'fact.loss' } as const satisfies Record<Deviation, Parameters<May>[0]>;
const KINDS = { damaged: 'goods.damaged', lost: 'goods.lost', stolen: 'goods.lost', seized: 'goods.seized', refused: 'dispatch.refused', returned: 'goods.returned' } as const satisfies Record<Deviation, Draft['kind']>;

export function DeviationForm({ order, asOf, zone, figures, busy, onEnter, onCancel }: FormProps & { readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const lots = order.lots.filter(({ onRoad, waiting }) => onRoad + waiting > 0);
  const may = useMay();
  const offered = DEVIATIONS.filter((it) => may(NEEDS[it]));
  const [deviation, setDeviation] = useState<Deviation>(offered[0] ?? 'damaged');
  const [lot, setLot] = useState(lots[0]?.lot ?? '');
  const [units, setUnits] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState(() => wallClock(asOf, zone));
  const [tried, setTried] = useState(false);
  const chosen = lots.find((it) => it.lot === lot);
  const most = (chosen?.onRoad ?? 0) + (chosen?.waiting ?? 0);
  const occurredAt = instantOf(when, zone);
  const isCounted = /^\d+$/.test(units) && Number(units) >= 1 && Number(units) <= most;
  const needsReport = (deviation === 'stolen' || deviation === 'seized') && reference.trim() === '';
  const needsReason = deviation === 'refused' && reason.trim() === '';
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (occurredAt === null || !isCounted || needsReport || needsReason) return;
    const said = deviation === 'stolen' ? ['stolen', reason.trim()].filter((it) => it !== '').join(': ') : reason.trim();
    const body = { dispatch: order.dispatch, lot, units: Number(units), ...(reference.trim() !== '' && { reference: reference.trim() }), ...(said !== '' && { reason: said }), ...whereOf(deviation, order) };
    onEnter({ what: t(`dispatch.deviation.${deviation}`), dispatch: order.dispatch, drafts: [{ kind: KINDS[deviation], occurredAt, body }] });
  };
  return (
    <form className="entry-form" onSubmit={enter} aria-label={t('dispatch.act.deviate')} noValidate>
      <Field label={t('dispatch.form.kind')}>
        {(field) => (
          <select {...field} className="choice" value={deviation} onChange={(event) => setDeviation(DEVIATIONS.find((it) => it === event.currentTarget.value) ?? 'damaged')}>
            {offered.map((it) => (
              <option key={it} value={it}>
                {t(`dispatch.deviation.${it}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {lots.length > 1 && (
        <Field label={t('dispatch.form.whichLot')}>
          {(field) => (
            <select {...field} className="choice" value={lot} onChange={(event) => setLot(event.currentTarget.value)}>
              {lots.map((it) => (
                <option key={it.lot} value={it.lot}>
                  {it.lot}, {figures.item(it.item)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Text autoFocus type="number" label={t('dispatch.form.count')} value={units} onChange={setUnits} wrong={tried && !isCounted ? t('dispatch.form.countWrong', { most: figures.count(most) }) : null} />
      <Text label={t('dispatch.form.reference')} value={reference} onChange={setReference} wrong={tried && needsReport ? t('dispatch.form.referenceMissing') : null} />
      <Text label={t('dispatch.form.reason')} value={reason} onChange={setReason} wrong={tried && needsReason ? t('dispatch.form.reasonMissing') : null} />
      <Text type="datetime-local" label={t('dispatch.form.when')} value={when} onChange={setWhen} wrong={tried && occurredAt === null ? t('dispatch.form.whenWrong') : null} />
      <Buttons busy={busy} onCancel={onCancel} />
    </form>
  );
}

/** A refusal names the receiver, a return the hub that it comes back to. */
const whereOf = (deviation: Deviation, { recipient, place }: Order): object => (deviation === 'refused' ? { recipient } : deviation === 'returned' ? { place } : {});

// One line of a request as it is written: item, pieces with the cartons that they are, first and last day, urgency, a reason.

import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestsByLink } from '../../src/http/contract/requests.ts';
import type { Figures } from '../shared/figures.ts';

export interface WrittenLine {
  readonly item: string;
  /** As it is typed. */
  readonly units: string;
  readonly from: string;
  readonly until: string;
  readonly severity: string;
  readonly why: string;
}

type Items = RequestsByLink['items'];
const SEVERITIES = ['1', '2', '3', '4', '5'] as const;

/** What the page calls the item, else what the operation does. */
export function itemNameOf({ item, name }: Items[number], figures: Figures): string {
  const called = figures.item(item);
  return called === item ? name : called;
}

export const asLine = ({ item, units, from, until, severity, why }: WrittenLine): object => ({ item, units: Number(units), from, until, severity: Number(severity), why: why.trim() === '' ? null : why });

export function Packed({ items, item, units, figures, id }: { readonly items: Items; readonly item: string; readonly units: string; readonly figures: Figures; readonly id: string }): ReactElement {
  const { t } = useTranslation();
  const per = items.find((it) => it.item === item)?.unitsPerCarton ?? 1;
  const cartons = Math.ceil(Number(units) / per);
  return (
    <p className="quiet" id={id} aria-live="polite">
      {cartons > 0 ? t('requests.link.packed', { cartons: t('requests.cartons', { count: cartons, n: figures.count(cartons) }), per: figures.count(per) }) : t('requests.link.choosePieces')}
    </p>
  );
}

interface LineFieldsProps {
  readonly line: WrittenLine;
  readonly number: number;
  readonly items: Items;
  readonly figures: Figures;
  readonly onWrite: (change: Partial<WrittenLine>) => void;
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null;
}

export function LineFields({ line, number, items, figures, onWrite, onRemove }: LineFieldsProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const date = (name: 'from' | 'until'): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t(`requests.link.${name}`)}</label>
      <input id={`${id}-${name}`} type="date" required value={line[name]} min={name === 'until' ? line.from : undefined} max="9999-12-31" onChange={(event) => onWrite({ [name]: event.target.value })} />
    </div>
  );
  return (
    <fieldset className="line">
      <legend>{t('requests.link.line', { n: number })}</legend>
      <div className="field">
        <label htmlFor={`${id}-item`}>{t('requests.link.item')}</label>
        <select id={`${id}-item`} className="choice" value={line.item} onChange={(event) => onWrite({ item: event.target.value })}>
          {items.map((it) => (
            <option key={it.item} value={it.item}>
              {itemNameOf(it, figures)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-units`}>{t('requests.link.pieces')}</label>
        <input id={`${id}-units`} type="number" inputMode="numeric" required min={1} step={1} value={line.units} aria-describedby={`${id}-packed`} onChange={(event) => onWrite({ units: event.target.value })} />
        <Packed items={items} item={line.item} units={line.units} figures={figures} id={`${id}-packed`} />
      </div>
      {date('from')}
      {date('until')}
      <div className="field wide">
        <label htmlFor={`${id}-severity`}>{t('requests.link.urgency')}</label>
        <select id={`${id}-severity`} className="choice" value={line.severity} onChange={(event) => onWrite({ severity: event.target.value })}>
          {SEVERITIES.map((it) => (
            <option key={it} value={it}>
              {t(`requests.severity.${it}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field wide">
        <label htmlFor={`${id}-why`}>{t('requests.link.why')}</label>
        <textarea id={`${id}-why`} className="choice" rows={2} maxLength={2000} value={line.why} aria-describedby={`${id}-why-hint`} onChange={(event) => onWrite({ why: event.target.value })} />
        <p className="quiet" id={`${id}-why-hint`}>
          {t('requests.link.whyHint')}
        </p>
      </div>
      {onRemove !== null && (
        <button type="button" className="verb" onClick={onRemove}>
          {t('requests.link.remove', { n: number })}
        </button>
      )}
    </fieldset>
  );
}

// A question and its choices in the page's language, by the kind of question and what it speaks of. A kind that the page does not
// know yet is said as the server says it.

import type { TFunction } from 'i18next';
import type { Figures } from '../shared/figures.ts';
import type { Question } from './use-intake.ts';

/** What a column can mean: of a packing list, or of a sheet of requests. */
export const fieldName = (field: string, t: TFunction, otherwise: string = field): string => t(`sheets.field.${field}`, { defaultValue: t(`sheets.requestField.${field}`, { defaultValue: otherwise }) });

export function questionText({ kind, id, about, text, values }: Question, t: TFunction, figures: Figures): string {
  const about_ = about ?? '';
  const words = { about: about_, ...values, item: figures.item(about_), field: fieldName(values['field'] ?? about_, t), holder: t(`sheets.counted.${values['holder'] ?? 'box'}`) };
  const say = (key: string): string => t(`sheets.ask.${key}`, { ...words, defaultValue: text });
  switch (kind) {
    case 'consignment': return values['refused'] !== undefined ? say('refused') : say(id.replace('.', '-'));
    case 'pledge': return say(id.startsWith('earmark:') ? 'earmark' : values['pledges'] === '0' ? 'noPledge' : 'pledge');
    case 'item': return say(Number(values['candidates'] ?? 0) > 1 ? 'items' : 'item');
    case 'duplicate': return say(`duplicate-${values['by'] ?? 'content'}`);
    default: return say(kind);
  }
}

export function optionText({ kind, id, values }: Question, value: string, label: string, t: TFunction, figures: Figures): string {
  const say = (key: string, more: Readonly<Record<string, string>> = {}): string => t(key, { ...more, defaultValue: label });
  switch (kind) {
    case 'column': return value === 'none' ? t('sheets.none') : fieldName(value, t, label);
    case 'numbers': return say(`sheets.option.${value}`, { reading: values[value] ?? '' });
    case 'dates': return values[value] === undefined || values[value] === '' ? label : say(`sheets.option.${value}`, { reading: figures.calendar(values[value]) });
    case 'unit':
    case 'counts': return say(`sheets.counted.${value}`);
    case 'item': return value === 'none' ? t('sheets.option.noItem') : say(`item.${value}`);
    case 'measure': {
      const [unit = '', basis = ''] = value.split(' ');
      return `${unit}, ${t(`sheets.option.of-${basis}`)}`;
    }
    case 'pair':
    case 'formulas':
    case 'twice':
    case 'totals':
    case 'duplicate': return say(`sheets.option.${kind}-${value}`);
    case 'pledge': return value === 'none' ? t('sheets.option.anybody') : label;
    case 'consignment': return id === 'consignment.mode' ? say(`mode.${value}`) : label;
    default: return label;
  }
}

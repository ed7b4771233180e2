// The form by which somebody asks: a line for each item, who signs, one button. Sent again after a break it is the same request.

import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestsByLink } from '../../src/http/contract/requests.ts';
import { Field, Form, textOf } from '../people/form.tsx';
import type { Figures } from '../shared/figures.ts';
import { Refusal } from '../shared/client.ts';
import { asLine, LineFields, type WrittenLine } from './line-fields.tsx';
import { newKey } from './new-key.ts';

interface AskFormProps {
  readonly items: RequestsByLink['items'];
  readonly today: string;
  readonly figures: Figures;
  readonly onSend: (body: object, key: string) => Promise<void>;
}

/** A week is what a plan looks ahead. */
const DAYS = 7;

function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

export function AskForm({ items, today, figures, onSend }: AskFormProps): ReactElement {
  const { t } = useTranslation();
  const fresh = (item: string): WrittenLine => ({ item, units: '', from: today, until: later(today, DAYS - 1), severity: '3', why: '' });
  const [lines, setLines] = useState<readonly WrittenLine[]>([fresh(items[0]?.item ?? '')]);
  const key = useRef(newKey());
  const send = async (fields: FormData): Promise<void> => {
    try {
      await onSend({ name: textOf(fields, 'name'), lines: lines.map(asLine) }, key.current);
      key.current = newKey();
    } catch (error) {
      // What was refused may be written otherwise, under another key; what nobody answered may have arrived.
      if (error instanceof Refusal && error.answered) key.current = newKey();
      throw error;
    }
  };
  const write = (k: number, change: Partial<WrittenLine>): void => setLines(lines.map((line, at) => (at === k ? { ...line, ...change } : line)));
  const unasked = items.find(({ item }) => !lines.some((line) => line.item === item));
  return (
    <Form go={t('requests.link.go')} busy={t('requests.link.busy')} onSend={send}>
      {lines.map((line, k) => (
        <LineFields key={k} line={line} number={k + 1} items={items} figures={figures} onWrite={(change) => write(k, change)} onRemove={lines.length === 1 ? null : () => setLines(lines.filter((_, at) => at !== k))} />
      ))}
      {unasked !== undefined && (
        <button type="button" className="verb" onClick={() => setLines([...lines, fresh(unasked.item)])}>
          {t('requests.link.another')}
        </button>
      )}
      <Field label={t('requests.link.who')} name="name" autoComplete="name" hint={t('requests.link.whoHint')} />
    </Form>
  );
}

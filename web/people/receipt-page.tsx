// The consignee's page: what is coming, and once, what was received, damaged, handed back. No account, no bar, one minute.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../src/http/contract/people.ts';
import { LANGUAGES, speak } from '../shared/language.ts';
import { askPeople } from '../shared/self.ts';
import { Field, Form, Problem, textOf } from './form.tsx';
import { whenOf } from './when.ts';
import './people.css';

export function ReceiptPage(): ReactElement {
  const { t, i18n } = useTranslation();
  const { secret } = useParams({ from: '/r/$secret' });
  const path = `/v1/receipt/${encodeURIComponent(secret)}`;
  const found = useQuery({ queryKey: ['receipt', secret], queryFn: () => askPeople<Delivery>(path), retry: false });
  const delivery = found.data;
  const units = delivery?.lots.reduce((sum, lot) => sum + lot.units, 0) ?? 0;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <main className="whole door receipt">
      <p className="languages" role="group" aria-label={t('language')}>
        {LANGUAGES.map((code) => (
          <button key={code} type="button" className="plain" lang={code} aria-pressed={i18n.language === code} onClick={() => speak(code)}>
            {code.toUpperCase()}
          </button>
        ))}
      </p>
      <h1 id="answer">{delivery === undefined ? t('people.receipt.none') : t('people.receipt.title', { units: number.format(units), name: delivery.recipient.name })}</h1>
      <Problem of={found.error} />
      {delivery !== undefined && (
        <>
          <p>{delivery.departedAt === null ? t('people.receipt.waits') : t('people.receipt.left', { when: whenOf(delivery.departedAt, i18n.language) })}</p>
          {delivery.answer === null ? <Answering delivery={delivery} path={path} /> : <Answered delivery={delivery} />}
          <p className="quiet">{t('people.receipt.until', { when: whenOf(delivery.expiresAt, i18n.language) })}</p>
        </>
      )}
    </main>
  );
}

function Answering({ delivery, path }: { readonly delivery: Delivery; readonly path: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const answers = useQueryClient();
  const number = new Intl.NumberFormat(i18n.language);
  const send = async (fields: FormData): Promise<void> => {
    const count = (what: string, lot: string): number => Number(textOf(fields, `${what} ${lot}`) || '0');
    const lots = delivery.lots.map(({ lot }) => ({ lot, received: count('received', lot), damaged: count('damaged', lot), refused: count('refused', lot) }));
    const note = textOf(fields, 'note');
    const answered = await askPeople<Delivery>(path, { method: 'POST', body: { name: textOf(fields, 'name'), lots, note: note === '' ? null : note } });
    answers.setQueryData(['receipt', path.split('/').at(-1)], answered);
  };
  return (
    <Form go={t('people.receipt.go')} busy={t('people.receipt.busy')} onSend={send}>
      <p>{t('people.receipt.count')}</p>
      {delivery.lots.map(({ lot, name, units }) => (
        <fieldset key={lot}>
          <legend>
            {name} <span className="quiet">{`${lot} · ${number.format(units)} ${t('people.receipt.sent')}`}</span>
          </legend>
          <div className="counts">
            <Field label={t('people.receipt.received')} name={`received ${lot}`} type="number" min={0} />
            <Field label={t('people.receipt.damaged')} name={`damaged ${lot}`} type="number" min={0} defaultValue={0} />
            <Field label={t('people.receipt.refused')} name={`refused ${lot}`} type="number" min={0} defaultValue={0} />
          </div>
        </fieldset>
      ))}
      <Field label={t('people.receipt.who')} name="name" autoComplete="name" hint={t('people.receipt.whoHint')} />
      <Field label={t('people.receipt.note')} name="note" required={false} />
    </Form>
  );
}

function Answered({ delivery: { answer, lots } }: { readonly delivery: Delivery }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  if (answer === null) return null;
  return (
    <div role="status">
      <p>
        <strong>{t('people.receipt.done')}</strong> {t('people.receipt.answered', { when: whenOf(answer.answeredAt, i18n.language) })}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('people.receipt.goods')}</th>
            <th scope="col" className="number">{t('people.receipt.received')}</th>
            <th scope="col" className="number">{t('people.receipt.damaged')}</th>
            <th scope="col" className="number">{t('people.receipt.refused')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.lots.map((said) => (
            <tr key={said.lot}>
              <th scope="row">{lots.find(({ lot }) => lot === said.lot)?.name ?? said.lot}</th>
              <td className="number">{number.format(said.received)}</td>
              <td className="number">{number.format(said.damaged)}</td>
              <td className="number">{number.format(said.refused)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('people.receipt.wrong')}</p>
    </div>
  );
}

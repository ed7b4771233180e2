// What became of a request, to whoever filed it: its state in a sentence, what was accepted, the question with room for the answer,
// and the way to take it back.

import { useId, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestsByLink } from '../../src/http/contract/requests.ts';
import type { Phrase } from '../../src/domain/phrase.ts';
import { Field, Form, Problem, textOf } from '../people/form.tsx';
import type { Figures } from '../shared/figures.ts';
import { Spoken, type Telling } from '../shared/told.tsx';
import { itemNameOf, Packed } from './line-fields.tsx';
import type { Send } from './link-page.tsx';
import { newKey } from './new-key.ts';

type Request = RequestsByLink['requests'][number];

interface BecameProps {
  readonly request: Request;
  readonly opened: RequestsByLink;
  readonly send: Send;
  readonly figures: Figures;
  readonly tell: Telling;
}

export function Became({ request, opened, send, figures, tell }: BecameProps): ReactElement {
  const { t } = useTranslation();
  const { state, lines, accepted, moments, requestedAt } = request;
  const named = (item: string, name: string): string => itemNameOf({ item, name, unitsPerCarton: 1 }, figures);
  const less = (state === 'accepted' ? (accepted ?? []) : []).flatMap(({ item, from, units }) => {
    const asked = lines.find((line) => line.item === item && line.from === from)?.units ?? units;
    return asked === units ? [] : [t('requests.link.part', { units: figures.count(units), asked: figures.count(asked) })];
  });
  const reason = moments.at(-1)?.text ?? null;
  const because = reason !== null && (state === 'declined' || state === 'accepted') ? [t('requests.link.reason', { reason })] : [];
  return (
    <article className="became" aria-label={request.request}>
      <h3>{lines.map(({ item, name, units }) => `${figures.count(units)} ${named(item, name)}`).join(', ')}</h3>
      <p role="status">
        <strong>{t(`requests.link.became.${state}`)}</strong> {[...less, ...because].join(' ')}
      </p>
      {state === 'asked' && <Answering {...{ request, opened, send, figures, tell }} />}
      <p className="quiet">
        {t('requests.link.when', { when: figures.hour(requestedAt) })}, {request.request}
      </p>
      {(request.waitsFor !== null || state === 'accepted') && <Withdraw request={request.request} send={send} />}
    </article>
  );
}

function Answering({ request, opened, send, figures, tell }: BecameProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const key = useRef(newKey());
  const [units, setUnits] = useState<readonly string[]>(request.lines.map((line) => String(line.units)));
  const question = request.moments.findLast(({ step }) => step === 'ask');
  const answer = async (fields: FormData): Promise<void> => {
    const changed = request.lines.some((line, k) => String(line.units) !== units[k]);
    const lines = request.lines.map(({ item, from, until, severity, why }, k) => ({ item, units: Number(units[k]), from, until, severity, why }));
    await send(`/${encodeURIComponent(request.request)}/answer`, { name: textOf(fields, 'name'), answer: textOf(fields, 'answer'), ...(changed && { lines }) }, key.current);
  };
  return (
    <Form go={t('requests.link.send')} busy={t('requests.link.busy')} onSend={answer}>
      <div className="question">
        {question?.asked.map(({ say, inEnglish }) => (
          <p key={inEnglish}>
            {/* The schema describes a phrase; whether this version knows it is asked where it is said. */}
            <Spoken why={inEnglish} because={[say as unknown as Phrase]} tell={tell} />
          </p>
        ))}
        {question?.text !== null && <p>{question?.text}</p>}
      </div>
      {request.lines.map((line, k) => (
        <div className="field" key={`${line.item} ${line.from}`}>
          <label htmlFor={`${id}-${k}`}>
            {itemNameOf({ item: line.item, name: line.name, unitsPerCarton: 1 }, figures)}: {t('requests.link.change')}
          </label>
          <input id={`${id}-${k}`} type="number" inputMode="numeric" required min={1} step={1} value={units[k]} aria-describedby={`${id}-${k}-packed`} onChange={(event) => setUnits(units.map((it, at) => (at === k ? event.target.value : it)))} />
          <Packed items={opened.items} item={line.item} units={units[k] ?? ''} figures={figures} id={`${id}-${k}-packed`} />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-answer`}>{t('requests.link.answer')}</label>
        <textarea id={`${id}-answer`} name="answer" className="choice" rows={3} required maxLength={2000} />
      </div>
      <Field label={t('requests.link.who')} name="name" autoComplete="name" hint={t('requests.link.whoHint')} />
    </Form>
  );
}

function Withdraw({ request, send }: { readonly request: string; readonly send: Send }): ReactElement {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const key = useRef(newKey());
  const named = <span className="hidden"> {request}</span>;
  if (!isAsked)
    return (
      <button type="button" className="verb" onClick={() => setAsked(true)}>
        {t('requests.link.withdraw')}
        {named}
      </button>
    );
  return (
    <p>
      <button type="button" className="key" onClick={() => void send(`/${encodeURIComponent(request)}/withdrawal`, undefined, key.current).catch(setProblem)}>
        {t('requests.link.really')}
        {named}
      </button>{' '}
      <button type="button" className="verb" onClick={() => setAsked(false)}>
        {t('requests.link.keep')}
      </button>
      <Problem of={problem} />
    </p>
  );
}

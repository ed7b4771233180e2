// What a person does about a request: accept it, whole or less, ask back, decline, or undo a decision by correcting its fact.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import { client } from '../shared/client.ts';
import { EntryForm, type FormField, type Values } from '../shared/entry-form.tsx';
import type { Figures } from '../shared/figures.ts';
import { useDoing, type Do, type Line, type Request } from './scene.ts';

type Act = 'accept' | 'ask' | 'decline' | 'undo';

interface JudgeProps {
  readonly operation: OperationSummary;
  readonly request: Request;
  readonly at: string | undefined;
  readonly figures: Figures;
}

export function Judge({ operation, request, at, figures }: JudgeProps): ReactElement | null {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const todo = useDoing();
  const isDecided = request.state === 'accepted' || request.state === 'declined';
  const acts: readonly Act[] = request.waitsFor !== null ? ['accept', 'ask', 'decline'] : isDecided ? ['undo'] : [];
  if (acts.length === 0) return null;
  const done = (): void => setAct(null);
  const occurred = at ?? operation.standsAt ?? undefined;
  return (
    <div className="judge">
      {request.state === 'asked' && <p className="quiet">{t('requests.judge.asked')}</p>}
      {act === null ? (
        <p className="ways">
          {acts.map((it, index) => (
            <button key={it} type="button" className={index === 0 && it === 'accept' ? 'go' : 'key'} onClick={() => setAct(it)}>
              {t(`requests.judge.${it}`)}
            </button>
          ))}
        </p>
      ) : act === 'accept' ? (
        <Accept {...{ operation, request, figures, todo, occurred }} onDone={done} />
      ) : (
        <EntryForm
          label={t(`requests.judge.${act}`)}
          fields={[{ name: act === 'ask' ? 'question' : 'reason', label: t(`requests.judge.${act === 'ask' ? 'question' : act === 'undo' ? 'undoReason' : 'whyNot'}`) }]}
          button={t(`requests.judge.go.${act}`)}
          send={(values) => todo((key) => said(operation.operation, request, act, values, occurred, key))}
          onDone={done}
          onCancel={done}
        />
      )}
    </div>
  );
}

function said(operation: string, request: Request, act: 'ask' | 'decline' | 'undo', { question = '', reason = '' }: Values, at: string | undefined, key: string): ReturnType<Parameters<Do>[0]> {
  if (act === 'ask') return client.requests.question(operation, request.request, { question, at }, key);
  if (act === 'decline') return client.requests.decline(operation, request.request, { reason, at }, key);
  const decision = request.moments.findLast(({ step }) => step === 'accept' || step === 'decline');
  return client.record(operation, { kind: 'correction.made', occurredAt: at ?? new Date().toISOString(), by: 'coordinator', body: { corrects: decision?.fact ?? '', reason } }, key);
}

interface AcceptProps {
  readonly operation: OperationSummary;
  readonly request: Request;
  readonly figures: Figures;
  readonly todo: Do;
  readonly occurred: string | undefined;
  readonly onDone: () => void;
}

function Accept({ operation, request, figures, todo, occurred, onDone }: AcceptProps): ReactElement {
  const { t } = useTranslation();
  const unitsOf = (k: number): string => `units${k}`;
  const countsOf = (k: number): string => `counts${k}`;
  const standsInside = ({ proposal }: Line): boolean => proposal.within.length > 0;
  const fields: FormField[] = request.lines.flatMap((line, k): FormField[] => {
    const item = figures.item(line.item);
    return [
      { name: unitsOf(k), label: t('requests.judge.units', { item }), type: 'number', least: 0, most: line.units, value: line.units, hint: t('requests.judge.hint', { n: figures.count(line.units) }) },
      ...(standsInside(line) ? [{ name: countsOf(k), label: t('requests.judge.counts', { item }), value: 'within', options: [['within', t('requests.judge.within')], ['top', t('requests.judge.onTop')]] as const }] : []),
    ];
  });
  const send = (values: Values): Promise<ClientFailure | null> =>
    todo((key) =>
      client.requests.accept(
        operation.operation,
        request.request,
        { lines: request.lines.map(({ item, from, units }, k) => ({ item, from, units: Number(values[unitsOf(k)] ?? units), ...(values[countsOf(k)] === 'top' && { within: [] }) })), reason: values['reason'] === '' ? null : (values['reason'] ?? null), at: occurred },
        key,
      ),
    );
  return <EntryForm label={t('requests.judge.accept')} fields={[...fields, { name: 'reason', label: t('requests.judge.reason'), isOptional: true }]} button={t('requests.judge.go.accept')} send={send} onDone={onDone} onCancel={onDone} />;
}

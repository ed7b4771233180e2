// Approve and freeze: the dialog that asks for the reason and for what stands from now on, and records the plan with its
// decisions, once. A second press, or a second try after a lost answer, records nothing twice.

import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { useSeconds } from '../shared/queries.ts';
import { asked, type Decision } from './draft.ts';
import type { PlanProposed } from './policies.ts';
import { approve, type Wishes } from './questions.ts';

interface ApproveProps {
  readonly operation: string;
  readonly plan: PlanProposed;
  /** Those that the plan was made with; null: none were asked for. */
  readonly decisions: readonly Decision[] | null;
  /** As the plan was asked for. */
  readonly wishes: Wishes;
  readonly onDone: (approved: ApprovalAnswer) => void;
  readonly onClose: () => void;
  readonly figures: Figures;
}

export function Approve({ operation, plan, decisions, wishes, onDone, onClose, figures }: ApproveProps): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [key] = useState(() => `approval:${plan.plan}:${crypto.randomUUID()}`);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('planner');
  const [freeze, setFreeze] = useState<'all' | 'decided'>('all');
  const [state, setState] = useState<{ readonly isWorking: boolean; readonly error: string | null }>({ isWorking: false, error: null });
  const seconds = useSeconds(state.isWorking);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState({ isWorking: true, error: null });
    approve(operation, plan.plan, { by, reason, freeze, asOf: plan.asOf, ...(decisions !== null && { decisions: asked(decisions) }), ...wishes }, key).then(onDone, (error: unknown) => setState({ isWorking: false, error: error instanceof Error ? error.message : String(error) }));
  };
  return (
    <dialog ref={dialog} className="approve" aria-labelledby="approve-title" onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id="approve-title">{t('approve.title')}</h2>
        <p>{t('approve.text', { lines: figures.count(plan.lines.length), cartons: figures.count(plan.lines.reduce((sum, { cartons }) => sum + cartons, 0)), cost: figures.euros(plan.cost) })}</p>
        <label>
          <span>{t('approve.reason')}</span>
          <input className="choice" required maxLength={500} pattern=".*\S.*" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </label>
        <label>
          <span>{t('approve.by')}</span>
          <input className="choice" required maxLength={120} pattern=".*\S.*" value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        </label>
        <fieldset>
          <legend>{t('approve.freeze')}</legend>
          {(['all', 'decided'] as const).map((it) => (
            <label key={it} className="option">
              <input type="radio" name="freeze" checked={freeze === it} onChange={() => setFreeze(it)} /> {t(`approve.${it}`)}
            </label>
          ))}
        </fieldset>
        {state.error !== null && <p role="alert" className="problem">{t('approve.failed', { why: state.error })}</p>}
        <p className="keys">
          <button type="submit" className="go" disabled={state.isWorking}>
            {t('approve.go')}
          </button>{' '}
          <button type="button" className="key" onClick={() => dialog.current?.close()}>
            {t('approve.cancel')}
          </button>{' '}
          <span role="status" className="quiet">
            {state.isWorking ? t('approve.working', { n: seconds }) : ''}
          </span>
        </p>
      </form>
    </dialog>
  );
}

// The draft as a list: every decision with its reason, taken back one by one, undone and redone; replanned when the person says
// so. Decisions that contradict each other come back with the fewest to let go of.

import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lineKey } from '../../src/domain/plan/line-key.ts';
import { Refusal } from '../shared/client.ts';
import type { Figures } from '../shared/figures.ts';
import { Progress } from '../shared/progress.tsx';
import { decide, keyOf, redo, standing, takeBack, undo, type Decision, type Draft } from './draft.ts';
import type { PlanProposed } from './policies.ts';
import type { Speech } from './said.ts';
import type { Wishes } from './questions.ts';
import { sameDecisions, type Replan } from './use-replan.ts';

/** Whether a plan made anew is to keep to what people act on; null where no approved line leaves soon. */
export interface Steadiness {
  readonly acted: NonNullable<PlanProposed['acted']>;
  readonly isWanted: boolean;
  /** Other than the plan that is shown was made. */
  readonly isChanged: boolean;
  readonly onWant: (wanted: boolean) => void;
}

/** Whether a plan made anew is to be loaded on whole pallets. */
export interface PalletChoice {
  readonly isWanted: boolean;
  /** Other than the plan that is shown was made. */
  readonly isChanged: boolean;
  readonly onWant: (wanted: boolean) => void;
}

interface DraftListProps {
  readonly draft: Draft;
  readonly onChange: (of: (draft: Draft) => Draft) => void;
  readonly replan: Replan;
  readonly steady: Steadiness | null;
  readonly pallets: PalletChoice;
  /** What is asked for besides the decisions. */
  readonly wishes: Wishes;
  readonly speech: Speech;
  /** What an item's code is where a line is known by its lot alone. */
  readonly itemOf: (lot: string) => string;
  readonly figures: Figures;
}

export function DraftList({ draft, onChange, replan, steady, pallets, wishes, speech, itemOf, figures }: DraftListProps): ReactElement {
  const { t } = useTranslation();
  const decisions = standing(draft);
  return (
    <section className="draft" aria-label={t('decide.draft')}>
      <h2 className="head">
        {t('decide.draft')}{' '}
        <span>
          <button type="button" className="verb" disabled={draft.at === 0} onClick={() => onChange(undo)}>
            {t('decide.undo')}
          </button>{' '}
          <button type="button" className="verb" disabled={draft.at === draft.steps.length - 1} onClick={() => onChange(redo)}>
            {t('decide.redo')}
          </button>{' '}
          {decisions.length > 1 && (
            <button type="button" className="verb" onClick={() => onChange((held) => takeBack(held, standing(held).map(keyOf)))}>
              {t('decide.clear')}
            </button>
          )}
        </span>
      </h2>
      {decisions.length === 0 ? (
        <p className="quiet">{t('decide.empty')}</p>
      ) : (
        <ol>
          {decisions.map((decision) => (
            <li key={keyOf(decision)}>
              <span>
                {speech.decision(decision)}
                {decision.kind !== 'release' && <q className="quiet">{decision.reason}</q>}
              </span>
              <button type="button" className="verb" aria-label={t('decide.remove', { what: speech.decision(decision) })} onClick={() => onChange((held) => takeBack(held, [keyOf(decision)]))}>
                {t('decide.removeShort')}
              </button>
            </li>
          ))}
        </ol>
      )}
      <p className="hidden" role="status">
        {decisions.length === 0 ? '' : t('decide.added', { n: decisions.length })}
      </p>
      {steady !== null && (
        <label className="option">
          <input type="checkbox" checked={steady.isWanted} onChange={(event) => steady.onWant(event.currentTarget.checked)} /> {t('decide.steady', { count: steady.acted.lines, n: figures.count(steady.acted.lines), hours: figures.decimal(steady.acted.hours, Number.isInteger(steady.acted.hours) ? 0 : 1) })}
        </label>
      )}
      <label className="option">
        <input type="checkbox" checked={pallets.isWanted} onChange={(event) => pallets.onWant(event.currentTarget.checked)} /> {t('decide.pallets')}
      </label>
      {replan.isRunning ? (
        <p className="waiting" role="status">
          {t('decide.replanning')} <Progress making={replan.making} figures={figures} />
        </p>
      ) : (
        (decisions.length > 0 || steady?.isChanged === true || pallets.isChanged) && (
          <button type="button" className="key" onClick={() => replan.run(decisions, wishes)}>
            {t('decide.replan')}
          </button>
        )
      )}
      {replan.failed !== null && sameDecisions(replan.failed.decisions, decisions) && <Refused error={replan.failed.error} decisions={decisions} onChange={onChange} speech={speech} itemOf={itemOf} />}
    </section>
  );
}

interface RefusedProps {
  readonly error: Error;
  readonly decisions: readonly Decision[];
  readonly onChange: DraftListProps['onChange'];
  readonly speech: Speech;
  readonly itemOf: DraftListProps['itemOf'];
}

function Refused({ error, decisions, onChange, speech, itemOf }: RefusedProps): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer a promise, which would be taken for the effect's clean-up.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const problem = error instanceof Refusal ? error.failure : null;
  const release = problem?.release ?? [];
  const keys = new Set(release.map(lineKey));
  const own = decisions.filter((decision) => decision.kind !== 'forbid' && keys.has(lineKey(decision.line)));
  const [only] = own;
  const most = problem?.most ?? null;
  /** Of the draft they are taken back; lines that an earlier plan froze are released. */
  const letGo = (): void =>
    onChange((held) => {
      const left = takeBack(held, own.map(keyOf));
      const mine = new Set(own.flatMap((decision) => (decision.kind === 'forbid' ? [] : [lineKey(decision.line)])));
      const others = release.filter((line) => !mine.has(lineKey(line))).map((line): Decision => ({ kind: 'release', line: { ...line, item: itemOf(line.lot) } }));
      return others.length === 0 ? left : decide(own.length === 0 ? held : left, others);
    });
  if (problem?.code !== 'decisions-refused') return <p role="alert">{t('decide.failed', { why: error.message })}</p>;
  return (
    <div ref={box} className="refused" role="alert">
      <h3>{t('decide.refused')}</h3>
      <p lang="en">{error.message}</p>
      {release.length > 0 && (
        <>
          <p>{t('decide.release', { count: release.length })}</p>
          <ul>
            {release.map((line) => (
              <li key={lineKey(line)}>{speech.line({ ...line, item: itemOf(line.lot) })}</li>
            ))}
          </ul>
          <button type="button" className="key" onClick={letGo}>
            {t('decide.releaseThese')}
          </button>{' '}
        </>
      )}
      {most !== null && only?.kind === 'set' && own.length === 1 && most < only.cartons && (
        <button type="button" className="key" onClick={() => onChange((held) => decide(held, [{ ...only, cartons: most }]))}>
          {t('decide.setMost', { n: most })}
        </button>
      )}
    </div>
  );
}

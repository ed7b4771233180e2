// What a person can decide about the line that is selected: pin it, set it to a number, forbid its departure, move cartons to
// another line. Each goes into the draft with its reason; nothing is recorded here.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { move, type Decision, type Line } from './draft.ts';
import type { Speech } from './said.ts';

type Act = 'pin' | 'set' | 'forbid' | 'move' | 'release';

interface DecideProps {
  readonly line: Line;
  readonly lines: readonly Line[];
  /** A line that this one was dragged onto. */
  readonly target: Line | null;
  readonly onDecide: (fresh: readonly Decision[]) => void;
  readonly speech: Speech;
  readonly recipient: string;
  readonly item: string;
}

/** Give it a key that names line and target, so that it begins anew with another. */
export function Decide({ line, lines, target, onDecide, speech, recipient, item }: DecideProps): ReactElement {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>(target === null ? 'pin' : 'move');
  const [cartons, setCartons] = useState(String(line.cartons));
  const [to, setTo] = useState(target?.line ?? '');
  const [departure, setDeparture] = useState<string>(line.route[0] ?? '');
  const [forAll, setForAll] = useState(false);
  const [reason, setReason] = useState('');
  const targets = lines.filter((other) => other.item === line.item && other.recipient !== line.recipient);
  const end = targets.find((other) => other.line === to) ?? targets[0];
  const acts: readonly Act[] = ['pin', 'set', ...(line.route.length > 0 ? (['forbid'] as const) : []), 'move', ...(line.frozen ? (['release'] as const) : [])];
  const decision = (): readonly Decision[] => {
    if (act === 'pin') return [{ kind: 'pin', line, reason }];
    if (act === 'set') return [{ kind: 'set', line, cartons: Number(cartons), reason }];
    if (act === 'release') return [{ kind: 'release', line }];
    if (act === 'forbid') return [{ kind: 'forbid', departure, recipient: forAll ? null : line.recipient, reason }];
    return end === undefined ? [] : move(line, end, Number(cartons), reason, lines);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDecide(decision());
    setReason('');
  };
  const stuck = act === 'move' && end === undefined;
  return (
    <form className="decide" aria-label={t('decide.title')} onSubmit={submit}>
      <label>
        <span>{t('decide.act')}</span>
        <select className="choice" value={act} onChange={(event) => setAct(acts.find((it) => it === event.currentTarget.value) ?? 'pin')}>
          {acts.map((it) => (
            <option key={it} value={it}>
              {t(`decide.${it}`)}
            </option>
          ))}
        </select>
      </label>
      {(act === 'set' || (act === 'move' && !stuck)) && (
        <label>
          <span>{t('decide.cartons')}</span>
          <input className="choice count" type="number" inputMode="numeric" min={act === 'set' ? 0 : 1} max={act === 'move' ? line.cartons : 1_000_000} step="1" required value={cartons} onChange={(event) => setCartons(event.currentTarget.value)} />
          <span className="quiet">{act === 'set' ? t('decide.struck') : t('decide.most', { n: line.cartons })}</span>
        </label>
      )}
      {act === 'move' && !stuck && (
        <label>
          <span>{t('decide.to')}</span>
          <select className="choice" value={end?.line} onChange={(event) => setTo(event.currentTarget.value)}>
            {targets.map((other) => (
              <option key={other.line} value={other.line}>
                {speech.line(other)}
              </option>
            ))}
          </select>
        </label>
      )}
      {act === 'forbid' && (
        <>
          <label>
            <span>{t('decide.departure')}</span>
            <select className="choice" value={departure} onChange={(event) => setDeparture(event.currentTarget.value)}>
              {line.route.map((run) => (
                <option key={run}>{run}</option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('decide.whom')}</span>
            <select className="choice" value={forAll ? 'all' : 'one'} onChange={(event) => setForAll(event.currentTarget.value === 'all')}>
              <option value="one">{recipient}</option>
              <option value="all">{t('decide.everybody')}</option>
            </select>
          </label>
        </>
      )}
      {act !== 'release' && !stuck && (
        <label>
          <span>{t('decide.reason')}</span>
          <input className="choice" required maxLength={500} pattern=".*\S.*" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      {stuck ? (
        <p>{t('decide.noTarget', { item })}</p>
      ) : (
        <p>
          <button type="submit" className="key">
            {t('decide.add')}
          </button>{' '}
          {act === 'move' && <span className="quiet">{t('decide.drag')}</span>}
        </p>
      )}
    </form>
  );
}

// What-ifs that are kept under a name: keep the one that is tried, open one that was kept, copy its address, strike it out; and choose
// those that are to be compared (several.tsx).

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { linkOf } from '../../src/domain/plan/change-link.ts';
import type { Change } from '../../src/domain/plan/what-if.ts';
import type { KeptWhatIfsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { Draft } from '../../src/http/contract/questions.ts';
import type { HubsSeen } from '../router.tsx';
import { client, given } from '../shared/client.ts';
import type { Figures } from '../shared/figures.ts';
import { useMay } from '../shared/may.ts';
import { AskedInVain, Refused } from '../shared/refused.tsx';
import { answersHold } from './scene.ts';
import { Several } from './several.tsx';

type Kept = KeptWhatIfsAnswer['whatIfs'][number];

interface KeptProps {
  readonly operation: OperationSummary;
  readonly changes: readonly Change[];
  /** The instant that is looked at; undefined: where the operation stands. */
  readonly asOf: string | undefined;
  readonly figures: Figures;
  readonly saidOf: (change: Change) => string;
  /** One of them was opened. */
  readonly onOpen: () => void;
}

export function KeptWhatIfs({ operation, changes, asOf, figures, saidOf, onOpen }: KeptProps): ReactElement {
  const { t } = useTranslation();
  const answers = useQueryClient();
  const may = useMay();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useQuery({ queryKey: ['what-ifs', operation.operation, operation.facts], queryFn: ({ signal }) => given(client.whatIfs(operation.operation, { signal })), placeholderData: (before) => before });
  const enter = async (drafts: readonly Pick<Draft, 'kind' | 'body'>[], done: string): Promise<boolean> => {
    const occurredAt = new Date().toISOString();
    const answer = await client.recordAll(operation.operation, { facts: drafts.map((draft) => ({ ...draft, occurredAt, by: 'planner' })) }, `page:${crypto.randomUUID()}`);
    setFailure(answer.ok ? null : answer.error);
    setSaid(answer.ok ? done : '');
    if (!answer.ok) return false;
    answersHold(answers, operation, answer.value.facts.map(({ fact }) => fact.seq));
    await answers.invalidateQueries({ queryKey: ['operations'] });
    return true;
  };
  const tick = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  const kept = list.data?.whatIfs ?? [];
  const strikeOut = async ({ name, facts }: Kept): Promise<void> => {
    const done = await enter(facts.map((corrects) => ({ kind: 'correction.made', body: { corrects, reason: t('hubs.kept.reason') } })), t('hubs.kept.struck', { name }));
    // The button that was pressed goes with its line.
    if (done) document.querySelector<HTMLElement>('#kept')?.focus();
  };
  return (
    <>
      {changes.length > 0 && may('fact.plan') && <KeepForm onKeep={(name) => enter([{ kind: 'what-if.kept', body: { name, changes: [...changes], ...(asOf !== undefined && { asOf }) } }], t('hubs.kept.done', { name }))} />}
      <p role="status" className="quiet">{said}</p>
      {failure !== null && <p><Refused failure={failure} /></p>}
      <h3 id="kept" tabIndex={-1}>{t('hubs.kept.title')}</h3>
      {list.isError && <p><AskedInVain error={list.error} /></p>}
      {list.data?.whatIfs.length === 0 && <p className="quiet">{t('hubs.kept.none')}</p>}
      <ul className="kept" aria-labelledby="kept">
        {kept.map((it) => (
          <KeptOne key={it.name} kept={it} isChosen={chosen.has(it.name)} onTick={() => tick(it.name)} operation={operation.operation} figures={figures} saidOf={saidOf} onOpen={onOpen} onSaid={setSaid} onStrikeOut={may('fact.plan') ? () => void strikeOut(it) : null} />
        ))}
      </ul>
      {kept.length > 0 && <Several operation={operation} kept={kept} chosen={chosen} onChoose={setChosen} asOf={asOf} figures={figures} saidOf={saidOf} onOpen={onOpen} />}
    </>
  );
}

function KeepForm({ onKeep }: { readonly onKeep: (name: string) => Promise<boolean> }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (await onKeep(name.trim())) setName('');
    setBusy(false);
  };
  return (
    <form className="keep" onSubmit={(event) => void keep(event)}>
      <label>
        {t('hubs.kept.name')}
        <input value={name} maxLength={80} required onChange={({ target }) => setName(target.value)} />
      </label>
      <div>
        <button type="submit" className="verb" disabled={isBusy || name.trim() === ''}>
          {t('hubs.kept.keep')}
        </button>
      </div>
    </form>
  );
}

interface OneProps extends Pick<KeptProps, 'figures' | 'saidOf' | 'onOpen'> {
  readonly kept: Kept;
  readonly isChosen: boolean;
  readonly onTick: () => void;
  readonly operation: string;
  readonly onSaid: (said: string) => void;
  /** Null: it is not the reader's to strike out. */
  readonly onStrikeOut: (() => void) | null;
}

function KeptOne({ kept: { name, changes, asOf, at, by }, isChosen, onTick, operation, figures, saidOf, onOpen, onSaid, onStrikeOut }: OneProps): ReactElement {
  const { t } = useTranslation();
  const router = useRouter();
  const search: HubsSeen = { op: operation, changes: linkOf(changes), ...(asOf !== null && { at: asOf }) };
  const copy = (): void => {
    const address = new URL(router.buildLocation({ to: '/hubs', search }).href, window.location.origin).href;
    void navigator.clipboard.writeText(address).then(() => onSaid(t('hubs.kept.copied', { name })), () => onSaid(t('hubs.kept.notCopied', { address })));
  };
  return (
    <li>
      <input type="checkbox" className="tick" aria-label={t('hubs.several.choose', { name })} checked={isChosen} onChange={onTick} />
      <Link to="/hubs" search={search} resetScroll={false} onClick={onOpen}>
        {name}
      </Link>{' '}
      <span>{changes.map(saidOf).join('; ')}</span>{' '}
      <span className="quiet">{t('hubs.kept.by', { by, when: figures.moment(at) })}</span>{' '}
      <button type="button" className="verb" aria-label={t('hubs.kept.copyOf', { name })} onClick={copy}>
        {t('hubs.kept.copy')}
      </button>{' '}
      {onStrikeOut !== null && (
        <button type="button" className="verb" aria-label={t('hubs.kept.strikeOutOf', { name })} onClick={onStrikeOut}>
          {t('hubs.kept.strikeOut')}
        </button>
      )}
    </li>
  );
}

// What people enter on a page: facts, all or none, each once under its key, shown when they are recorded and not before. For half
// a minute after each entry it can be struck out: a correction, with a reason, that stays in the journal beside what it corrects.

import './entries.css';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import type { BodyOf, FactKind } from '../../src/domain/facts.ts';
import type { Result } from '../../src/domain/result.ts';
import { client } from './client.ts';
import { Refused } from './refused.tsx';

const UNDO_S = 30;

/** As it is written in a form: strings and numbers that the server reads and checks. */
export type Entry = { [K in FactKind]: { readonly kind: K; readonly body: { readonly [P in keyof BodyOf<K>]: unknown } } }[FactKind];

interface Entered {
  /** In the order in which they were recorded. */
  readonly facts: readonly string[];
  readonly what: string;
}

interface Entries {
  /** Null: recorded; else what was refused, and nothing was. `what`: what was done, in the reader's words. */
  readonly enter: (entries: readonly Entry[], what: string) => Promise<ClientFailure | null>;
  /** Asks for what is more than facts, once under a key. `same`: what makes two askings one. */
  readonly asked: <T>(ask: (key: string) => Promise<Result<T, ClientFailure>>, same: string) => Promise<Result<T, ClientFailure>>;
  /** What was recorded that way can be struck out as well. */
  readonly offer: (entered: Entered) => void;
  readonly last: Entered | null;
  readonly strikeOut: (reason: string) => Promise<ClientFailure | null>;
  readonly dismiss: () => void;
}

const Context = createContext<Entries | null>(null);

export function useEntries(): Entries {
  const entries = useContext(Context);
  if (entries === null) throw new Error('entries are made inside <Entering>');
  return entries;
}

interface EnteringProps {
  readonly operation: string;
  /** When what is entered happened; undefined: now. */
  readonly at: string | undefined;
  /** The role that enters, where nobody is signed in. */
  readonly by?: string;
  readonly children: ReactNode;
}

export function Entering({ operation, at, by = 'hub-operator', children }: EnteringProps): ReactElement {
  const answers = useQueryClient();
  const [last, setLast] = useState<Entered | null>(null);
  const keys = useRef(new Map<string, string>());

  /** The same entry sent again after no answer came bears the same key. */
  const asked = useCallback(async <T,>(ask: (key: string) => Promise<Result<T, ClientFailure>>, same: string): Promise<Result<T, ClientFailure>> => {
    const key = keys.current.get(same) ?? `page:${crypto.randomUUID()}`;
    keys.current.set(same, key);
    const answer = await ask(key);
    if (answer.ok || (answer.error.status !== null && answer.error.status < 500)) keys.current.delete(same);
    if (answer.ok) await answers.invalidateQueries({ queryKey: ['operations'] });
    return answer;
  }, [answers]);

  const send = useCallback((entries: readonly Entry[]) => {
    const occurredAt = at ?? new Date().toISOString();
    return asked((key) => client.recordAll(operation, { facts: entries.map(({ kind, body }) => ({ kind, body, occurredAt, by })) }, key), JSON.stringify([operation, at, entries]));
  }, [operation, at, by, asked]);

  const enter = useCallback(async (entries: readonly Entry[], what: string): Promise<ClientFailure | null> => {
    const answer = await send(entries);
    if (!answer.ok) return answer.error;
    setLast({ facts: answer.value.facts.map(({ fact }) => fact.id), what });
    return null;
  }, [send]);

  const strikeOut = useCallback(async (reason: string): Promise<ClientFailure | null> => {
    const answer = await send((last?.facts ?? []).toReversed().map((corrects): Entry => ({ kind: 'correction.made', body: { corrects, reason } })));
    if (!answer.ok) return answer.error;
    setLast(null);
    return null;
  }, [send, last]);

  const value = useMemo((): Entries => ({ enter, asked, offer: setLast, last, strikeOut, dismiss: () => setLast(null) }), [enter, asked, last, strikeOut]);
  return (
    <Context.Provider value={value}>
      {children}
      <StrikeOut />
    </Context.Provider>
  );
}

/** The offer stays for as long as somebody is in it. */
function StrikeOut(): ReactElement {
  const { t } = useTranslation();
  const { last, strikeOut, dismiss } = useEntries();
  const [left, setLeft] = useState(UNDO_S);
  const [held, setHeld] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  useEffect(() => {
    setLeft(UNDO_S);
    setFailure(null);
  }, [last]);
  useEffect(() => {
    if (last === null || held) return undefined;
    if (left <= 0) {
      dismiss();
      return undefined;
    }
    const timer = setTimeout(() => setLeft((n) => n - 1), 1000);
    return () => clearTimeout(timer);
  }, [last, left, held, dismiss]);
  return (
    <div className="strike-out" role="status" onFocus={() => setHeld(true)} onBlur={() => setHeld(false)} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)}>
      {last !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const reason = new FormData(event.currentTarget).get('reason');
            void strikeOut(typeof reason === 'string' && reason.trim() !== '' ? reason : t('entry.mistake')).then(setFailure);
          }}
        >
          <p>
            <b>{t('entry.recorded')}</b> {last.what}
          </p>
          <label>
            <span className="hidden">{t('entry.reason')}</span>
            <input className="choice" name="reason" defaultValue={t('entry.mistake')} maxLength={200} />
          </label>
          <button type="submit" className="key">
            {t('entry.strikeOut')} <span className="quiet">{t('entry.left', { n: left })}</span>
          </button>
          <button type="button" className="verb" onClick={dismiss}>
            {t('entry.keep')}
          </button>
          {failure !== null && <Refused failure={failure} />}
        </form>
      )}
    </div>
  );
}

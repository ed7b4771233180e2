// The journal followed while somebody looks: a new fact asks the pages' questions anew, quietly. A page in the background lets go
// of its stream, because a browser opens few connections to one server, and catches up when it is looked at again.

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '../../src/client/client.ts';
import { client } from './client.ts';

/** Facts that come in one after the other are one change to the reader. */
const SETTLED_MS = 300;
/** So short a look elsewhere is none. */
const AWAY_MS = 20_000;

let state: StreamState | 'off' = 'off';
const watchers = new Set<() => void>();
const tell = (next: typeof state): void => {
  state = next;
  for (const watcher of watchers) watcher();
};
const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Whether new facts are heard as they come in. */
export const useLiveState = (): typeof state => useSyncExternalStore(subscribe, () => state);

/** Follows the operation for as long as the component stands. */
export function useLive(operation: string | undefined): void {
  const answers = useQueryClient();
  useEffect(() => {
    if (operation === undefined) return undefined;
    let stop: (() => void) | null = null;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const letGo = (): void => {
      stop?.();
      stop = null;
    };
    const look = (): void => {
      clearTimeout(leaving);
      if (document.hidden) leaving = setTimeout(letGo, AWAY_MS);
      else stop ??= follow(operation, answers);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(leaving);
      letGo();
    };
  }, [operation, answers]);
}

/** From now on: what came in before the stream stood is found by asking once when it does. */
function follow(operation: string, answers: QueryClient): () => void {
  const control = new AbortController();
  let settling: ReturnType<typeof setTimeout> | undefined;
  const askAnew = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => void answers.invalidateQueries({ queryKey: ['operations'] }), SETTLED_MS);
  };
  const read = async (): Promise<void> => {
    for await (const event of client.events(operation, { signal: control.signal, onState: tell })) {
      // What was kept of a journal that is another one now is worth nothing.
      if (event.event === 'reset') void answers.resetQueries();
      else if (event.event === 'refused') tell('off');
      else askAnew();
    }
  };
  void read();
  return () => {
    control.abort();
    clearTimeout(settling);
    tell('off');
  };
}

/** A small sign in words: what is shown changes by itself, or does not just now. */
export function Live(): ReactElement {
  const { t } = useTranslation();
  const now = useLiveState();
  return (
    <span className="live" role="status" data-state={now} title={t(`live.${now}Why`)}>
      {now !== 'off' && <span>{t(`live.${now}`)}</span>}
    </span>
  );
}

// The draft of a page, kept for as long as the tab is open: a reload or a look at another page loses nothing. Each operation,
// instant and policy has its own.

import { useCallback, useEffect, useState } from 'react';
import { EMPTY, type Draft } from './draft.ts';

type Change = (of: (draft: Draft) => Draft) => void;

export function useDraft(name: string): readonly [Draft, Change] {
  const [held, setHeld] = useState(() => ({ name, draft: read(name) }));
  const draft = held.name === name ? held.draft : read(name);
  useEffect(() => {
    if (held.name !== name) setHeld({ name, draft: read(name) });
  }, [held.name, name]);
  const change = useCallback<Change>(
    (of) =>
      setHeld((before) => {
        const after = of(before.name === name ? before.draft : read(name));
        sessionStorage.setItem(name, JSON.stringify(after));
        return { name, draft: after };
      }),
    [name],
  );
  return [draft, change];
}

/** What cannot be read is no draft. */
function read(name: string): Draft {
  const kept = sessionStorage.getItem(name);
  if (kept === null) return EMPTY;
  try {
    const draft = JSON.parse(kept) as Draft;
    return Array.isArray(draft.steps) && draft.steps[draft.at] !== undefined ? draft : EMPTY;
  } catch {
    return EMPTY;
  }
}

// Which operations are public, and an edition of each that somebody reads. What an edition can say: edition.ts.

import { epochMs } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import type { Clock } from '../ports.ts';
import { Edition } from './edition.ts';

/** What is not there, or not public, is looked for again after this, ms. */
const LIST_MS = 1_000;

export interface Announcer {
  /** Null: there is no such operation, or it is not public. */
  edition(operation: string): Promise<Edition | null>;
  close(): void;
}

export function announcer(desk: Desk, clock: Clock): Announcer {
  const open = new Map<string, Edition>();
  /** Until when an operation is taken for not public, ms; of those that exist only. */
  const shut = new Map<string, number>();
  let listed: { readonly until: number; readonly ids: ReturnType<Desk['operationIds']> } | null = null;
  /** Asked for once a second at most, however many ask for what is not there. */
  const exists = async (operation: string, now: number): Promise<boolean> => {
    if (listed === null || listed.until <= now) listed = { until: now + LIST_MS, ids: desk.operationIds() };
    const ids = await listed.ids;
    return ids.ok && ids.value.includes(operation);
  };
  const begin = async (operation: string): Promise<Edition | null> => {
    const now = epochMs(clock.now());
    if ((shut.get(operation) ?? 0) > now || !(await exists(operation, now))) return null;
    const edition = new Edition(operation, desk, clock);
    if (await edition.begin()) {
      open.set(operation, edition);
      return edition;
    }
    shut.set(operation, now + LIST_MS);
    return null;
  };
  /** Once for all who ask at the same time. */
  const beginning = new Map<string, Promise<Edition | null>>();
  return {
    edition: (operation) => {
      const known = open.get(operation);
      if (known?.isLive === true) return Promise.resolve(known);
      known?.close();
      const begun = beginning.get(operation) ?? begin(operation).finally(() => beginning.delete(operation));
      beginning.set(operation, begun);
      return begun;
    },
    close: () => {
      for (const edition of open.values()) edition.close();
    },
  };
}

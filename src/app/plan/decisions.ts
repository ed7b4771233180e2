// What people decided: in plans that stand, and what is asked for now. Together they are the frozen lines and the forbidden
// runs of a planning problem. A plan that was approved takes the place of those before it: what they froze counts no more
// unless the approved plan froze it too.

import type { Departure } from '../../domain/places.ts';
import type { LineName, PlanDecisions } from '../../domain/plan/decisions.ts';
import { lineKey } from '../../domain/plan/line-key.ts';
import type { Register } from '../../domain/register.ts';
import type { ForbiddenRun } from '../../planner/problem.ts';

/** A line that stands, and how people came to that. */
export interface DecidedLine extends LineName {
  readonly cartons: number;
  readonly reason: string;
  readonly how: 'frozen' | 'overridden';
}

export interface Decided {
  /** What stood before, then what is asked for: of two that contradict each other the later is refused. Struck lines have 0 cartons. */
  readonly lines: readonly DecidedLine[];
  readonly forbidden: readonly ForbiddenRun[];
}

/** @param open departures that have not left. */
export function decided(known: Register, open: ReadonlySet<Departure['departure']>, asked: PlanDecisions): Decided {
  const own = [...asked.frozen.map((line): DecidedLine => ({ ...line, how: 'frozen' })), ...asked.overridden.map((line): DecidedLine => ({ ...line, how: 'overridden' }))];
  const replaced = new Set([...own, ...asked.released].map(lineKey));
  const lines = [...standing(known, open).filter((line) => !replaced.has(lineKey(line))), ...own];
  const forbidden = [...known.forbidden, ...asked.forbidden].map(({ departure, recipient = null, lot = null }): ForbiddenRun => ({ run: departure, recipient, lot }));
  return { lines, forbidden: [...forbidden, ...lines.flatMap(cap)] };
}

/** `plan TAB line key` of what was released for a plan's line, unless the release was refused. */
export const releasedLines = (known: Pick<Register, 'releases' | 'releaseStates'>): ReadonlySet<string> =>
  new Set(known.releases.filter(({ release }) => known.releaseStates.get(release.dispatch)?.state !== 'refused').map(({ release }) => `${release.plan ?? ''}\t${lineKey(release)}`));

/** Lines that people froze or set by hand, as long as they have not been released (or the release was refused) and their first run has not left. */
function standing(known: Register, open: ReadonlySet<Departure['departure']>): DecidedLine[] {
  const released = releasedLines(known);
  const plans = [...known.plans];
  const since = plans.findIndex(([plan]) => plan === known.approved);
  return plans.slice(Math.max(0, since)).flatMap(([plan, { proposed, frozen, overridden }]) =>
    proposed.lines.flatMap(({ line, lot, recipient, cartons, route }): DecidedLine[] => {
      const [set, stands] = [overridden.get(line), frozen.get(line)];
      if ((set === undefined && stands === undefined) || released.has(`${plan}\t${lineKey({ lot, recipient, route })}`) || !route.every((run) => open.has(run))) return [];
      return [{ lot, recipient, route, cartons: set?.cartons ?? cartons, reason: set?.reason ?? stands ?? '', how: set === undefined ? 'frozen' : 'overridden' }];
    }),
  );
}

/** A line that was set to a number has that number and no more by its last departure. */
function cap({ how, route, recipient, lot }: DecidedLine): ForbiddenRun[] {
  const last = route.at(-1);
  return how === 'frozen' || last === undefined ? [] : [{ run: last, recipient, lot }];
}

// Pictures and the plans that stand behind them, each kept for as long as nothing is added to the journal. A plan that many
// ask for is made once, and given up when the last of them has gone.

import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { DEFAULTS, propose, type Tools } from '../plan/propose.ts';
import type { PlanProgress, PlanWatch } from '../../planner/progress.ts';
import { standingPlan } from '../plan/standing.ts';
import { picture, stockHistory, type PlanAtHand, type StockHistory } from './picture.ts';
import type { Picture } from './shape.ts';

/** Plans kept for one journal; the oldest goes first. */
const PLANS_KEPT = 60;

interface Making {
  readonly promise: Promise<Result<PlanProposed, Failure>>;
  readonly control: AbortController;
  readonly watching: Set<(progress: PlanProgress) => void>;
  waiting: number;
  done: PlanProposed | null;
}

interface Kept {
  readonly plans: Map<string, Making>;
  history: StockHistory | null;
}

interface When {
  readonly asOf?: string | undefined;
}

export interface DrawingDesk {
  picture(journal: readonly Fact[], when: When): Result<Picture, Failure>;
  /** The plan of an instant where one was recorded or made before; none is made. */
  atHand(journal: readonly Fact[], asOf: Instant): PlanAtHand | null;
  standingPlan(journal: readonly Fact[], ask: When & { readonly policy: Policy }, watch?: PlanWatch): Promise<Result<PlanProposed, Failure>>;
}

export function drawingDesk(tools: Tools): DrawingDesk {
  // A journal that has grown is another array: what was kept of the old one goes with it.
  const kept = new WeakMap<readonly Fact[], Kept>();
  const keptOf = (journal: readonly Fact[]): Kept => {
    const held = kept.get(journal) ?? { plans: new Map(), history: null };
    kept.set(journal, held);
    return held;
  };
  const instantOf = (journal: readonly Fact[], { asOf }: When): Result<Instant, Failure> => {
    const when = whenOf(operationOf(journal), { asOf }, tools.clock);
    return when.ok ? ok(when.value.asOf) : when;
  };
  const recorded = (journal: readonly Fact[], asOf: Instant, policy: Policy): PlanProposed | null => standingPlan(journal, asOf, null, policy);

  const atHand = (journal: readonly Fact[], asOf: Instant): PlanAtHand | null => {
    const standing = recorded(journal, asOf, DEFAULTS.policy);
    const made = keptOf(journal).plans.get(keyOf(asOf, DEFAULTS.policy))?.done ?? null;
    return standing !== null ? { plan: standing, recorded: true } : made !== null ? { plan: made, recorded: false } : null;
  };

  return {
    atHand,
    picture: (journal, when) => {
      const asOf = instantOf(journal, when);
      if (!asOf.ok) return asOf;
      const held = keptOf(journal);
      return ok(picture(journal, asOf.value, atHand(journal, asOf.value), (held.history ??= stockHistory(journal))));
    },
    standingPlan: async (journal, { policy, ...when }, watch) => {
      const asOf = instantOf(journal, when);
      if (!asOf.ok) return asOf;
      const standing = recorded(journal, asOf.value, policy);
      if (standing !== null) return ok(standing);
      const { plans } = keptOf(journal);
      const making = plans.get(keyOf(asOf.value, policy)) ?? begin(plans, journal, asOf.value, policy, tools);
      return waitFor(making, watch);
    },
  };
}

const keyOf = (asOf: Instant, policy: Policy): string => `${asOf} ${policy}`;

function begin(plans: Map<string, Making>, journal: readonly Fact[], asOf: Instant, policy: Policy, tools: Tools): Making {
  const key = keyOf(asOf, policy);
  const control = new AbortController();
  const forget = (): void => {
    if (plans.get(key) === making) plans.delete(key);
  };
  const make = async (): Promise<Result<PlanProposed, Failure>> => {
    try {
      const proposed = await propose(journal, { ...DEFAULTS, policy, asOf }, tools, {
        signal: control.signal,
        onProgress: (progress) => {
          for (const onProgress of making.watching) onProgress(progress);
        },
      });
      if (!proposed.ok) {
        forget();
        return proposed;
      }
      making.done = proposed.value.proposal;
      return ok(proposed.value.proposal);
    } catch (error) {
      forget();
      if (control.signal.aborted) return GIVEN_UP;
      throw error;
    }
  };
  const making: Making = { promise: Promise.resolve().then(make), control, watching: new Set(), waiting: 0, done: null };
  plans.set(key, making);
  const oldest = [...plans].find(([, { done }]) => done !== null)?.[0];
  if (plans.size > PLANS_KEPT && oldest !== undefined) plans.delete(oldest);
  control.signal.addEventListener('abort', forget, { once: true });
  return making;
}

const GIVEN_UP = err<Failure>({ code: 'planning-failed', message: 'planning was given up because nobody waited for it any more', remedy: 'ask again' });

/** Whoever leaves has his answer at once; the plan goes on as long as somebody waits for it. */
async function waitFor(making: Making, { signal, onProgress }: PlanWatch = {}): Promise<Result<PlanProposed, Failure>> {
  if (making.done !== null) return ok(making.done);
  const left = Promise.withResolvers<Result<PlanProposed, Failure>>();
  const leave = (): void => {
    making.waiting -= 1;
    if (making.waiting === 0 && making.done === null) making.control.abort();
    left.resolve(GIVEN_UP);
  };
  making.waiting += 1;
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted === true) leave();
  if (onProgress) making.watching.add(onProgress);
  try {
    return await Promise.race([making.promise, left.promise]);
  } finally {
    signal?.removeEventListener('abort', leave);
    if (onProgress) making.watching.delete(onProgress);
  }
}

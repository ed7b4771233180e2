// What the verdicts of a public page rest on. No plan is made of each head: planning takes seconds. Where a plan of just these facts is
// at hand it is used; else the verdicts of the last one stand until the next is made, one at a time and not too often.

import { isKind, type Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { PromiseVerdict } from '../../domain/promise/promise.ts';
import { pledgeKey } from '../../domain/register.ts';
import { epochMs, type Instant } from '../../domain/time.ts';
import { partition } from '../../ledger/partition.ts';
import type { Desk } from '../desk.ts';
import { situation } from '../plan/situation.ts';
import { standingPlan } from '../plan/standing.ts';
import type { Clock } from '../ports.ts';
import { verdictOf } from '../promise/verdict.ts';
import type { Judged } from './promises.ts';
import type { PublicStory } from './shape.ts';

const POLICY = 'equal-cover';
/** A page of now waits for its first plan no longer than this, a page of another instant longer. */
const PATIENCE_MS = { present: 2_000, past: 20_000 } as const;
/** A plan is made when no fact has come in for a moment, but not sooner after the last one, and after a minute in any case, ms. */
const PAUSE_MS = { quiet: 2_000, least: 10_000, most: 60_000 } as const;
/** A plan of a running operation serves this long, ms. */
const PLAN_SERVES_MS = 15 * 60_000;

interface Kept {
  readonly plan: PlanProposed;
  readonly head: number;
  readonly asOf: Instant;
  readonly verdicts: ReadonlyMap<string, PromiseVerdict>;
}

export class Verdicts {
  readonly #operation: string;
  readonly #desk: Desk;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #kept: Kept | null = null;
  #planning = false;
  #head = 0;
  #grewAt = -Infinity;
  #plannedAt = -Infinity;
  #again: NodeJS.Timeout | undefined;

  /** `onChange`: pages of now could say something else. */
  constructor(operation: string, desk: Desk, clock: Clock, onChange: () => void) {
    this.#operation = operation;
    this.#desk = desk;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  close(): void {
    clearTimeout(this.#again);
  }

  /** What the verdicts of a page rest on. `isNow`: a page of now does not wait for a plan once it has had one. */
  async judge(facts: readonly Fact[], asOf: Instant, isNow: boolean): Promise<{ judged: Judged; rest: PublicStory['plan'] }> {
    const recorded = standingPlan(facts, asOf, null);
    if (isNow && recorded !== null && this.#kept?.plan.plan !== recorded.plan) this.#keep(facts, asOf, recorded);
    if (recorded !== null) return { judged: { plan: recorded }, rest: { plan: recorded.plan, asOf: recorded.asOf, fact: facts.findLast((fact) => isKind(fact, 'plan.proposed') && fact.body.plan === recorded.plan)?.id ?? null, isOfThisHead: true } };
    if (!isNow) {
      const made = await this.#patiently(this.#desk.standingPlan(this.#operation, { asOf, policy: POLICY }).catch(() => null), PATIENCE_MS.past);
      return made?.ok === true ? { judged: { plan: made.value }, rest: { plan: made.value.plan, asOf, fact: null, isOfThisHead: true } } : { judged: null, rest: null };
    }
    if (facts.length !== this.#head) [this.#head, this.#grewAt] = [facts.length, this.#nowMs()];
    const isGood = (): boolean => this.#kept !== null && this.#kept.head === facts.length && epochMs(asOf) - epochMs(this.#kept.asOf) < PLAN_SERVES_MS;
    if (!isGood()) {
      const renewing = this.#renew(facts, asOf);
      if (this.#kept === null) await this.#patiently(renewing, PATIENCE_MS.present);
    }
    const kept = this.#kept;
    if (kept === null) return { judged: null, rest: null };
    const rest = { plan: kept.plan.plan, asOf: kept.asOf, fact: null, isOfThisHead: isGood() };
    return { judged: isGood() ? { plan: kept.plan } : { earlier: kept.verdicts }, rest };
  }

  /** One plan at a time, and not too often; pages are told when it is there. */
  async #renew(facts: readonly Fact[], asOf: Instant): Promise<void> {
    const [now, waited] = [this.#nowMs(), this.#nowMs() - this.#plannedAt];
    const pause = this.#kept === null || waited > PAUSE_MS.most ? 0 : Math.max(PAUSE_MS.least - waited, PAUSE_MS.quiet - (now - this.#grewAt));
    if (this.#planning || pause > 0) {
      // What comes in meanwhile is planned when the pause is over, if somebody still looks.
      this.#again ??= setTimeout(() => this.#changed(), Math.max(pause, PAUSE_MS.quiet)).unref();
      return;
    }
    this.#planning = true;
    this.#plannedAt = this.#nowMs();
    try {
      const made = await this.#desk.standingPlan(this.#operation, { asOf, policy: POLICY });
      if (!made.ok) return;
      this.#keep(facts, asOf, made.value);
      this.#changed();
    } catch {
      // Without a plan the page says so; the next one is tried after the pause.
    } finally {
      this.#planning = false;
    }
  }

  #keep(facts: readonly Fact[], asOf: Instant, plan: PlanProposed): void {
    const now = situation(facts, { asOf, knownAt: null });
    this.#plannedAt = this.#nowMs();
    this.#kept = { plan, head: facts.length, asOf, verdicts: new Map(partition(now.ledger).map((row) => [pledgeKey(row.pledge, row.item), verdictOf(now, row, plan)])) };
  }

  #changed(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#onChange();
  }

  async #patiently<T>(work: Promise<T>, ms: number): Promise<T | null> {
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), ms);
    try {
      return await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  #nowMs(): number {
    return epochMs(this.#clock.now());
  }
}

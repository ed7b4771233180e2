// What the public pages ask: the story of a public operation, always from the head of its journal, and one fact, pledge or receipt of
// it. It follows the journal, so that a page knows at no cost whether anything is new. It makes no plan of each head: planning takes
// seconds, so verdicts of the last plan stand until the next one is made, and the page says so.

import { isKind, type Fact } from '../../domain/facts.ts';
import { pledgeKey } from '../../domain/register.ts';
import type { Operation } from '../../domain/operation.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { PromiseVerdict } from '../../domain/promise/promise.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { endOfDay, epochMs, instantFromMs, localDateIn, readInstant, type Instant } from '../../domain/time.ts';
import { partition } from '../../ledger/partition.ts';
import type { Desk, DeskFailure } from '../desk.ts';
import { operationOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import type { Clock } from '../ports.ts';
import { standingPlan } from '../plan/standing.ts';
import { verdictOf } from '../promise/verdict.ts';
import { Book } from './book.ts';
import { factStory } from './fact-story.ts';
import type { Judged } from './promises.ts';
import type { Arithmetic, FactStory, PledgeStory, PublicStory, ThanksStory } from './shape.ts';
import { stepsOf } from './steps.ts';
import { storyOf } from './story.ts';
import { lotsOf, pledgeStory, thanksStory } from './ways.ts';

const POLICY = 'equal-cover';
/** A page of now waits for its first plan no longer than this, a page of another instant longer. */
const PATIENCE_MS = { now: 2_000, then: 20_000 } as const;
/** Between plans of one operation, ms. */
const PLAN_PAUSE_MS = 10_000;
/** A plan of a running operation serves this long, ms. */
const PLAN_SERVES_MS = 15 * 60_000;
/** An instant that somebody asks for is rounded down to ten minutes: fewer pages, none of them wrong. */
const GRID_MS = 10 * 60_000;
const STORIES_KEPT = 24;
/** Nobody asked for so long: it is followed no longer. */
const IDLE_MS = 10 * 60_000;

interface Kept {
  readonly plan: PlanProposed;
  readonly head: number;
  readonly asOf: Instant;
  readonly verdicts: ReadonlyMap<string, PromiseVerdict>;
}

/** What is known at one head. */
export interface Seen {
  readonly operation: Operation;
  readonly facts: readonly Fact[];
}

export interface Announcer {
  /** Null: there is no such operation, or it is not public. */
  edition(operation: string): Promise<Edition | null>;
  close(): void;
}

export function announcer(desk: Desk, clock: Clock): Announcer {
  const open = new Map<string, Edition>();
  return {
    edition: async (operation) => {
      const known = open.get(operation);
      if (known !== undefined && known.isLive) return known;
      const edition = new Edition(operation, desk, clock);
      if (!(await edition.begin())) return null;
      // Somebody else may have begun meanwhile.
      const first = open.get(operation);
      if (first !== undefined && first.isLive) {
        edition.close();
        return first;
      }
      open.set(operation, edition);
      return edition;
    },
    close: () => {
      for (const edition of open.values()) edition.close();
    },
  };
}

export class Edition {
  readonly operation: string;
  readonly #desk: Desk;
  readonly #clock: Clock;
  readonly #gone = new AbortController();
  readonly #stories = new Map<string, Promise<Result<PublicStory, DeskFailure>>>();
  #seen: Seen | null = null;
  /** Rises with each fact that is heard of. */
  #heard = 0;
  #taken = -1;
  #plans = 0;
  #changedAt = 0;
  #kept: Kept | null = null;
  #planning = false;
  #plannedAt = -Infinity;
  #askedAt = 0;
  #idle: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(operation: string, desk: Desk, clock: Clock) {
    this.operation = operation;
    this.#desk = desk;
    this.#clock = clock;
  }

  async begin(): Promise<boolean> {
    this.#askedAt = this.#nowMs();
    const heads = await this.#desk.follow(this.operation, null, this.#gone.signal);
    if (!heads.ok) return false;
    const seen = await this.seen();
    if (!seen.ok || !seen.value.operation.isPublic) {
      this.close();
      return false;
    }
    this.#idle = setInterval(() => this.#nowMs() - this.#askedAt > IDLE_MS && this.close(), IDLE_MS / 10).unref();
    void this.#listen(heads.value);
    return true;
  }

  close(): void {
    clearInterval(this.#idle);
    clearTimeout(this.#again);
    this.#gone.abort();
  }

  get isLive(): boolean {
    return !this.#gone.signal.aborted && this.#seen?.operation.isPublic !== false;
  }

  /** Changes whenever a page of now could say something else. */
  get version(): string {
    this.#askedAt = this.#nowMs();
    return `${this.#heard}.${this.#plans}${this.#seen?.operation.standsAt === null ? `.${Math.floor(this.#askedAt / 60_000)}` : ''}`;
  }

  /** When the last fact was heard of, ms. */
  get changedAt(): number {
    return this.#changedAt;
  }

  async seen(): Promise<Result<Seen, DeskFailure>> {
    if (this.#seen !== null && this.#taken === this.#heard) return ok(this.#seen);
    const heard = this.#heard;
    const read = await this.#desk.facts(this.operation, 0, Number.MAX_SAFE_INTEGER);
    if (!read.ok) return read;
    if (heard >= this.#taken) {
      this.#taken = heard;
      this.#seen = { operation: operationOf(read.value.facts), facts: read.value.facts };
    }
    return ok(this.#seen ?? { operation: operationOf(read.value.facts), facts: read.value.facts });
  }

  /** The instant that a reader asks for, on the grid and within what is known; null: now. */
  instantOf(text: string | undefined): Result<Instant | null, DeskFailure> {
    if (text === undefined || text === '' || this.#seen === null) return ok(null);
    const { operation, facts } = this.#seen;
    const read = readInstant(text, operation.zone);
    if (!read.ok) return err({ code: 'bad-instant', message: `${text} is not an instant`, remedy: read.error });
    const isDay = text.trim().length === 10;
    const last = facts.reduce((latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest), operation.openedAt);
    const [least, most] = [epochMs(operation.openedAt), Math.max(epochMs(endOfDay(localDateIn(last, operation.zone), operation.zone)) - 1, this.#nowMs() * Number(operation.standsAt === null))];
    const at = Math.min(most, Math.max(least, epochMs(read.value)));
    return ok(instantFromMs(isDay || at === most || at === least ? at : Math.floor(at / GRID_MS) * GRID_MS));
  }

  /** Null: now. The same question at the same head is answered once. */
  async story(at: Instant | null): Promise<Result<PublicStory, DeskFailure>> {
    const seen = await this.seen();
    if (!seen.ok) return seen;
    const { operation, facts } = seen.value;
    const asOf = at ?? operation.standsAt ?? instantFromMs(Math.floor(this.#nowMs() / 60_000) * 60_000);
    const key = `${this.#taken} ${this.#plans} ${asOf} ${at === null}`;
    const known = this.#stories.get(key);
    if (known !== undefined) return known;
    const made = this.#judge(facts, asOf, at === null).then(({ judged, rest }) => ok(storyOf(facts, asOf, judged, rest)));
    this.#stories.set(key, made);
    const [oldest] = this.#stories.keys();
    if (this.#stories.size > STORIES_KEPT && oldest !== undefined) this.#stories.delete(oldest);
    made.catch(() => this.#stories.delete(key));
    return made;
  }

  async fact(id: string): Promise<Result<FactStory | null, DeskFailure>> {
    const seen = await this.seen();
    return seen.ok ? ok(factStory(seen.value.facts, id)) : seen;
  }

  async pledge(story: PublicStory, pledge: string): Promise<Result<PledgeStory | null, DeskFailure>> {
    const beside = await this.#beside(story);
    return beside.ok ? ok(pledgeStory(beside.value, pledge, story.promises)) : beside;
  }

  async thanks(story: PublicStory, recipient: string): Promise<Result<ThanksStory | null, DeskFailure>> {
    const beside = await this.#beside(story);
    return beside.ok ? ok(thanksStory(beside.value, recipient)) : beside;
  }

  /** How a figure comes about, of the story or of a page beside it; null: there is none of that name. */
  async arithmetic(story: PublicStory, key: string): Promise<Result<readonly Arithmetic[] | null, DeskFailure>> {
    const find = (all: readonly Arithmetic[]): readonly Arithmetic[] | null => {
      const found = all.find(({ figure }) => figure.key === key);
      return found === undefined ? null : [found, ...(found.of ?? []).flatMap((of) => all.find(({ figure }) => figure.key === of) ?? [])];
    };
    const own = find(story.arithmetic);
    if (own !== null) return ok(own);
    const beside = await this.#beside(story);
    if (!beside.ok) return beside;
    for (const pledge of new Set(story.promises.map((it) => it.pledge))) lotsOf(beside.value, pledge);
    for (const { recipient } of story.recipients) thanksStory(beside.value, recipient);
    return ok(find(beside.value.book.arithmetic));
  }

  async #beside({ asOf }: PublicStory) {
    const seen = await this.seen();
    if (!seen.ok) return seen;
    const now = situation(seen.value.facts, { asOf, knownAt: null });
    return ok({ now, steps: stepsOf(now.facts), book: new Book(now.facts) });
  }

  async #judge(facts: readonly Fact[], asOf: Instant, isNow: boolean): Promise<{ judged: Judged; rest: PublicStory['plan'] }> {
    const recorded = standingPlan(facts, asOf, null);
    if (recorded !== null) return { judged: { plan: recorded }, rest: { plan: recorded.plan, asOf: recorded.asOf, fact: facts.findLast((fact) => isKind(fact, 'plan.proposed') && fact.body.plan === recorded.plan)?.id ?? null, isOfThisHead: true } };
    if (!isNow) {
      const made = await this.#patiently(this.#desk.standingPlan(this.operation, { asOf, policy: POLICY }), PATIENCE_MS.then);
      return made?.ok === true ? { judged: { plan: made.value }, rest: { plan: made.value.plan, asOf, fact: null, isOfThisHead: true } } : { judged: null, rest: null };
    }
    const isGood = (): boolean => this.#kept !== null && this.#kept.head === facts.length && epochMs(asOf) - epochMs(this.#kept.asOf) < PLAN_SERVES_MS;
    if (!isGood()) {
      const renewing = this.#renew(facts, asOf);
      if (this.#kept === null) await this.#patiently(renewing, PATIENCE_MS.now);
    }
    const kept = this.#kept;
    if (kept === null) return { judged: null, rest: null };
    const rest = { plan: kept.plan.plan, asOf: kept.asOf, fact: null, isOfThisHead: isGood() };
    return { judged: isGood() ? { plan: kept.plan } : { earlier: kept.verdicts }, rest };
  }

  /** One plan at a time, and not too often; pages are told when it is there. */
  async #renew(facts: readonly Fact[], asOf: Instant): Promise<void> {
    const pause = PLAN_PAUSE_MS - (this.#nowMs() - this.#plannedAt);
    if (this.#planning || pause > 0) {
      // What comes in meanwhile is planned when the pause is over, if somebody still looks.
      this.#again ??= setTimeout(() => this.#changed(), Math.max(pause, PLAN_PAUSE_MS / 10)).unref();
      return;
    }
    this.#planning = true;
    this.#plannedAt = this.#nowMs();
    try {
      const made = await this.#desk.standingPlan(this.operation, { asOf, policy: POLICY });
      if (!made.ok) return;
      const now = situation(facts, { asOf, knownAt: null });
      this.#kept = { plan: made.value, head: facts.length, asOf, verdicts: new Map(partition(now.ledger).map((row) => [pledgeKey(row.pledge, row.item), verdictOf(now, row, made.value)])) };
      this.#changed();
    } finally {
      this.#planning = false;
    }
  }

  #changed(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#plans += 1;
    this.#changedAt = this.#nowMs();
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

  async #listen(heads: AsyncIterable<readonly { readonly event: string }[]>): Promise<void> {
    try {
      for await (const events of heads) {
        if (events.some(({ event }) => event !== 'head')) {
          this.#heard += 1;
          this.#changedAt = this.#nowMs();
        }
      }
    } catch {
      // The store is away; whoever asks next begins anew.
    } finally {
      this.close();
    }
  }

  #nowMs(): number {
    return epochMs(this.#clock.now());
  }
}

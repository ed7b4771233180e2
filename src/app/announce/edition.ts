// One public operation while somebody reads it: the head of its journal, the story of it at an instant, and one fact, pledge or receipt.
// Always from one head whole. It ends when nobody has asked for a while.

import type { Fact } from '../../domain/facts.ts';
import type { Operation } from '../../domain/operation.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { endOfDay, epochMs, instantFromMs, localDateIn, readInstant, type Instant } from '../../domain/time.ts';
import type { Desk, DeskFailure } from '../desk.ts';
import { operationOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import type { Clock } from '../ports.ts';
import { newsIn } from '../plan/standing.ts';
import { Book } from './book.ts';
import { factStory } from './fact-story.ts';
import type { Arithmetic, FactStory, PledgeStory, PublicStory, ThanksStory } from './shape.ts';
import { stepsOf } from './steps.ts';
import { storyOf } from './story.ts';
import { Verdicts } from './verdicts.ts';
import { lotsOf, pledgeStory, thanksStory } from './ways.ts';

/** An instant that somebody asks for is rounded down to ten minutes: fewer pages, none of them wrong. */
const GRID_MS = 10 * 60_000;
const STORIES_KEPT = 24;
const NEWS_KEPT = 500;
/** Nobody asked for so long: it is followed no longer. */
const IDLE_MS = 10 * 60_000;
let editions = 0;

/** What is known at one head. */
interface Seen {
  readonly operation: Operation;
  readonly facts: readonly Fact[];
}

export class Edition {
  readonly operation: string;
  /** Pages of an edition that has ended are not taken for those of the next. */
  readonly #number = (editions += 1);
  readonly #desk: Desk;
  readonly #clock: Clock;
  readonly #verdicts: Verdicts;
  readonly #gone = new AbortController();
  readonly #stories = new Map<string, Promise<Result<PublicStory, DeskFailure>>>();
  readonly #news = new Map<Instant, { upTo: number; last: number }>();
  readonly #besides = new WeakMap<PublicStory, readonly Arithmetic[]>();
  #seen: Seen | null = null;
  /** Rises with each fact that is heard of. */
  #heard = 0;
  #taken = -1;
  #plans = 0;
  #askedAt = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(operation: string, desk: Desk, clock: Clock) {
    this.operation = operation;
    this.#desk = desk;
    this.#clock = clock;
    this.#verdicts = new Verdicts(operation, desk, clock, () => (this.#plans += 1));
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
    this.#verdicts.close();
    this.#gone.abort();
  }

  get isLive(): boolean {
    return !this.#gone.signal.aborted && this.#seen?.operation.isPublic !== false;
  }

  /** Changes whenever a page of now could say something else. */
  get version(): string {
    this.#askedAt = this.#nowMs();
    return `${this.#number}.${this.#heard}.${this.#plans}${this.#seen?.operation.standsAt === null ? `.${Math.floor(this.#askedAt / 60_000)}` : ''}`;
  }

  /** The same for a page of another instant: facts that could not change it leave it as it is. */
  async versionAt(at: Instant): Promise<string> {
    this.#askedAt = this.#nowMs();
    const seen = await this.seen();
    const known = this.#news.get(at) ?? { upTo: 0, last: 0 };
    if (!seen.ok) return `${this.#number}.${known.last}`;
    const { facts } = seen.value;
    if (facts.length < known.upTo) Object.assign(known, { upTo: 0, last: 0 });
    const isNews = newsIn(facts);
    for (let index = known.upTo; index < facts.length; index += 1) {
      const fact = facts[index];
      if (fact !== undefined && isNews(fact, at)) known.last = index + 1;
    }
    known.upTo = facts.length;
    this.#news.delete(at);
    this.#news.set(at, known);
    const [oldest] = this.#news.keys();
    if (this.#news.size > NEWS_KEPT && oldest !== undefined) this.#news.delete(oldest);
    return `${this.#number}.${known.last}`;
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
    if (!operation.isPublic) return err({ code: 'unknown-operation', message: `there is no public operation ${this.operation}`, remedy: 'its setting “public” says whether anybody may read it' });
    const asOf = at ?? operation.standsAt ?? instantFromMs(Math.floor(this.#nowMs() / 60_000) * 60_000);
    const key = `${this.#taken} ${this.#plans} ${asOf} ${at === null}`;
    const known = this.#stories.get(key);
    if (known !== undefined) return known;
    const made = this.#verdicts.judge(facts, asOf, at === null).then(({ judged, rest }) => ok(storyOf(facts, asOf, judged, rest)));
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
    const known = this.#besides.get(story);
    if (known !== undefined) return ok(find(known));
    const beside = await this.#beside(story);
    if (!beside.ok) return beside;
    for (const pledge of new Set(story.promises.map((it) => it.pledge))) lotsOf(beside.value, pledge);
    for (const { recipient } of story.recipients) thanksStory(beside.value, recipient);
    this.#besides.set(story, beside.value.book.arithmetic);
    return ok(find(beside.value.book.arithmetic));
  }

  async #beside({ asOf }: PublicStory) {
    const seen = await this.seen();
    if (!seen.ok) return seen;
    const now = situation(seen.value.facts, { asOf, knownAt: null });
    return ok({ now, steps: stepsOf(now.facts), book: new Book(now.facts) });
  }

  async #listen(heads: AsyncIterable<readonly { readonly event: string }[]>): Promise<void> {
    try {
      for await (const events of heads) {
        if (events.some(({ event }) => event !== 'head')) {
          this.#heard += 1;
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

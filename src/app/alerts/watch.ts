// The watch: looks at each operation that somebody wants to be told of, when a fact comes in, when time alone may have changed
// something, and not otherwise; and sends what waits. Several processes may watch one database: looks and messages are written
// and claimed so that nothing is told twice.

import { epochMs, hoursBetween, plusMinutes, type Instant } from '../../domain/time.ts';
import { alarmClock } from '../alarm.ts';
import { look } from './look.ts';
import { sendDue } from './post.ts';
import type { AlertTools } from './tools.ts';

export interface Pace {
  /** Facts that come in one after the other are one change. */
  readonly settleMs: number;
  /** How often it is asked which operations are watched, and what others have left to send. */
  readonly roundMs: number;
}
const PACE: Pace = { settleMs: 2_000, roundMs: 15_000 };
/** A plan takes seconds of a processor: at most this often, whatever comes in. */
const PLAN_HOURS = 0.25;
/** And this often though nothing comes in, since time passes. */
const PLAN_ANEW_HOURS = 6;
/** After a look that failed. */
const AFTER_FAILURE_MINUTES = 1;

/** Sends that are under way when the watch ends. */
const LAST_SENDS_MS = 3_000;

export interface Watching {
  /** Something that the watch cannot hear of was done here: a subscription to the operation, a retry. */
  wake(operation: string): void;
  stop(): Promise<void>;
}

interface Watched {
  readonly control: AbortController;
  /** When to look. */
  next: Instant;
  /** A fact has come in since the last plan. */
  isNews: boolean;
  planned: Instant | null;
  /** When to send; null: nothing waits, as far as is known here. */
  due: Instant | null;
  sending: Promise<void> | null;
}

export function watchAlerts(tools: AlertTools, onBroken: (error: unknown) => void, pace: Pace = PACE): Watching {
  const { desk, book, clock } = tools;
  const stopping = new AbortController();
  const watched = new Map<string, Watched>();
  const alarm = alarmClock();
  const unlessStopped = (error: unknown): void => {
    if (!stopping.signal.aborted) onBroken(error);
  };

  /** Hears facts of one operation, whichever process writes them, for as long as it is watched. */
  async function hear(operation: string, held: Watched): Promise<void> {
    const events = await desk.follow(operation, null, held.control.signal);
    if (!events.ok) return;
    for await (const page of events.value) {
      held.isNews ||= page.some(({ event }) => event !== 'head');
      const settled = plusMinutes(clock.now(), pace.settleMs / 60_000);
      if (settled < held.next) held.next = settled;
      alarm.ring();
    }
  }

  async function rememberWatched(): Promise<void> {
    const wanted = new Set(await book.watched());
    for (const [operation, held] of watched) {
      if (wanted.has(operation)) continue;
      held.control.abort();
      watched.delete(operation);
    }
    for (const operation of wanted) {
      if (watched.has(operation)) continue;
      const held: Watched = { control: new AbortController(), next: clock.now(), isNews: true, planned: null, due: clock.now(), sending: null };
      watched.set(operation, held);
      // A journal that cannot be followed is asked for again in the next round.
      void hear(operation, held)
        .catch(unlessStopped)
        .finally(() => watched.get(operation) === held && watched.delete(operation));
    }
  }

  /** Looks, and looks again with a plan where promises could not be judged and a plan is due. */
  async function lookAt(operation: string, held: Watched): Promise<void> {
    const now = clock.now();
    if (held.next > now) return;
    held.next = plusMinutes(now, AFTER_FAILURE_MINUTES);
    const looked = await look(tools, operation);
    if (looked === null) return;
    held.next = looked.next;
    if (looked.messages > 0) held.due = now;
    if (!looked.undecided || !isPlanDue(held)) return;
    held.planned = clock.now();
    held.isNews = false;
    const at = looked.standsAt === null ? held.planned : undefined;
    const plan = await desk.standingPlan(operation, { asOf: at, policy: 'equal-cover' }, { signal: stopping.signal });
    if (plan.ok && ((await look(tools, operation, at))?.messages ?? 0) > 0) held.due = now;
  }

  function isPlanDue({ planned, isNews }: Watched): boolean {
    return planned === null || hoursBetween(planned, clock.now()) >= (isNews ? PLAN_HOURS : PLAN_ANEW_HOURS);
  }

  /** A receiver that hangs holds up nobody but the messages that wait beside it. */
  function send(operation: string, held: Watched): void {
    if (held.sending !== null || held.due === null || held.due > clock.now()) return;
    held.due = null;
    held.sending = sendFor(operation, held);
  }

  async function sendFor(operation: string, held: Watched): Promise<void> {
    try {
      const due = await sendDue(tools, operation, stopping.signal);
      if (due !== null && (held.due === null || due < held.due)) held.due = due;
    } catch (error) {
      unlessStopped(error);
    } finally {
      held.sending = null;
      alarm.ring();
    }
  }

  async function run(): Promise<void> {
    let round = clock.now();
    while (!stopping.signal.aborted) {
      if (round <= clock.now() || alarm.isCalled()) {
        round = plusMinutes(clock.now(), pace.roundMs / 60_000);
        await rememberWatched().catch(unlessStopped);
        // What another process has left to send is found here.
        for (const held of watched.values()) held.due ??= clock.now();
      }
      let next = round;
      for (const [operation, held] of watched) {
        if (stopping.signal.aborted) return;
        await lookAt(operation, held).catch(unlessStopped);
        send(operation, held);
        for (const at of [held.next, held.sending === null ? held.due : null]) if (at !== null && at < next) next = at;
      }
      await alarm.rest(epochMs(next) - epochMs(clock.now()));
    }
  }

  const done = run();
  return {
    wake: (operation) => {
      const held = watched.get(operation);
      if (held !== undefined) held.due = held.next = clock.now();
      alarm.call();
    },
    stop: async () => {
      stopping.abort();
      const sending = [...watched.values()].flatMap((held) => held.sending ?? []);
      for (const { control } of watched.values()) control.abort();
      alarm.ring();
      await done;
      await Promise.race([Promise.allSettled(sending), new Promise((resolve) => setTimeout(resolve, LAST_SENDS_MS).unref())]);
    },
  };
}

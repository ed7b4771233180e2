// What was said in public, each thing once. The same post seen twice is one claim: a second telling of the same words by the same
// author, or the same page, is shown beside it and counted no second time. A repetition by somebody else is a claim of its own.

import { isKind, type Fact } from '../../domain/facts.ts';
import type { ClaimRecorded } from '../../domain/promise/promise.ts';
import type { Instant } from '../../domain/time.ts';

export interface SeenAgain {
  readonly claim: string;
  readonly seq: number;
  readonly at: Instant;
  readonly author: string;
  readonly channel: string;
  readonly link: string | null;
}

/** One thing that somebody said. */
export interface Said {
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly sources: readonly string[];
  readonly note: string | null;
  readonly claim: ClaimRecorded;
  readonly alsoSeen: readonly SeenAgain[];
}

/** `facts` hold, in the order in which they took effect. The first telling stands for all. O(claims²) only among claims of one content. */
export function saidIn(facts: readonly Fact[]): Said[] {
  const told: (Said & { readonly alsoSeen: SeenAgain[] })[] = [];
  const byContent = new Map<string, typeof told>();
  for (const fact of facts) {
    if (!isKind(fact, 'claim.recorded')) continue;
    const { occurredAt: at, recordedAt, seq, sources, note, body: claim } = fact;
    const content = contentOf(claim);
    const alike = byContent.get(content) ?? [];
    byContent.set(content, alike);
    const first = alike.find((it) => haveOneOrigin(it, { at, claim }));
    if (first !== undefined) {
      first.alsoSeen.push({ claim: claim.claim, seq, at, author: claim.author, channel: claim.channel, link: claim.link ?? null });
      continue;
    }
    const row = { seq, at, recordedAt, sources, note, claim, alsoSeen: [] };
    alike.push(row);
    told.push(row);
  }
  return told;
}

/** What it says, without who, where and in which words. */
const contentOf = ({ item, units, scope, about, mode, run, place, day, consignment }: ClaimRecorded): string => JSON.stringify([item, units, scope, about, mode, run, place, day, consignment]);

type Told = Pick<Said, 'at' | 'claim'>;

/** One page; or one author at one instant in one channel, unless two pages are named. Two figures of one page differ in content and are two claims. */
export function haveOneOrigin(a: Told, b: Told): boolean {
  const [one, other] = [a.claim, b.claim];
  if (one.snapshot !== undefined && one.snapshot === other.snapshot) return true;
  if (one.link !== undefined && other.link !== undefined) return pageOf(one.link) === pageOf(other.link);
  return one.author === other.author && one.channel === other.channel && a.at === b.at;
}

const TRACKING = /^(utm_\w+|fbclid|gclid|ref_src|s|t)$/;

/** A link as the page that it names: without scheme, www., fragment, tracking, and the last slash. */
function pageOf(link: string): string {
  if (!URL.canParse(link)) return link;
  const { host, pathname, searchParams } = new URL(link);
  const asked = [...searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${host.replace(/^(www|mobile|m)\./, '').toLowerCase()}${pathname.replace(/\/+$/, '')}${asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`}`;
}

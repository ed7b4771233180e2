// Everything about the promises at an instant: the meter, the verdicts where a plan is at hand, what they are made of and how they
// came to be, what was said in public, what contradicts what, and the positions taken. It makes no plan itself.

import type { When } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { PromiseVerdict, ClaimRecorded } from '../../domain/promise/promise.ts';
import { pledgeKey } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { partition } from '../../ledger/partition.ts';
import { evidenceOf } from '../picture/evidence.ts';
import type { Situation } from '../plan/situation.ts';
import { saidIn, type Said, type SeenAgain } from './claims.ts';
import { contradictionsIn, type Contradiction, type Position } from './contradictions/contradictions.ts';
import { linesOf, type EarmarkLines } from './lines.ts';
import { meterAt, meterOf } from './meter.ts';
import { meterReport, pledgeMeters, type MeterReport } from './meter-report.ts';
import { verdictOf } from './verdict.ts';
import { versionsOf, type Version } from './versions.ts';

/** What somebody said, and what it is part of. */
export interface ClaimInReport {
  readonly claim: string;
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly author: string;
  readonly channel: string;
  readonly language: string;
  readonly link: string | null;
  readonly snapshot: string | null;
  readonly summary: string;
  readonly item: string | null;
  readonly units: number | null;
  readonly scope: string | null;
  readonly pledge: string | null;
  readonly stance: ClaimRecorded['stance'];
  readonly about: NonNullable<ClaimRecorded['about']> | null;
  readonly consignment: string | null;
  readonly mode: NonNullable<ClaimRecorded['mode']> | null;
  readonly run: string | null;
  readonly place: string | null;
  readonly day: string | null;
  readonly sources: readonly string[];
  readonly note: string | null;
  /** The same thing seen elsewhere; counted once. */
  readonly alsoSeen: readonly SeenAgain[];
  /** Contradictions that it is part of. */
  readonly contradictions: readonly string[];
}

export interface VerdictInReport extends PromiseVerdict {
  readonly pledge: string;
  readonly item: string;
}

export interface PromiseFacts {
  readonly pledge: string;
  readonly item: string;
  readonly due: string | null;
  readonly withdrawnAt: Instant | null;
  readonly viaHub: boolean;
  /** Facts that each figure of the meter comes out of. */
  readonly facts: Readonly<Record<'promised' | 'consigned' | 'inTheAir' | 'atHub' | 'allocated' | 'onward' | 'delivered' | 'lost' | 'landed', readonly number[]>>;
}

export interface PromisesReport {
  readonly operation: string;
  readonly name: string;
  readonly zone: string;
  readonly asOf: Instant;
  readonly knownAt: Instant | null;
  readonly meter: MeterReport;
  readonly pledges: readonly PromiseFacts[];
  /** Empty: no plan of this instant is at hand yet. */
  readonly verdicts: readonly VerdictInReport[];
  readonly plan: string | null;
  readonly earmarks: readonly EarmarkLines[];
  readonly versions: readonly Version[];
  /** In the order in which they were said. */
  readonly claims: readonly ClaimInReport[];
  /** Open ones first. */
  readonly contradictions: readonly Contradiction[];
  readonly positions: readonly Position[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string | null; readonly link: string | null }[];
}

export function promisesIn(journal: readonly Fact[], now: Situation, when: When, plan: PlanProposed | null): PromisesReport {
  const said = saidIn(now.facts);
  const meter = meterOf(now);
  const { contradictions, stray } = contradictionsIn(now, said, meter);
  const { operation, known } = now;
  return {
    operation: operation.id,
    name: operation.name,
    zone: operation.zone,
    asOf: now.asOf,
    knownAt: when.knownAt,
    meter: meterReport(pledgeMeters(now, meter)),
    pledges: factsOf(now),
    verdicts: plan === null ? [] : partition(now.ledger).map((row) => ({ pledge: row.pledge, item: row.item, ...verdictOf(now, row, plan) })),
    plan: plan?.plan ?? null,
    earmarks: linesOf(now),
    versions: versionsOf(journal, when, meterAt(meter)),
    claims: said.map((it) => claimIn(it, contradictions)),
    contradictions,
    positions: [...contradictions.flatMap(({ positions }) => positions), ...stray].toSorted((a, b) => a.seq - b.seq),
    sources: [...known.sources.values()].map(({ id, title, publisher, link }) => ({ id, title, publisher: publisher ?? null, link: link ?? null })),
  };
}

function claimIn({ seq, at, recordedAt, sources, note, alsoSeen, claim: it }: Said, contradictions: readonly Contradiction[]): ClaimInReport {
  return {
    claim: it.claim, seq, at, recordedAt, author: it.author, channel: it.channel, language: it.language, link: it.link ?? null, snapshot: it.snapshot ?? null, summary: it.summary,
    item: it.item ?? null, units: it.units ?? null, scope: it.scope ?? null, pledge: it.pledge ?? null, stance: it.stance, about: it.about ?? null,
    consignment: it.consignment ?? null, mode: it.mode ?? null, run: it.run ?? null, place: it.place ?? null, day: it.day ?? null, sources, note, alsoSeen,
    contradictions: contradictions.filter(({ claims }) => claims.includes(it.claim)).map(({ contradiction }) => contradiction),
  };
}

function factsOf(now: Situation): PromiseFacts[] {
  const evidence = evidenceOf(now);
  return partition(now.ledger).map(({ pledge, item }) => {
    const on = now.known.pledges.get(pledgeKey(pledge, item));
    const lots = new Set([...now.known.lots.values()].filter((lot) => lot.pledge === pledge && lot.item === item).map(({ lot }): string => lot));
    const of = (stage: Parameters<typeof evidence.ofLots>[0]): number[] => evidence.ofLots(stage, lots);
    return {
      pledge, item, due: on?.due ?? null, withdrawnAt: on?.withdrawnAt ?? null, viaHub: on?.viaHub ?? true,
      facts: { promised: evidence.ofPledge(pledge, item), consigned: of('consigned'), inTheAir: of('inTheAir'), atHub: of('atHub'), allocated: of('allocated'), onward: of('onward'), delivered: of('delivered'), lost: of('lost'), landed: of('landed') },
    };
  });
}

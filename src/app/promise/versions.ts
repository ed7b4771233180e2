// The versions of a pledge: made, amended, withdrawn, its earmarks set and set again, and every correction of these, each with what
// stood before. A correction lowers a published total only in sight of all: its version says what was printed until then.

import { effective, type When } from '../../domain/asof.ts';
import { FACT_BODIES, isKind, type Fact } from '../../domain/facts.ts';
import type { Instant } from '../../domain/time.ts';
import type { MeterAt } from './meter.ts';

export interface Version {
  readonly pledge: string;
  readonly item: string;
  readonly what: 'made' | 'amended' | 'withdrawn' | 'earmarked' | 'earmarked-again' | 'corrected' | 'struck-out';
  /** From when on it stood so; of a correction, when it was made. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly seq: number;
  readonly by: string;
  readonly sources: readonly string[];
  readonly reason: string | null;
  /** What stands from then on, of the pledge or of the earmark; null: nothing does. */
  readonly units: number | null;
  /** What stood until then; null: nothing did. */
  readonly was: number | null;
  readonly due: string | null;
  readonly earmark: string | null;
  /** For whom the earmark is. */
  readonly bound: readonly string[];
  /** Of a correction: the fact that it corrects. */
  readonly corrects: number | null;
}

type Dated = Fact<'pledge.made'> | Fact<'pledge.amended'> | Fact<'pledge.withdrawn'> | Fact<'earmark.set'>;
const isDated = (fact: Fact): fact is Dated => isKind(fact, 'pledge.made') || isKind(fact, 'pledge.amended') || isKind(fact, 'pledge.withdrawn') || isKind(fact, 'earmark.set');

/** Oldest first. What a fact did is told as it is known now; what it said before a correction, by the correction's version. */
export function versionsOf(journal: readonly Fact[], when: When, meterAt: MeterAt): Version[] {
  const told = [...happened(effective(journal, when), meterAt), ...corrected(journal, when)];
  return told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}

const plain = ({ occurredAt, recordedAt, seq, by, sources, body: { pledge, item } }: Dated): Pick<Version, 'pledge' | 'item' | 'at' | 'recordedAt' | 'seq' | 'by' | 'sources'> => ({ pledge, item, at: occurredAt, recordedAt, seq, by, sources });

function happened(facts: readonly Fact[], meterAt: MeterAt): Version[] {
  const stands = new Map<string, number>();
  const due = new Map<string, string | null>();
  return facts.filter(isDated).map((fact): Version => {
    const { pledge, item } = fact.body;
    const key = isKind(fact, 'earmark.set') ? `earmark ${fact.body.earmark}` : `${pledge}\t${item}`;
    const was = stands.get(key) ?? null;
    const units = isKind(fact, 'pledge.withdrawn') ? (meterAt(pledge, item, fact.occurredAt)?.promised ?? 0) : fact.body.units;
    stands.set(key, units);
    if (isKind(fact, 'pledge.made') || isKind(fact, 'pledge.amended')) due.set(key, fact.body.due ?? due.get(key) ?? null);
    const isMark = isKind(fact, 'earmark.set');
    return {
      ...plain(fact),
      what: isMark ? (was === null ? 'earmarked' : 'earmarked-again') : isKind(fact, 'pledge.made') ? 'made' : isKind(fact, 'pledge.amended') ? 'amended' : 'withdrawn',
      units,
      was,
      reason: isKind(fact, 'pledge.amended') || isKind(fact, 'pledge.withdrawn') ? fact.body.reason : fact.note,
      due: isMark ? null : (due.get(key) ?? null),
      earmark: isMark ? fact.body.earmark : null,
      bound: isMark ? [...fact.body.areas, ...fact.body.recipients] : [],
      corrects: null,
    };
  });
}

/** Each correction of such a fact, with what it said before: the fact itself, or the correction before this one. */
function corrected(journal: readonly Fact[], { asOf, knownAt }: When): Version[] {
  const byId = new Map(journal.map((fact) => [fact.id, fact]));
  const said = new Map<string, Dated | null>();
  return journal.flatMap((fact): Version[] => {
    if (!isKind(fact, 'correction.made') || (knownAt !== null && fact.recordedAt > knownAt)) return [];
    const original = byId.get(fact.body.corrects);
    if (original === undefined || !isDated(original) || (asOf !== null && original.occurredAt > asOf)) return [];
    const before = said.get(original.id) === undefined ? original : (said.get(original.id) ?? null);
    const { replacement } = fact.body;
    const read = replacement === undefined ? null : FACT_BODIES[original.kind].safeParse(replacement.body);
    const after = read?.success === true ? ({ ...original, body: read.data } as Dated) : null;
    said.set(original.id, after);
    const of = after ?? before ?? original;
    const unitsOf = (it: Dated | null): number | null => (it === null || isKind(it, 'pledge.withdrawn') ? null : it.body.units);
    return [{
      ...plain(of), at: fact.occurredAt, recordedAt: fact.recordedAt, seq: fact.seq, by: fact.by, sources: fact.sources, what: after === null ? 'struck-out' : 'corrected', reason: fact.body.reason,
      units: unitsOf(after), was: unitsOf(before), due: isKind(of, 'pledge.made') || isKind(of, 'pledge.amended') ? (of.body.due ?? null) : null,
      earmark: isKind(of, 'earmark.set') ? of.body.earmark : null, bound: isKind(of, 'earmark.set') ? [...of.body.areas, ...of.body.recipients] : [], corrects: original.seq,
    }];
  });
}

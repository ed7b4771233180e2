// One fact as anybody may read it: its public fields as they hold, where they come from, what it moved in the ledger, and how it
// was corrected.

import { ALWAYS, effective } from '../../domain/asof.ts';
import { isKind, type Fact, type FactKind } from '../../domain/facts.ts';
import type { Transfer } from '../../ledger/accounts.ts';
import { isPublicFact, publicBody } from './public-fact.ts';
import type { FactStory, Load, StorySource } from './shape.ts';
import { stepsOf } from './steps.ts';

/** Kinds that repeat what was said in public: their notes say how the figure is to be read. Other notes are written for the house. */
const NOTED: ReadonlySet<FactKind> = new Set(['claim.recorded', 'count.reported', 'census.reported', 'pledge.made', 'earmark.set']);

interface Held {
  readonly facts: readonly Fact[];
  readonly moves: ReadonlyMap<string, readonly Transfer[]>;
}
/** Folded once for a journal: whoever follows every number asks for every fact. */
const held = new WeakMap<readonly Fact[], Held>();
function heldOf(journal: readonly Fact[]): Held {
  const known = held.get(journal);
  if (known !== undefined) return known;
  const facts = effective(journal, ALWAYS);
  const made: Held = { facts, moves: new Map(stepsOf(facts).map(({ fact, transfers }) => [fact.id, transfers])) };
  held.set(journal, made);
  return made;
}

/** Null: there is no such fact, or it is not public. */
export function factStory(journal: readonly Fact[], id: string): FactStory | null {
  const asked = journal.find((fact) => fact.id === id);
  // A correction is read where what it corrects is read.
  const recorded = asked !== undefined && isKind(asked, 'correction.made') ? journal.find((fact) => fact.id === asked.body.corrects) : asked;
  if (recorded === undefined || !isPublicFact(recorded)) return null;
  const { facts, moves } = heldOf(journal);
  const standing = facts.find((fact) => fact.id === recorded.id);
  let before = publicBody(recorded.kind, recorded.body);
  const history = journal.flatMap((fact) => {
    if (!isKind(fact, 'correction.made') || fact.body.corrects !== recorded.id) return [];
    const after = fact.body.replacement === undefined ? null : publicBody(recorded.kind, fact.body.replacement.body);
    const entry = { at: fact.recordedAt, reason: fact.body.reason, before, after };
    before = after;
    return [entry];
  });
  return {
    id: recorded.id,
    seq: recorded.seq,
    kind: recorded.kind,
    occurredAt: standing?.occurredAt ?? recorded.occurredAt,
    recordedAt: recorded.recordedAt,
    body: standing === undefined ? null : publicBody(standing.kind, standing.body),
    note: NOTED.has(recorded.kind) ? recorded.note : null,
    links: recorded.evidence.flatMap(({ link, title }) => (link === undefined ? [] : [{ link, title: title ?? null }])),
    sources: sourcesOf(facts, recorded.sources),
    load: loadOf(facts, (recorded.body as { readonly consignment?: string }).consignment),
    moves: (moves.get(recorded.id) ?? []).map(({ pledge, item, from, to, units }) => ({ pledge, item, from: from.name, to: to.name, units })),
    history,
  };
}

const loadOf = (facts: readonly Fact[], consignment: string | undefined): Load[] =>
  consignment === undefined ? [] : facts.flatMap((fact) => (isKind(fact, 'lot.announced') && fact.body.consignment === consignment ? [{ fact: fact.id, lot: fact.body.lot, item: fact.body.item, units: fact.body.units }] : []));

const sourcesOf = (facts: readonly Fact[], ids: readonly string[]): StorySource[] =>
  facts.flatMap((fact) => (isKind(fact, 'source.recorded') && ids.includes(fact.body.id) ? [{ id: fact.body.id, title: fact.body.title, publisher: fact.body.publisher ?? null, link: fact.body.link ?? null, licence: fact.body.licence ?? null }] : []));

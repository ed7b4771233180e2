// What the routes about claims, contradictions, positions and the promise meter take and answer.

import { z } from 'zod';
import { FactDraft, WhenQuery } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

const units = z.int().min(0);
const at = z.string().describe('An instant, UTC.');
const facts = z.array(z.int()).describe('Sequence numbers of the facts that it comes out of.');

const Tally = {
  outstanding: units.describe('Promised, not yet on a waybill.'),
  consigned: units,
  inTheAir: units,
  atHub: units,
  allocated: units.describe('Of which of atHub.'),
  onward: units,
  delivered: units,
  accepted: units.describe('Of which of delivered.'),
  lost: units,
  everConsigned: units.describe('Cumulative, as all that begin with ever.'),
  everDeparted: units,
  everLanded: units,
  everDelivered: units,
};
const share = z.number();

const CountryShare = z.looseObject({ country: z.string().nullable().describe('ISO 3166-1; null: bound to no country yet.'), total: units, ...Tally });
const PledgeMeter = z.looseObject({ pledge: z.string(), item: z.string(), donor: z.string(), scope: z.string(), promised: units, surplus: units, ...Tally, landedShare: share, deliveredShare: share, countries: z.array(CountryShare).describe('Units that are bound to nobody stand under null until they have a receiver.') });
const GroupMeter = z.looseObject({ donor: z.string().nullable(), country: z.string().nullable(), item: z.string(), total: units, promised: units.nullable(), surplus: units.nullable(), ...Tally, landedShare: share.nullable(), deliveredShare: share.nullable(), pledges: z.array(z.string()) });

const ClaimInReport = z.looseObject({
  claim: z.string(), seq: z.int(), at, recordedAt: at, author: z.string(), channel: z.string(), language: z.string(), link: z.string().nullable(), snapshot: z.string().nullable().describe('SHA-256 of the evidence kept.'), summary: z.string(),
  item: z.string().nullable(), units: units.nullable(), scope: z.string().nullable(), pledge: z.string().nullable(), stance: z.enum(['supports', 'contradicts', 'context']),
  about: z.enum(['total', 'arrival', 'arrivals', 'way', 'count']).nullable(), consignment: z.string().nullable(), mode: z.enum(['road', 'rail', 'air', 'sea']).nullable(), run: z.string().nullable(), place: z.string().nullable(), day: z.string().nullable(),
  sources: z.array(z.string()), note: z.string().nullable(),
  alsoSeen: z.array(z.looseObject({ claim: z.string(), seq: z.int(), at, author: z.string(), channel: z.string(), link: z.string().nullable() })).describe('The same thing seen elsewhere; counted once.'),
  contradictions: z.array(z.string()),
});

const Reading = z.looseObject({ reading: z.string(), from: z.enum(['claims', 'pledge', 'ledger', 'sum', 'count']), units: units.nullable(), mode: z.string().nullable(), run: z.string().nullable(), place: z.string().nullable(), day: z.string().nullable(), at, claims: z.array(z.string()), facts, sources: z.array(z.string()) });
const Position = z.looseObject({ seq: z.int(), fact: z.string().describe('Its id, to correct it by.'), at, recordedAt: at, by: z.string(), contradiction: z.string(), reading: z.string(), claims: z.array(z.string()), reason: z.string(), sources: z.array(z.string()) });
const Contradiction = z.looseObject({
  contradiction: z.string(), kind: z.enum(['amounts', 'two-totals', 'arrivals', 'ledger', 'shipment', 'way', 'counts']), pledge: z.string().nullable(), item: z.string().nullable(), subject: z.string().nullable(),
  differs: z.array(z.enum(['units', 'mode', 'run', 'place', 'day'])), readings: z.array(Reading), says: SpokenPhrase, settles: SpokenPhrase.describe('What would settle it.'), since: at, claims: z.array(z.string()),
  state: z.enum(['open', 'reopened', 'settled', 'context']).describe('reopened: a claim joined that the position did not weigh. context: nobody has to decide.'),
  position: Position.nullable(), joined: z.array(z.string()), positions: z.array(Position),
});

const Version = z.looseObject({
  pledge: z.string(), item: z.string(), what: z.enum(['made', 'amended', 'withdrawn', 'earmarked', 'earmarked-again', 'corrected', 'struck-out']), at, recordedAt: at, seq: z.int(), by: z.string(), sources: z.array(z.string()), reason: z.string().nullable(),
  units: units.nullable(), was: units.nullable().describe('What stood until then.'), due: z.string().nullable(), earmark: z.string().nullable(), bound: z.array(z.string()), corrects: z.int().nullable(),
});
const Line = z.looseObject({ lot: z.string(), consignment: z.string(), run: z.string().nullable(), mode: z.string(), to: z.string(), units, departedAt: z.string().nullable(), arrivedAt: z.string().nullable(), expectedAt: at, facts });
const EarmarkLines = z.looseObject({ pledge: z.string(), item: z.string(), earmark: z.string().nullable(), bound: z.array(z.string()), units: units.nullable(), facts, lines: z.array(Line) });

export const PromisesReport = z
  .looseObject({
    operation: z.string(), name: z.string(), zone: z.string(), asOf: at, knownAt: z.string().nullable(),
    meter: z.looseObject({ pledges: z.array(PledgeMeter).describe('promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost'), donors: z.array(GroupMeter), items: z.array(GroupMeter), countries: z.array(GroupMeter) }),
    pledges: z.array(z.looseObject({ pledge: z.string(), item: z.string(), due: z.string().nullable(), withdrawnAt: z.string().nullable(), viaHub: z.boolean(), facts: z.record(z.string(), facts) })),
    verdicts: z.array(z.looseObject({ pledge: z.string(), item: z.string(), verdict: z.enum(['kept', 'on-course', 'at-risk', 'broken']), expectedBy: z.string().nullable(), why: z.string(), because: z.array(SpokenPhrase) })).describe('Empty until a plan of the instant is at hand: ask for standing-plan, then again; GET …/status plans by itself.'),
    plan: z.string().nullable().describe('The plan that the verdicts rest on.'),
    earmarks: z.array(EarmarkLines).describe('pledge ⊃ earmarks ⊃ consignment lines'),
    versions: z.array(Version),
    claims: z.array(ClaimInReport),
    contradictions: z.array(Contradiction).describe('Open ones first.'),
    positions: z.array(Position),
    sources: z.array(z.looseObject({ id: z.string(), title: z.string(), publisher: z.string().nullable(), link: z.string().nullable() })),
  })
  .meta({ id: 'PromisesReport', description: 'How the promises stand, how they came to be, and what was said of them.' });

export const HistoryQuery = WhenQuery.extend({
  item: z.string().min(1).max(64).describe('Different items are never added.'),
  pledge: z.string().min(1).max(64).optional(),
  donor: z.string().min(1).max(200).optional(),
  country: z.string().regex(/^[A-Z]{2}$/).optional().describe('ISO 3166-1: what is bound to it or has gone there.'),
});
export const HistoryReport = z
  .looseObject({ operation: z.string(), asOf: at, item: z.string(), pledge: z.string().nullable(), donor: z.string().nullable(), country: z.string().nullable(), points: z.array(z.looseObject({ at, seq: z.int(), total: units, promised: units.nullable(), ...Tally })) })
  .meta({ id: 'HistoryReport', description: 'How the meter stood after each fact that moved units.' });

export const PositionRequest = z.strictObject({
  contradiction: z.string().min(1).max(200),
  reading: z.string().min(1).max(200).describe('The accepted one.'),
  reason: z.string().trim().min(1).max(2000),
  claims: z.array(z.string().min(1).max(64)).min(1).max(1000).optional().describe('The claims that were weighed; absent: all that are in it. One that joins later opens the question again.'),
  at: z.string().max(40).optional().describe('When it is taken; absent: where the operation stands, or now.'),
  by: FactDraft.shape.by,
});

// Which pledge a proposal is about, and whether it bears it out or contradicts it. Where several fit, none is taken and a person
// chooses.

import { liesIn } from '../../domain/areas.ts';
import { PledgeId } from '../../domain/ids.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { PledgeOnRecord, Register } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import type { Fields, Proposal, QuantitySaid } from '../../standards/announcements/shape.ts';

export interface Bearing {
  readonly pledge: PledgeOnRecord | null;
  readonly stance: 'supports' | 'contradicts' | 'context';
  readonly because: readonly Phrase[];
  /** Where several fit, a person chooses; else none. */
  readonly several: readonly PledgeId[];
}

const PROMISES: ReadonlySet<Proposal['kind']> = new Set(['promise', 'promise-total']);
const OF_GOODS: ReadonlySet<Proposal['kind']> = new Set(['promise', 'promise-total', 'arrival', 'destination', 'route', 'denial']);
/** What “about” and “nearly” may be off. */
const ROUNDED = 0.1;

/** @param told pledges that the same text announces: what it says besides of the item is about these first */
export function bearingOf(proposal: Proposal, known: Register, publishedAt: Instant, told: readonly PledgeOnRecord[]): Bearing {
  const { kind, fields } = proposal;
  const nothing = (because: Phrase): Bearing => ({ pledge: null, stance: 'context', because: [because], several: [] });
  if (fields.donor !== undefined && !fields.donor.value.isKnown) return nothing(phrase('stance.other-donor', { donor: fields.donor.value.name }));
  // Goods that somebody brought elsewhere than to the hub are not ours for being of the same kind.
  const isElsewhere = kind === 'arrival' && fields.donor === undefined && fields.areas === undefined && fields.at !== undefined && known.places.get(fields.at.value)?.role !== 'hub';
  const isOfNobody = kind === 'denial' && fields.donor === undefined && fields.areas === undefined;
  if (!OF_GOODS.has(kind) || isElsewhere || isOfNobody) return nothing(phrase('stance.no-pledge', {}));
  const fitting = fit(fields, known, publishedAt, PROMISES.has(kind));
  const own = fields.item === undefined ? [] : fitting.filter((pledge) => told.includes(pledge));
  const ofText = own.length > 0 ? own : fields.item === undefined && fields.donor === undefined ? told.filter((pledge) => fitsAreas(pledge, fields)) : [];
  const candidates = !PROMISES.has(kind) && ofText.length === 1 ? ofText : fitting;
  const [pledge] = candidates;
  if (pledge === undefined) return nothing(phrase('stance.no-pledge', {}));
  const ids = [...new Set(candidates.map((it) => PledgeId.parse(it.pledge)))].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (ids.length > 1) return { pledge: null, stance: 'context', because: [phrase('stance.several', { pledges: ids })], several: ids };
  return { pledge, ...standing(proposal, pledge, PledgeId.parse(pledge.pledge), ofText.includes(pledge)), several: [] };
}

/** Pledges of the donor and the item for the countries: those of exactly that scope first, and those that had been made. */
function fit(fields: Fields, known: Register, publishedAt: Instant, isPromise: boolean): PledgeOnRecord[] {
  const { item, donor, areas } = fields;
  if (item === undefined) return [];
  const open = [...known.pledges.values()].filter((it) => it.withdrawnAt === null && (donor === undefined || it.donor === donor.value.name) && fitsAreas(it, fields));
  const ofItem = [item.value.item, ...item.value.others].map((code) => open.filter((it) => it.item === code)).find((list) => list.length > 0) ?? [];
  const exact = ofItem.filter((it) => areas?.some(({ value }) => value === it.scope) ?? false);
  const claimed = fields.quantity?.value;
  // Another figure for the very country may be a part of what was promised to more of them.
  const whole = isPromise && claimed !== undefined && claimed.least !== null && !exact.some(({ units }) => agrees(claimed, units)) ? ofItem.filter((it) => !exact.includes(it) && it.viaHub && (claimed.least ?? 0) <= it.units) : [];
  const narrowed = exact.length > 0 ? [...exact, ...whole] : isPromise && areas === undefined ? [] : ofItem.filter((it) => it.viaHub || areas !== undefined);
  // A pledge may be told to the hub after the papers have it: later ones count where there is no earlier one.
  const before = narrowed.filter(({ madeAt }) => madeAt <= publishedAt);
  return before.length > 0 ? before : narrowed;
}

const fitsAreas = ({ scope }: PledgeOnRecord, { areas }: Fields): boolean => areas === undefined || areas.every(({ value }) => liesIn(value, scope));

function standing({ kind, fields }: Proposal, { units, scope }: PledgeOnRecord, pledge: PledgeId, isOfText: boolean): Pick<Bearing, 'stance' | 'because'> {
  const { quantity, areas, certainty, donor } = fields;
  const also: Phrase[] = isOfText && !PROMISES.has(kind) ? [phrase('stance.same-text', { pledge })] : [];
  const says = (stance: Bearing['stance'], why: Phrase): Pick<Bearing, 'stance' | 'because'> => ({ stance, because: [why, ...also] });
  if (kind === 'denial') return says('contradicts', phrase('stance.denied', { pledge }));
  if (certainty?.value === 'possible') return says('context', phrase('stance.not-firm', { pledge }));
  if (kind === 'route') return says('context', phrase('stance.about', { pledge }));
  const claimed = quantity?.value.unit === 'pieces' ? quantity.value : undefined;
  if (claimed === undefined || claimed.least === null || claimed.most === null) return says('supports', phrase('stance.no-figure', { pledge }));
  const figure = claimed.qualifier === 'up-to' ? claimed.most : claimed.least;
  if (PROMISES.has(kind) && (areas?.some(({ value }) => value === scope) ?? false)) return agrees(claimed, units) ? says('supports', phrase('stance.same-figure', { pledge, units })) : says('contradicts', phrase('stance.other-figure', { pledge, units, claimed: figure }));
  if (figure <= units * (isRounded(claimed) ? 1 + ROUNDED : 1)) return says('supports', phrase('stance.part', { pledge, units }));
  // Without a donor it may be somebody else's as well.
  return donor === undefined && !isOfText ? says('context', phrase('stance.about', { pledge })) : says('contradicts', phrase('stance.more-than-promised', { pledge, units, claimed: figure }));
}

const isRounded = ({ qualifier }: QuantitySaid): boolean => qualifier === 'about' || qualifier === 'nearly';

function agrees(said: QuantitySaid, units: number): boolean {
  const [least, most] = [said.least ?? 0, said.most ?? 0];
  if (isRounded(said)) return Math.abs(units - least) <= least * ROUNDED;
  if (said.qualifier === 'more-than' || said.qualifier === 'at-least') return units >= least;
  if (said.qualifier === 'up-to') return units <= most;
  return units >= least && units <= most;
}

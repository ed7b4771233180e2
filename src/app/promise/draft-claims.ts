// Proposals → drafts of claims: their fields as a claim has them, the summary in our words, the pledge that each is about. A person
// confirms each; what is left open says what it waits for.

import { ClaimId, PledgeId } from '../../domain/ids.ts';
import type { ClaimRecorded } from '../../domain/promise/promise.ts';
import type { PledgeOnRecord, Register } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { units as unitCount } from '../../domain/units.ts';
import type { Language, Proposal } from '../../standards/announcements/shape.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import type { ClaimDraft, OpenField } from './announcement-shape.ts';
import { bearingOf, type Bearing } from './claim-bearing.ts';
import { summaryOf } from './claim-summary.ts';

export interface DraftGround {
  readonly register: Register;
  readonly publishedAt: Instant;
  readonly language: Language;
  /** Begins the ids: the same text gives the same claims. */
  readonly prefix: string;
  readonly author?: string | undefined;
  readonly channel?: string | undefined;
  readonly link?: string | undefined;
  /** Ids of claims that stand in the journal. */
  readonly recorded: ReadonlySet<string>;
}

export function draftClaims(proposals: readonly Proposal[], ground: DraftGround): ClaimDraft[] {
  const told = announced(proposals, ground);
  return proposals.map((proposal, index) => {
    const bearing = bearingOf(proposal, ground.register, ground.publishedAt, told);
    const summary = summaryOf(proposal, ground.register);
    const body = bodyOf(proposal, index, bearing, say(summary, english), ground);
    return { proposal: index, occurredAt: ground.publishedAt, body, summary, because: bearing.because, open: openOf(proposal, bearing, ground), isRecorded: ground.recorded.has(body.claim) };
  });
}

/** The pledges whose very figure the text announces. */
function announced(proposals: readonly Proposal[], { register, publishedAt }: DraftGround): PledgeOnRecord[] {
  const promised = proposals.filter(({ kind }) => kind === 'promise' || kind === 'promise-total');
  return [...new Set(promised.flatMap((proposal) => bearingOf(proposal, register, publishedAt, []).pledge ?? []))];
}

function bodyOf({ fields, kind }: Proposal, index: number, { pledge, stance, because }: Bearing, summary: string, { prefix, author, channel, link, language }: DraftGround): ClaimRecorded {
  const { item, quantity, areas } = fields;
  const [area, ...more] = areas ?? [];
  // A count is no units of goods; a range and a figure with two readings are no one number.
  const figure = kind !== 'count' && kind !== 'estimate' && quantity?.value.unit === 'pieces' && quantity.value.least === quantity.value.most ? quantity.value.least : null;
  const code = pledge?.item ?? item?.value.item;
  return {
    claim: ClaimId.parse(`${prefix}-${index + 1}`),
    author: author ?? '',
    channel: channel ?? '',
    language,
    ...(link !== undefined && { link }),
    summary,
    ...(code !== undefined && { item: code }),
    ...(figure !== null && item !== undefined && Number.isSafeInteger(figure) && { units: unitCount(figure) }),
    ...(area !== undefined && more.length === 0 && { scope: area.value }),
    ...(pledge !== null && { pledge: PledgeId.parse(pledge.pledge) }),
    stance,
    ...subjectOf(kind, fields, because),
  };
}

/** What the claim is held against: the whole of a promise, where the text speaks of just its scope; one shipment that has come. */
function subjectOf(kind: Proposal['kind'], { at, date, modes }: Proposal['fields'], because: Bearing['because']): Pick<ClaimRecorded, 'about' | 'place' | 'day' | 'mode'> {
  if (because.some((it) => it.say === 'stance.same-figure' || it.say === 'stance.other-figure')) return { about: 'total' };
  if (kind !== 'arrival') return {};
  const [mode, ...more] = modes ?? [];
  return {
    about: 'arrival',
    ...(at !== undefined && { place: at.value }),
    ...(date !== undefined && date.value.first === date.value.last && { day: date.value.first }),
    ...(mode !== undefined && more.length === 0 && { mode: mode.value }),
  };
}

function openOf({ fields }: Proposal, { several }: Bearing, { author, channel }: DraftGround): OpenField[] {
  const { item, quantity } = fields;
  return [
    ...(author === undefined ? [{ field: 'author' as const, options: [], isNeeded: true }] : []),
    ...(channel === undefined ? [{ field: 'channel' as const, options: [], isNeeded: true }] : []),
    ...(quantity !== undefined && quantity.value.readings.length > 0 ? [{ field: 'units' as const, options: quantity.value.readings.map(String), isNeeded: true }] : []),
    ...(item !== undefined && item.value.others.length > 0 ? [{ field: 'item' as const, options: [item.value.item, ...item.value.others], isNeeded: false }] : []),
    ...(several.length > 0 ? [{ field: 'pledge' as const, options: several, isNeeded: false }] : []),
  ];
}

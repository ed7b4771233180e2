// Requests as a person judges them: each line with what it duplicates, the band that it is held against, and what was said.

import { cartonsFor } from '../../../domain/catalogue.ts';
import type { Fact } from '../../../domain/facts.ts';
import { AreaCode, type ItemCode, type RequestId } from '../../../domain/ids.ts';
import { phrase, type ItemNamed, type Phrase } from '../../../domain/phrase.ts';
import { acceptedAsAsked, overlapsOf, type Overlap } from '../../../domain/need/request-overlaps.ts';
import type { RequestOnRecord } from '../../../domain/need/requests-on-record.ts';
import { waitsFor, type OutsideBand, type RequestLine } from '../../../domain/need/request.ts';
import type { Zone } from '../../../domain/time.ts';
import { LEAST_SHARE, MOST_TIMES } from '../../../need/plausible.ts';
import { english } from '../../../words/en/english.ts';
import { say } from '../../../words/say.ts';
import type { Situation } from '../../plan/situation.ts';
import { estimatesAt, plausibleLine } from './estimates.ts';
import type { OverlapShown, RequestedLine, RequestInList, RequestsReport, Sentence } from './shape.ts';

const TURN = { person: 0, requester: 1 } as const;

export function requestsReport(now: Situation, journal: readonly Fact[]): RequestsReport {
  const { operation, asOf, known } = now;
  const shown = [...known.requests].map(([request, held]) => requestShown(now, journal, request, held));
  const turn = ({ waitsFor: whose }: RequestInList): number => (whose === null ? 2 : TURN[whose]);
  const urgency = ({ lines }: RequestInList): number => Math.max(...lines.map(({ severity }) => severity));
  return {
    operation: operation.id,
    asOf,
    requests: shown.toSorted((a, b) => turn(a) - turn(b) || (turn(a) === 2 ? 0 : urgency(b) - urgency(a)) || (turn(a) === 2 ? -1 : 1) * (a.requestedAt < b.requestedAt ? -1 : a.requestedAt > b.requestedAt ? 1 : 0)),
    recipients: [...known.recipients.values()].map(({ recipient, name }) => ({ recipient, name })),
    items: [...known.items.values()].map(({ item, name, unitsPerCarton }) => ({ item, name, unitsPerCarton })),
    parameters: { least: LEAST_SHARE, most: MOST_TIMES },
  };
}

export function requestShown(now: Situation, journal: readonly Fact[], request: RequestId, held: RequestOnRecord): RequestInList {
  const { known, operation } = now;
  const { recipient, via, replaces = [] } = held.requested;
  const named = known.recipients.get(recipient);
  const packed = (item: ItemCode, units: number): { name: string; units: number; unitsPerCarton: number; cartons: number } => {
    const master = known.items.get(item);
    const unitsPerCarton = master?.unitsPerCarton ?? 1;
    return { name: master?.name ?? item, units, unitsPerCarton, cartons: cartonsFor(units, unitsPerCarton) };
  };
  const lineShown = (line: RequestLine): RequestedLine => {
    const overlaps = overlapsOf(known, recipient, line, request);
    return {
      item: line.item,
      ...packed(line.item, line.units),
      from: line.from,
      until: line.until,
      severity: line.severity,
      why: line.why ?? null,
      overlaps: overlaps.map((it) => overlapShown(it, itemNamed(now, line.item), operation.zone)),
      plausible: plausibleLine(estimatesAt(journal, now.asOf), known, recipient, line),
      proposal: acceptedAsAsked(known, recipient, line, overlaps),
    };
  };
  return {
    request,
    recipient,
    name: named?.name ?? recipient,
    area: named?.area ?? '',
    state: held.state,
    waitsFor: waitsFor(held.state),
    via,
    requestedAt: held.at,
    lines: held.lines.map(lineShown),
    accepted: held.accepted?.map(({ item, units, from, until }) => ({ item, ...packed(item, units), from, until })) ?? null,
    replaces,
    replacedBy: held.replacedBy,
    moments: held.moments.map(({ at, fact, step, text, outside }) => ({ at, fact, step, text, asked: outside.map((it) => askedShown(it, itemNamed(now, it.item))) })),
  };
}

const itemNamed = ({ known }: Situation, item: ItemCode): ItemNamed => ({ item, name: known.items.get(item)?.name ?? item });
const sentence = (said: Phrase): Sentence => ({ say: said, inEnglish: say(said, english) });

function askedShown({ asked, low, high, bound }: OutsideBand, item: ItemNamed): Sentence {
  return sentence(bound === 'above' ? phrase('request.above-band', { asked, item, low, high }) : phrase('request.below-band', { asked, item, low, high }));
}

function overlapShown(overlap: Overlap, item: ItemNamed, zone: Zone): OverlapShown {
  const { kind, recipient, name, units, from, until, request, stands, covered } = overlap;
  const values = { recipient: { recipient, name }, units, item, from: { at: from, zone }, until: { at: until, zone } };
  const said =
    kind === 'again' ? phrase(!stands ? 'request.again-waiting' : covered ? 'request.again' : 'request.again-partly', { units, item, from: values.from, until: values.until, request })
    : kind === 'above' ? phrase(stands ? 'request.inside' : 'request.inside-waiting', values)
    : kind === 'beside' ? phrase('request.beside', { ...values, area: { area: AreaCode.parse(overlap.area) } })
    : phrase('request.holds', values);
  return { ...overlap, sentence: sentence(said) };
}

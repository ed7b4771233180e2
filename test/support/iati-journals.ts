// Operations to publish: the reference operation at five instants, and small ones with what makes files break: marks and signs in names,
// an item without a value, a promise cut, withdrawn, kept to excess, a corrected and a late fact, no emergency, no destination, nothing.

import { fundingFile, type FundingFile } from '../../src/app/announce/funding-desk.ts';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { situation, type Situation } from '../../src/app/plan/situation.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { invariant } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import { factIdOf, hour, journal, type Line } from './journal.ts';
import { REFERENCE, readFolder } from './packs.ts';
import { SENT } from './small-operation.ts';

export interface Published {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly asOf: Instant;
}

const PUBLISHER = { publisher_id: 'BE-BCE_KBO-0000000000', publisher_name: 'An operator' };

/** The lines with further settings, and with others in place of some. */
const withSettings = (lines: readonly Line[], settings: Readonly<Record<string, string>>): Line[] =>
  lines.map((line): Line => {
    const [kind, at, body] = line;
    if (kind !== 'operation.opened') return line;
    const opened = body as { readonly operation: string; readonly settings: readonly { readonly key: string; readonly value: string }[] };
    return [kind, at, { ...opened, settings: [...opened.settings.filter(({ key }) => !(key in settings)), ...Object.entries(settings).map(([key, value]) => ({ key, value }))] }];
  });

const valued = (lines: readonly Line[], more: object): Line[] => lines.map((line): Line => (line[0] === 'item.registered' ? [line[0], line[1], { ...line[2], ...more }] : line));
const ofItem = (item: string, lines: readonly Line[]): object => ({ ...lines.find(([kind]) => kind === 'item.registered')?.[2], item });
const opening = (lines: readonly Line[]): readonly Line[] => lines.filter(([kind]) => kind === 'operation.opened' || kind === 'place.registered');

export const ODD_NAME = `<b>Bridge</b> & "co" ]]> l'été \u0001\ud800 — 浙江\r\n`;
const ODD: readonly Line[] = [
  ...valued(withSettings(SENT, { ...PUBLISHER, name: ODD_NAME, publisher_name: 'A & B <i>AISBL</i>', emergency: 'Flood & <storm>', glide: 'FL-2020-000001-ITA', flow_type: '10' }), { name: 'Mask "IIR" <type>', valueCents: 7 }),
  ['item.registered', 0, { ...ofItem('kit', SENT), name: 'Kit & tube' }],
  ['recipient.registered', 0, { recipient: 'IT', name: 'Italy <Ministero> & "co"', area: 'IT-25', place: 'ITROM' }],
  ['pledge.made', 1, { pledge: 'P2', item: 'kit', donor: 'Ärzte & Söhne <script>alert("1")</script>', units: 30, scope: 'IT', viaHub: true }],
  ['pledge.made', 1, { pledge: 'P3', item: 'mask', donor: '=SUM(A1)', units: 500, scope: 'US', viaHub: false }],
  ['pledge.amended', 5, { pledge: 'P1', item: 'mask', units: 900, reason: 'fewer <came>.' }],
  ['pledge.amended', 6, { pledge: 'P1', item: 'mask', units: 1100, reason: 'more' }],
  ['pledge.withdrawn', 40, { pledge: 'P3', item: 'mask', reason: 'a & b' }],
  ['pledge.amended', 41, { pledge: 'P1', item: 'mask', units: 550, reason: 'less than has come' }],
  ['consignment.announced', 3, { consignment: 'C2', mode: 'air', carrier: 'y & z', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(4), plannedArrival: hour(20) }],
  ['lot.announced', 3, { lot: 'K', consignment: 'C2', pledge: 'P2', item: 'kit', units: 40 }],
  // Recorded a day after all that follows.
  ['consignment.departed', 4, { consignment: 'C2' }, 60],
  ['consignment.arrived', 21, { consignment: 'C2' }, 61],
  ['goods.surplus', 26, { place: 'BELGG', lot: 'A', units: 11 }],
  ['dispatch.delivered', 50, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 390, partial: true }],
];
const CORRECTION: Line = ['correction.made', 70, { corrects: factIdOf(ODD.length), reason: 'typed wrong', replacement: { occurredAt: hour(51), body: { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 405 } } }];

const reference = journalOfPack(readFolder(REFERENCE));
invariant(reference.ok, 'the reference operation can be read');

export const PUBLISHED: readonly Published[] = [
  ...['2020-03-13T22:59:59.999Z', '2020-03-16T19:40:00.000Z', '2020-03-18T22:59:59.999Z', '2020-03-21T22:59:59.999Z', '2020-04-30T00:00:00.000Z'].map((asOf) => ({ name: `the reference operation on ${asOf.slice(0, 10)}`, facts: reference.value.facts, asOf: Instant.parse(asOf) })),
  { name: 'odd names, a withdrawn promise, a late fact', facts: journal(ODD), asOf: hour(60) },
  { name: 'the same with a delivery corrected', facts: journal([...ODD, CORRECTION]), asOf: hour(60) },
  { name: 'promises alone, nothing of it with a value, in one country', facts: journal([...withSettings(opening(SENT), PUBLISHER), ['item.registered', 0, ofItem('kit', SENT)], ['pledge.made', 1, { pledge: 'P', item: 'kit', donor: 'd', units: 5, scope: 'IT', viaHub: true }]]), asOf: hour(2) },
  { name: 'promises to two continents, without values, all withdrawn', facts: journal([...withSettings(opening(SENT), PUBLISHER), ['item.registered', 0, ofItem('kit', SENT)], ...['IT', 'US'].flatMap((scope): Line[] => [['pledge.made', 1, { pledge: scope, item: 'kit', donor: 'd', units: 5, scope, viaHub: true }], ['pledge.withdrawn', 2, { pledge: scope, item: 'kit', reason: 'r' }]])]), asOf: hour(3) },
  { name: 'nothing yet', facts: journal(withSettings(opening(SENT), PUBLISHER)), asOf: hour(1) },
];

export const situationOf = ({ facts, asOf }: Published): Situation => situation(facts, { asOf, knownAt: null });

export function textOfFile(it: Published, file: FundingFile): string {
  const made = fundingFile(situationOf(it), it.facts, file);
  invariant(made.ok, 'an operation with a publisher is published');
  return new TextDecoder().decode(made.value.content);
}

// The parts that several papers have: their frame, places and parties, dots for what is not on record, tables of goods.
// Sums never add different goods: cartons, weight, volume and value have totals, pieces have none.

import type { AreaCode } from '../../domain/ids.ts';
import type { Instant, Zone } from '../../domain/time.ts';
import { EuroCents, cubicCm, grams, type CubicCm, type Grams } from '../../domain/units.ts';
import type { Box, Column, Paper, Position, Row, Section, TableSection } from './paper.ts';
import type { GoodsLine, HandlingUnitLine, Party, Shipment, Spot } from './shipment.ts';
import { FRAME_WORDS, directionOf, writeCount, writeCountry, writeDate, writeEuros, writeInstantIn, writeKg, writeM3, type PaperLanguage } from './wording.ts';
import { WORDS, type Words } from './words/vocabulary.ts';

/** What makes one print of a paper: its language, number, and place in the journal. */
export interface Issue {
  readonly language: PaperLanguage;
  readonly number: string;
  /** The operation's name. */
  readonly operation: string;
  readonly issuedAt: Instant;
  readonly zone: Zone;
  readonly position: Position;
}

/** Writes figures, places and parties in one language and zone. */
export interface Pen {
  readonly language: PaperLanguage;
  readonly words: Words;
  readonly count: (n: number) => string;
  readonly kg: (weight: Grams) => string;
  readonly m3: (volume: CubicCm) => string;
  readonly euros: (cents: EuroCents) => string;
  readonly instant: (at: Instant | null) => string;
  readonly day: (at: GoodsLine['expires']) => string;
  readonly country: (area: AreaCode) => string;
  readonly countries: (areas: readonly AreaCode[]) => string;
  /** `Liège Airport (LGG), Belgium`. */
  readonly spot: (spot: Spot) => string;
  /** A name from the journal among words of any direction. */
  readonly name: (text: string) => string;
}

export function penOf({ language, zone }: Pick<Issue, 'language' | 'zone'>): Pen {
  const comma = directionOf(language) === 'rtl' ? '، ' : ', ';
  const name = (text: string): string => (directionOf(language) === 'rtl' && text !== '' ? `\u2068${text}\u2069` : text);
  const country = (area: AreaCode): string => writeCountry(area, language);
  return {
    language,
    words: WORDS[language],
    count: (n) => writeCount(n, language),
    kg: (weight) => writeKg(weight, language),
    m3: (volume) => writeM3(volume, language),
    euros: (cents) => writeEuros(cents, language),
    instant: (at) => (at === null ? '' : writeInstantIn(at, zone, language)),
    day: (at) => (at === null ? '' : writeDate(at, language)),
    country,
    countries: (areas) => [...new Set(areas.map(country))].join(comma),
    spot: ({ name: own, iata, place, area }) => `${name(`${own} (${iata ?? place})`)}${comma}${country(area)}`,
    name,
  };
}

const DOTS = '.'.repeat(34);
/** An empty field that says what belongs there: never invented, completed by hand. */
export const blank = ({ language }: Pen, label: string): string => `${label}${language === 'fr' ? '\u00a0' : ''}: ${DOTS}`;
export const DOTTED = '.'.repeat(14);

interface Content {
  readonly title: string;
  readonly subtitle?: string;
  readonly layout?: Paper['layout'];
  readonly notice?: string;
  readonly link?: string;
  /** Are there lines of dots on it? */
  readonly toComplete: boolean;
  readonly sections: readonly Section[];
}

export function paperOf({ language, number, operation, issuedAt, zone, position }: Issue, { title, subtitle, layout = 'portrait', notice, link, toComplete, sections }: Content): Paper {
  const about = subtitle === undefined ? operation : `${operation}   ·   ${subtitle}`;
  return {
    language, title, number, subtitle: about, issuedAt, zone, position, layout,
    ...(notice !== undefined && { notice }),
    ...(link !== undefined && { link }),
    sections: toComplete ? [...sections, { kind: 'text', paragraphs: [WORDS[language].toComplete] }] : sections,
  };
}

/** A party with room for what the journal does not hold of it. */
export const partyLines = (pen: Pen, { name, area, address, eori: number }: Party, { eori = false }: { readonly eori?: boolean } = {}): string[] => {
  const { shipment } = pen.words;
  return [name === '' ? DOTS : pen.name(name), ...(area === null ? [] : [pen.country(area)]), address === undefined ? blank(pen, shipment.address) : pen.name(address), ...(eori ? [number === undefined ? blank(pen, shipment.eori) : `${shipment.eori} ${pen.name(number)}`] : [])];
};

export const sendersOf = ({ senders }: Pick<Shipment, 'senders'>): Party => ({ name: senders.map(({ name }) => name).join('; '), area: senders.length === 1 ? (senders[0]?.area ?? null) : null });

/** An empty box to sign in. */
export const signature = (label: string): Box => ({ label, lines: [], heightMm: 24 });

type GoodsColumn = 'lot' | 'item' | 'cnCode' | 'batch' | 'expires' | 'temperature' | 'cartons' | 'perCarton' | 'units' | 'pallets' | 'gross' | 'volume' | 'unitValue' | 'value' | 'donor' | 'pledge' | 'boundFor';

interface GoodsColumnKind {
  readonly kind: Column['kind'];
  readonly heading: (words: Words['goods']) => string;
  readonly cell: (line: GoodsLine, pen: Pen) => string;
  readonly total?: (lines: readonly GoodsLine[], pen: Pen) => string;
}

const sum = (lines: readonly GoodsLine[], of: (line: GoodsLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
export const grossOf = (lines: readonly GoodsLine[]): Grams => grams(sum(lines, (line) => line.gross));
export const volumeOf = (lines: readonly GoodsLine[]): CubicCm => cubicCm(sum(lines, (line) => line.volume));
export const cartonsOf = (lines: readonly GoodsLine[]): number => sum(lines, (line) => line.cartons);
/** Of those that have a value. */
export const valueOf = (lines: readonly GoodsLine[]): EuroCents => EuroCents.parse(sum(lines, ({ valueCents, units }) => (valueCents ?? 0) * units));

const GOODS: Readonly<Record<GoodsColumn, GoodsColumnKind>> = {
  lot: { kind: 'text', heading: (it) => it.lot, cell: ({ lot }, pen) => pen.name(lot) },
  item: { kind: 'text', heading: (it) => it.item, cell: ({ name }, pen) => pen.name(name) },
  cnCode: { kind: 'figure', heading: (it) => it.code, cell: ({ cnCode }) => (cnCode === null ? DOTTED : `${cnCode.slice(0, 4)}\u00a0${cnCode.slice(4, 6)}\u00a0${cnCode.slice(6)}`) },
  batch: { kind: 'text', heading: (it) => it.batch, cell: ({ batch }, pen) => pen.name(batch ?? '') },
  expires: { kind: 'text', heading: (it) => it.expires, cell: ({ expires }, pen) => pen.day(expires) },
  temperature: { kind: 'text', heading: (it) => it.temperature, cell: ({ temperature }, pen) => pen.words.goods.temperatures[temperature] },
  cartons: { kind: 'figure', heading: (it) => it.cartons, cell: ({ cartons }, pen) => pen.count(cartons), total: (lines, pen) => pen.count(cartonsOf(lines)) },
  perCarton: { kind: 'figure', heading: (it) => it.perCarton, cell: ({ perCarton }, pen) => pen.count(perCarton) },
  units: { kind: 'figure', heading: (it) => it.units, cell: ({ units }, pen) => pen.count(units) },
  pallets: { kind: 'figure', heading: (it) => it.pallets, cell: ({ pallets }, pen) => pen.count(pallets), total: (lines, pen) => pen.count(sum(lines, (line) => line.pallets)) },
  gross: { kind: 'figure', heading: (it) => it.gross, cell: ({ gross, declared }, pen) => `${declared ? '' : '~\u00a0'}${pen.kg(gross)}`, total: (lines, pen) => pen.kg(grossOf(lines)) },
  volume: { kind: 'figure', heading: (it) => it.volume, cell: ({ volume }, pen) => pen.m3(volume), total: (lines, pen) => pen.m3(volumeOf(lines)) },
  unitValue: { kind: 'figure', heading: (it) => it.unitValue, cell: ({ valueCents }, pen) => (valueCents === null ? DOTTED : pen.euros(valueCents)) },
  value: { kind: 'figure', heading: (it) => it.value, cell: (line, pen) => (line.valueCents === null ? DOTTED : pen.euros(valueOf([line]))), total: (lines, pen) => pen.euros(valueOf(lines)) },
  donor: { kind: 'text', heading: (it) => it.donor, cell: ({ donor }, pen) => pen.name(donor) },
  pledge: { kind: 'text', heading: (it) => it.pledge, cell: ({ pledge }, pen) => pen.name(pledge) },
  boundFor: { kind: 'text', heading: (it) => it.boundFor, cell: ({ boundFor }, pen) => pen.countries(boundFor) },
};

/** The goods in these columns; below them the totals of what may be added up. */
export function goodsTable(pen: Pen, lines: readonly GoodsLine[], names: readonly GoodsColumn[], title?: string, empty?: string): TableSection {
  const { goods } = pen.words;
  // A batch or an expiry that no lot has needs no column.
  const columns = names.filter((name) => (name !== 'batch' && name !== 'expires') || lines.some((line) => line[name] !== null)).map((name) => GOODS[name]);
  const hasTotals = lines.length > 1 && columns.some(({ total }) => total !== undefined);
  return {
    kind: 'table',
    title: title ?? goods.title,
    columns: columns.map(({ kind, heading }) => ({ heading: heading(goods), kind })),
    rows: lines.map((line): Row => ({ cells: columns.map(({ cell }) => cell(line, pen)) })),
    ...(hasTotals && { totals: columns.map(({ total }, i) => total?.(lines, pen) ?? (i === 0 ? FRAME_WORDS[pen.language].total : '')) }),
    empty: empty ?? goods.empty,
  };
}

/** What `~` before a weight means; nothing where every weight was declared. */
export const reckonedNote = (pen: Pen, lines: readonly GoodsLine[]): Section[] => (lines.every(({ declared }) => declared) ? [] : [{ kind: 'text', paragraphs: [pen.words.goods.reckoned] }]);

export function unitsTable(pen: Pen, lines: readonly HandlingUnitLine[]): Section[] {
  if (lines.length === 0) return [];
  const { units, goods } = pen.words;
  return [{
    kind: 'table',
    title: units.title,
    columns: [{ heading: units.number, kind: 'text' }, { heading: units.type, kind: 'text' }, { heading: units.within, kind: 'text' }, { heading: goods.lot, kind: 'text' }, { heading: goods.units, kind: 'figure' }, { heading: goods.gross, kind: 'figure' }],
    rows: lines.map((line) => ({ cells: [line.unit, units.types[line.type], line.within ?? '', pen.name(line.lot), pen.count(line.units), line.gross === null ? '' : pen.kg(line.gross)] })),
    empty: units.empty,
  }];
}

/** Where it goes and when, in a grid: the head of most papers. */
export function journeyFields(pen: Pen, shipment: Shipment): Section {
  const { words } = pen;
  const { shipment: it } = words;
  const [first] = shipment.legs;
  const last = shipment.legs.at(-1);
  return {
    kind: 'fields',
    columns: 3,
    fields: [
      { label: it[shipment.kind], value: pen.name(shipment.id) },
      { label: it.from, value: pen.spot(shipment.from) },
      { label: it.to, value: pen.spot(shipment.to) },
      { label: it.mode, value: [...new Set(shipment.legs.map(({ mode }) => words.modes[mode]))].join(' + ') },
      { label: it.carrier, value: pen.name([...new Set(shipment.legs.map(({ carrier }) => carrier))].join(', ')) },
      { label: it.run, value: pen.name(shipment.legs.map(({ run }) => run).filter((run) => run !== shipment.id).join(', ')) },
      shipment.departedAt === null ? { label: it.plannedDeparture, value: pen.instant(first?.departsAt ?? null) } : { label: it.departed, value: pen.instant(shipment.departedAt) },
      shipment.arrivedAt === null ? { label: it.plannedArrival, value: pen.instant(last?.arrivesAt ?? null) } : { label: it.arrived, value: pen.instant(shipment.arrivedAt) },
      { label: it.waybills, value: pen.name(shipment.waybills.map(({ waybill }) => waybill).join(', ')) },
    ],
  };
}

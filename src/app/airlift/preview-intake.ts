// A shipper's sheet held against the operation, and nothing written: what it says, what is open, what is wrong, what papers
// are missing, whether it came before. The same file, answers and journal give the same preview.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { effective, ALWAYS } from '../../domain/asof.ts';
import { cartonLoad, chargeableKg, type Item } from '../../domain/catalogue.ts';
import type { Fact } from '../../domain/facts.ts';
import { LotId, Sha256 } from '../../domain/ids.ts';
import { missingPapers, type DocumentKind } from '../../domain/airlift/papers.ts';
import { register, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { localDateIn, type Instant } from '../../domain/time.ts';
import { cubicCm, grams } from '../../domain/units.ts';
import { learnedFrom, senderKey } from '../../standards/intake/learn.ts';
import type { LotDraft, MergedLot } from '../../standards/intake/lots.ts';
import { NOTHING_LEARNED, readPackingList, type ListRow, type PackingList } from '../../standards/intake/packing-list.ts';
import { Asking, type Answers } from '../../standards/intake/question.ts';
import { readSheets } from '../../standards/sheets/read-sheets.ts';
import { readServiceRequest } from '../../standards/srf/read-request.ts';
import type { ServiceRequest } from '../../standards/srf/service-request.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import { askDuplicate, decideConsignment, decidePledges, duplicateOf, type Decided, type Drawn } from './consignment-questions.ts';
import type { Duplicate, IntakeAsk, IntakeLot, IntakePreview, IntakeRow, IntakeTotals, RequestedTransport } from './intake-shape.ts';

const MOST_SHOWN = 1000;

/** The preview, and what acceptance makes facts of. */
export interface Examined {
  readonly preview: IntakePreview;
  readonly list: PackingList;
  readonly request: ServiceRequest | null;
  readonly answers: Answers;
  readonly decided: Decided;
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly register: Register;
}

export const fileHash = (content: Uint8Array): Sha256 => Sha256.parse(bytesToHex(sha256(content)));

export function examine(facts: readonly Fact[], ask: IntakeAsk, now: Instant): Result<Examined, Failure> {
  const sheets = readSheets(ask.file.content);
  if (!sheets.ok) return err(refused(ask, sheets.error.row, sheets.error.problem, sheets.error.remedy));
  const operation = operationOf(facts);
  const known = register(effective(facts, ALWAYS));
  const answers: Answers = new Map(Object.entries(ask.answers ?? {}));
  const read = (sender: string | null): ReturnType<typeof readPackingList> =>
    readPackingList(sheets.value, { items: [...known.items.values()], learned: sender === null ? NOTHING_LEARNED : learnedFrom(known.senders.get(senderKey(sender)) ?? []), today: localDateIn(operation.standsAt ?? now, operation.zone) }, answers);
  const first = read(ask.sender ?? null);
  if (!first.ok) return err(refused(ask, null, first.error.problem, first.error.remedy));
  // Who sends it may stand in the sheet itself: then it is read again with what is known of them.
  const request = readServiceRequest(sheets.value);
  const sender = ask.sender ?? request?.sender.organisation ?? first.value.banner.sender;
  const again = ask.sender === undefined && sender !== null && known.senders.has(senderKey(sender)) ? read(sender) : first;
  const list = again.ok ? again.value : first.value;
  const sha = fileHash(ask.file.content);
  const asking = new Asking(answers);
  const earlier = filedBefore(known, sha);
  const duplicate = earlier ?? duplicateOf(known, list.banner.waybill, list.lots);
  askDuplicate(duplicate, answers, asking);
  const decided = decideConsignment(known, operation, { waybill: list.banner.waybill, request }, asking);
  const drawn = decidePledges(known, [...new Set(list.lots.map(({ item }) => item as string))].toSorted(), asking);
  const questions = [...list.questions, ...asking.open()];
  const wrong = list.rows.filter(({ problems, isAside }) => problems.length > 0 && !isAside);
  const preview: IntakePreview = {
    operation: operation.id, file: { name: ask.file.name, sha256: sha },
    matched: earlier === null && questions.length === 0 && wrong.length === 0 && list.lots.length > 0,
    sender, sheet: list.sheet, sheets: list.sheets, headerRow: list.headerRow,
    mapping: list.columns.map(({ letter, header, field, confidence, by, runnersUp, samples }) => ({ column: letter, header: header.text, field, confidence, by, runnersUp, samples })),
    questions,
    rows: shown(list.rows),
    counts: { rows: list.rows.length, withProblems: wrong.length, aside: list.rows.filter(({ isAside }) => isAside).length },
    lots: named(list.lots, decided, drawn, known),
    totals: totalsOf(list.lots, known.items),
    sums: list.sums, notRead: list.notRead.slice(0, MOST_SHOWN), waybill: list.banner.waybill, request: request === null ? null : transportOf(request), consignment: decided.id,
    missingPapers: missingPapers([...(decided.known === null ? [] : papersOf(decided.known)), request === null ? 'packing-list' : 'service-request'], decided.mode ?? 'air'),
    duplicateOf: duplicate,
  };
  return ok({ preview, list, request, answers, decided, drawn, register: known });
}

function transportOf({ reference, readyToLoad, from, to }: ServiceRequest): RequestedTransport {
  const stop = ({ town, facility, latitude, longitude }: ServiceRequest['from']): RequestedTransport['from'] => ({ town, facility, latitude, longitude });
  return { reference, readyToLoad, from: stop(from), to: stop(to) };
}

const refused = ({ file }: IntakeAsk, row: number | null, problem: string, remedy: string): Failure => ({ code: 'sheet-refused', message: `${file.name}: ${problem}`, remedy, rejected: [{ file: file.name, sheet: null, row, column: null, value: null, problem, remedy }] });

function filedBefore(known: Register, sha: Sha256): Duplicate | null {
  for (const { announced, documents } of known.consignments.values()) if (documents.some(({ file }) => file === sha)) return { consignment: announced.consignment, by: 'file', text: `This very file was accepted for consignment ${announced.consignment}.` };
  return null;
}

/** What is held: papers that were filed, and waybills that were issued. */
export const papersOf = ({ documents, waybills }: ConsignmentOnRecord): DocumentKind[] => [...documents.map(({ document }) => document), ...(waybills.length > 0 ? (['air-waybill'] as const) : [])];

/** Rows with problems and the first of the others, in the order of the sheet. */
function shown(rows: readonly ListRow[]): IntakeRow[] {
  const chosen = rows.length <= MOST_SHOWN ? rows : [...rows.filter(({ problems }) => problems.length > 0), ...rows.filter(({ problems }) => problems.length === 0)].slice(0, MOST_SHOWN).toSorted((a, b) => a.row - b.row);
  return chosen.map(({ row, description, draft, problems, isAside }) => ({ row, description, goods: draft === null ? null : goodsOf(draft), problems, isAside }));
}

const goodsOf = ({ item, units, cartons, unitsPerCarton, gross, volume, batch, expires, consignee }: LotDraft): Omit<IntakeLot, 'lot' | 'pledge' | 'earmark' | 'rows'> => ({ item, units, cartons, unitsPerCarton, grossKg: gross === null ? null : gross / 1000, volumeM3: volume === null ? null : volume / 1e6, batch, expires, consignee });

/** Lots of a consignment are numbered on from those that it has. */
function named(lots: readonly MergedLot[], { id }: Decided, drawn: ReadonlyMap<string, Drawn>, known: Register): IntakeLot[] {
  let number = 0;
  return lots.map((lot) => {
    let name: string | null = null;
    if (id !== null) do name = `${id}-${++number}`; while (known.lots.has(LotId.parse(name)));
    return { lot: name, ...goodsOf(lot), pledge: drawn.get(lot.item)?.pledge ?? null, earmark: drawn.get(lot.item)?.earmark ?? null, rows: lot.rows };
  });
}

/** What the lots weigh and take; by the catalogue where the sheet does not say. */
function totalsOf(lots: readonly MergedLot[], items: ReadonlyMap<string, Item>): IntakeTotals {
  const byItem = new Map<string, { item: string; units: number; cartons: number }>();
  let [gross, volume, pallets, cartons] = [0, 0, 0, 0];
  let isEstimated = false;
  for (const lot of lots) {
    const master = items.get(lot.item);
    const each = master === undefined ? { grams: 0, volume: 0, positions: 0 } : cartonLoad(master);
    isEstimated ||= lot.gross === null || lot.volume === null;
    gross += lot.gross ?? lot.cartons * each.grams;
    volume += lot.volume ?? lot.cartons * each.volume;
    pallets += lot.cartons * each.positions;
    cartons += lot.cartons;
    const sum = byItem.get(lot.item) ?? { item: lot.item, units: 0, cartons: 0 };
    byItem.set(lot.item, { item: lot.item, units: sum.units + lot.units, cartons: sum.cartons + lot.cartons });
  }
  return { items: [...byItem.values()].toSorted((a, b) => (a.item < b.item ? -1 : 1)), cartons, pallets: Math.ceil(pallets - 1e-9), grossKg: gross / 1000, volumeM3: volume / 1e6, chargeableKg: Math.ceil(chargeableKg(grams(gross), cubicCm(volume)) * 2) / 2, isEstimated };
}

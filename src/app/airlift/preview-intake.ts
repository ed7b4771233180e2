// A shipper's sheet held against the operation, and nothing written: what it says, what is open, what is wrong, what papers
// are missing, whether it came before. The same file, answers and journal give the same preview.

import { ALWAYS, effective } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import { LotId, type Sha256 } from '../../domain/ids.ts';
import { missingPapers, type DocumentKind } from '../../domain/airlift/papers.ts';
import { register, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { localDateIn, type Instant } from '../../domain/time.ts';
import type { LotDraft, MergedLot } from '../../standards/intake/lots.ts';
import type { PackingList } from '../../standards/intake/packing-list.ts';
import { Asking, type Answers } from '../../standards/intake/question.ts';
import type { ServiceRequest } from '../../standards/srf/service-request.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import type { SheetReader } from '../ports.ts';
import { askDuplicate, decideConsignment, decidePledges, duplicateOf, type Decided, type Drawn } from './consignment-questions.ts';
import type { Duplicate, IntakeAsk, IntakeLot, IntakePreview, RequestedTransport } from './intake-shape.ts';
import type { Unread } from './read-list.ts';

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

export async function examine(facts: readonly Fact[], ask: IntakeAsk, now: Instant, reader: SheetReader, signal?: AbortSignal): Promise<Result<Examined, Failure>> {
  const operation = operationOf(facts);
  const known = register(effective(facts, ALWAYS));
  const answers: Answers = new Map(Object.entries(ask.answers ?? {}));
  const read = await reader.list({ content: ask.file.content, sender: ask.sender ?? null, answers, items: [...known.items.values()], senders: known.senders, today: localDateIn(operation.standsAt ?? now, operation.zone) }, signal);
  if (!read.ok) return err(refused(ask, read.error));
  const { list, sender, request, counts, totals, sha256: sha } = read.value;
  const asking = new Asking(answers);
  const earlier = filedBefore(known, sha);
  const duplicate = earlier ?? duplicateOf(known, list.banner.waybill, list.lots);
  askDuplicate(duplicate, answers, asking);
  const decided = decideConsignment(known, operation, { waybill: list.banner.waybill, request }, asking);
  const drawn = decidePledges(known, totals.items.map(({ item }) => item), asking);
  const questions = [...list.questions, ...asking.open()];
  const preview: IntakePreview = {
    operation: operation.id, file: { name: ask.file.name, sha256: sha },
    matched: earlier === null && questions.length === 0 && counts.withProblems === 0 && list.lots.length > 0,
    sender, sheet: list.sheet, sheets: list.sheets, headerRow: list.headerRow,
    mapping: list.columns.map(({ letter, header, field, confidence, by, runnersUp, samples }) => ({ column: letter, header: header.text, field, confidence, by, runnersUp, samples })),
    questions,
    rows: list.rows.map(({ row, description, draft, problems, isAside }) => ({ row, description, goods: draft === null ? null : goodsOf(draft), problems, isAside })),
    counts,
    lots: named(list.lots, decided, drawn, known),
    totals,
    sums: list.sums, notRead: list.notRead, waybill: list.banner.waybill, request: request === null ? null : transportOf(request), consignment: decided.id,
    missingPapers: missingPapers([...(decided.known === null ? [] : papersOf(decided.known)), request === null ? 'packing-list' : 'service-request'], decided.mode ?? 'air'),
    duplicateOf: duplicate,
  };
  return ok({ preview, list, request, answers, decided, drawn, register: known });
}

function transportOf({ reference, readyToLoad, from, to }: ServiceRequest): RequestedTransport {
  const stop = ({ town, facility, latitude, longitude }: ServiceRequest['from']): RequestedTransport['from'] => ({ town, facility, latitude, longitude });
  return { reference, readyToLoad, from: stop(from), to: stop(to) };
}

const refused = ({ file }: IntakeAsk, { row, problem, remedy }: Unread): Failure => ({ code: 'sheet-refused', message: `${file.name}: ${problem}`, remedy, rejected: [{ file: file.name, sheet: null, row, column: null, value: null, problem, remedy }] });

function filedBefore(known: Register, sha: Sha256): Duplicate | null {
  for (const { announced, documents } of known.consignments.values()) if (documents.some(({ file }) => file === sha)) return { consignment: announced.consignment, by: 'file', text: `This very file was accepted for consignment ${announced.consignment}.` };
  return null;
}

/** What is held: papers that were filed, and waybills that were issued. */
export const papersOf = ({ documents, waybills }: ConsignmentOnRecord): DocumentKind[] => [...documents.map(({ document }) => document), ...(waybills.length > 0 ? (['air-waybill'] as const) : [])];

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

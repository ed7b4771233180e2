// A shipper's sheet as far as it can be read without the journal: its cells, what its columns mean, lots and what is open. The work of
// seconds for a large one, so it is done away from whoever else is asked (ports.ts, SheetReader): what goes in and comes out is plain
// data, and of a sheet of 100,000 rows only what somebody looks at comes out.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { cartonLoad, chargeableKg, type Item } from '../../domain/catalogue.ts';
import { Sha256 } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { LocalDate } from '../../domain/time.ts';
import { cubicCm, grams } from '../../domain/units.ts';
import { learnedFrom, senderKey, type Lesson } from '../../standards/intake/learn.ts';
import type { MergedLot } from '../../standards/intake/lots.ts';
import { NOTHING_LEARNED, readPackingList, type ListRow, type PackingList } from '../../standards/intake/packing-list.ts';
import type { Answers } from '../../standards/intake/question.ts';
import { readSheets } from '../../standards/sheets/read-sheets.ts';
import { readServiceRequest } from '../../standards/srf/read-request.ts';
import type { ServiceRequest } from '../../standards/srf/service-request.ts';
import type { IntakeTotals } from './intake-shape.ts';

const MOST_ROWS = 1000;
/** A journal is folded anew for each append: more lots than any aircraft carries are a mistake, or belong to several consignments. */
export const MOST_LOTS = 5000;

export interface ListAsk {
  readonly content: Uint8Array;
  /** As somebody named the sender; null: as the sheet says. */
  readonly sender: string | null;
  readonly answers: Answers;
  readonly items: readonly Item[];
  /** What was learned of senders, by their keys. */
  readonly senders: ReadonlyMap<string, readonly Omit<Lesson, 'headers'>[]>;
  readonly today: LocalDate;
}

export interface ListRead {
  readonly sha256: Sha256;
  readonly sender: string | null;
  readonly request: ServiceRequest | null;
  /** Its rows: those with problems and the first of the others; its lots: the first. */
  readonly list: PackingList;
  readonly counts: { readonly rows: number; readonly withProblems: number; readonly aside: number; readonly lots: number };
  readonly totals: IntakeTotals;
}

export interface Unread {
  /** Null: the whole file. */
  readonly row: number | null;
  readonly problem: string;
  readonly remedy: string;
}

export function readList({ content, sender: named, answers, items, senders, today }: ListAsk): Result<ListRead, Unread> {
  const sheets = readSheets(content);
  if (!sheets.ok) return err(sheets.error);
  const read = (sender: string | null): ReturnType<typeof readPackingList> => readPackingList(sheets.value, { items, learned: sender === null ? NOTHING_LEARNED : learnedFrom(senders.get(senderKey(sender)) ?? []), today }, answers);
  const first = read(named);
  if (!first.ok) return err({ row: null, ...first.error });
  // Who sends it may stand in the sheet itself: then it is read again with what is known of them.
  const request = readServiceRequest(sheets.value);
  const sender = named ?? request?.sender.organisation ?? first.value.banner.sender;
  const again = named === null && sender !== null && senders.has(senderKey(sender)) ? read(sender) : first;
  const list = again.ok ? again.value : first.value;
  const wrong = list.rows.filter(({ problems, isAside }) => problems.length > 0 && !isAside);
  return ok({
    sha256: Sha256.parse(bytesToHex(sha256(content))),
    sender,
    request,
    list: { ...list, rows: looked(list.rows), lots: list.lots.slice(0, MOST_LOTS), notRead: list.notRead.slice(0, MOST_ROWS) },
    counts: { rows: list.rows.length, withProblems: wrong.length, aside: list.rows.filter(({ isAside }) => isAside).length, lots: list.lots.length },
    totals: totalsOf(list.lots, new Map(items.map((item) => [item.item, item]))),
  });
}

/** Rows with problems and the first of the others, in the order of the sheet. */
const looked = (rows: readonly ListRow[]): readonly ListRow[] =>
  rows.length <= MOST_ROWS ? rows : [...rows.filter(({ problems }) => problems.length > 0), ...rows.filter(({ problems }) => problems.length === 0)].slice(0, MOST_ROWS).toSorted((a, b) => a.row - b.row);

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

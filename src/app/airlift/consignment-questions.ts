// What a packing list does not say of its consignment: which one it is, how and when it flies, which pledge its goods are
// of. Suggested where something points that way; never settled without a person, unless there is only one possibility.

import { ConsignmentAnnounced } from '../../domain/airlift/consignment.ts';
import { ConsignmentId, EarmarkId, ItemCode, PledgeId } from '../../domain/ids.ts';
import type { Operation } from '../../domain/operation.ts';
import { Mode } from '../../domain/places.ts';
import { pledgeKey, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { readInstant, writeInstant, type Instant } from '../../domain/time.ts';
import { question, type Answers, type Asking } from '../../standards/intake/question.ts';
import type { ServiceRequest, Stop } from '../../standards/srf/service-request.ts';
import { plainWords } from '../../standards/intake/words.ts';
import type { Duplicate } from './intake-shape.ts';
import type { MergedLot } from '../../standards/intake/lots.ts';

export interface Decided {
  readonly id: ConsignmentId | null;
  /** Announced already; null: it is to be announced. */
  readonly known: ConsignmentOnRecord | null;
  /** What is to be announced; null: known already, or something is open. */
  readonly announce: ConsignmentAnnounced | null;
  readonly mode: Mode | null;
}

const NOTHING: Decided = { id: null, known: null, announce: null, mode: null };

/** What the sheet itself says of the way. */
export interface Hints {
  readonly waybill: string | null;
  readonly request: ServiceRequest | null;
}

export function decideConsignment(register: Register, operation: Operation, hints: Hints, asking: Asking): Decided {
  const { waybill } = hints;
  const open = [...register.consignments.values()].filter(({ arrivedAt, lots }) => arrivedAt === null && lots.length === 0);
  const same = waybill === null ? undefined : open.find((held) => bears(held, waybill));
  const said = asking.ask(question('consignment', 'consignment', 'Which consignment is it? Name one that was announced without its list, or give a new one its number.', {
    free: 'text', options: open.map(({ announced }) => ({ value: announced.consignment as string, label: `${announced.consignment}: ${announced.carrier} ${announced.run ?? ''} ${announced.from}–${announced.to}, ${writeInstant(announced.plannedDeparture)}` })), suggestion: same?.announced.consignment ?? waybill,
  }));
  if (said === null) return NOTHING;
  const id = ConsignmentId.safeParse(said.trim());
  if (!id.success || said.trim().length > 56) {
    asking.again(question('consignment', 'consignment', `"${said}" cannot be a consignment's number: use at most 56 letters, digits, or . _ / -`, { free: 'text' }));
    return NOTHING;
  }
  const known = register.consignments.get(id.data) ?? null;
  if (known !== null) return { id: id.data, known, announce: null, mode: known.announced.mode };
  return { id: id.data, known, ...announcement(id.data, register, operation, hints, asking) };
}

function announcement(id: ConsignmentId, register: Register, operation: Operation, { waybill, request }: Hints, asking: Asking): Pick<Decided, 'announce' | 'mode'> {
  const places = [...register.places.values()].map(({ place, name, role }) => ({ value: place as string, label: `${place}: ${name}`, role })).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const placeNamed = ({ town, facility }: Stop): string | null => places.find(({ label }) => [town, facility].some((named) => named !== null && plainWords(label).includes(plainWords(named))))?.value ?? null;
  const ask = (part: string, text: string, more: Parameters<typeof question>[3] = {}): string | null => asking.ask(question(`consignment.${part}`, 'consignment', text, { about: part, ...more }));
  const instant = (part: string, text: string, suggestion: string | null): Instant | null => {
    const written = ask(part, text, { free: 'instant', suggestion });
    if (written === null) return null;
    const read = readInstant(written, operation.zone);
    return read.ok ? read.value : asking.again(question(`consignment.${part}`, 'consignment', `${written} is not an instant: ${read.error}.`, { about: part, free: 'instant' }));
  };
  const mode = Mode.safeParse(ask('mode', 'How does it come?', { options: Mode.options.map((value) => ({ value, label: value })), suggestion: waybill === null ? null : 'air' }));
  const body = {
    carrier: ask('carrier', 'Who carries it?', { free: 'text' }),
    from: ask('from', 'Where does it leave from?', { options: places.filter(({ role }) => role !== 'hub'), suggestion: request === null ? null : placeNamed(request.from) }),
    to: ask('to', 'Where does it arrive?', { options: places, suggestion: (request === null ? null : placeNamed(request.to)) ?? operation.hub }),
    plannedDeparture: instant('departs', 'When is it planned to leave? Such as 2020-03-13T08:30:00Z.', request?.readyToLoad ?? null),
    plannedArrival: instant('arrives', 'When is it planned to arrive?', null),
  };
  if (!mode.success || Object.values(body).includes(null)) return { announce: null, mode: mode.data ?? null };
  const read = ConsignmentAnnounced.safeParse({ consignment: id, mode: mode.data, ...body, ...(waybill !== null && { waybill }) });
  return { announce: read.data ?? null, mode: mode.data };
}

const digits = (waybill: string): string => waybill.replaceAll(/\D/g, '');
/** Announced under this waybill, or issued with it since. */
const bears = ({ announced, waybills }: ConsignmentOnRecord, waybill: string): boolean => [announced.waybill ?? '', ...waybills.map((issued) => issued.waybill as string)].some((held) => digits(held) === digits(waybill));

/** P2 stands before P10. */
const byName = new Intl.Collator('en', { numeric: true });

export interface Drawn {
  readonly pledge: PledgeId;
  readonly earmark: EarmarkId | null;
}

/** The pledge and earmark that each item is drawn on; items with something open are left out. */
export function decidePledges(register: Register, items: readonly string[], asking: Asking): Map<string, Drawn> {
  const drawn = new Map<string, Drawn>();
  for (const item of items) {
    const pledges = [...register.pledges.values()].filter((row) => row.item === item && row.withdrawnAt === null).toSorted((a, b) => byName.compare(a.pledge, b.pledge));
    const [only] = pledges;
    const pledge = pledges.length === 1 && only !== undefined ? only.pledge : asking.ask(question(`pledge:${item}`, 'pledge', pledges.length === 0 ? `Nobody has pledged ${item}. Record the pledge first, or set its rows aside.` : `Which pledge is the ${item} of?`, { about: item, options: pledges.map((row) => ({ value: row.pledge, label: `${row.pledge}: ${row.units} from ${row.donor}, for ${row.scope}` })) }));
    if (pledge === null) continue;
    const earmarks = [...register.earmarks.values()].filter((row) => row.pledge === pledge && row.item === item);
    const earmark = earmarks.length === 0 ? 'none' : asking.ask(question(`earmark:${item}`, 'pledge', `For whom is the ${item}?`, { about: item, options: [...earmarks.map((row) => ({ value: row.earmark as string, label: `${row.earmark}: for ${[...row.areas, ...row.recipients].join(', ')}` })), { value: 'none', label: 'for anybody within the pledge' }] }));
    if (earmark !== null && register.pledges.has(pledgeKey(pledge, ItemCode.parse(item)))) drawn.set(item, { pledge: PledgeId.parse(pledge), earmark: earmark === 'none' ? null : EarmarkId.parse(earmark) });
  }
  return drawn;
}

/** An earlier consignment that this one seems to be: by its waybill, or because it brings the same. */
export function duplicateOf(register: Register, waybill: string | null, lots: readonly MergedLot[]): Duplicate | null {
  const content = fingerprint(lots.map(({ item, units, batch }) => ({ item, units, batch })));
  for (const consignment of register.consignments.values()) {
    const { announced, lots: held } = consignment;
    if (held.length === 0) continue;
    const named = `${announced.consignment} (${announced.carrier}, ${writeInstant(announced.plannedDeparture)})`;
    if (waybill !== null && bears(consignment, waybill)) return { consignment: announced.consignment, by: 'waybill', text: `The waybill ${waybill} is that of consignment ${named}, whose goods are known already.` };
    if (lots.length > 0 && content === fingerprint(held.map(({ item, units, batch }) => ({ item, units, batch: batch ?? null })))) return { consignment: announced.consignment, by: 'content', text: `Consignment ${named} brings exactly the same goods.` };
  }
  return null;
}

function fingerprint(lots: readonly { readonly item: string; readonly units: number; readonly batch: string | null }[]): string {
  const sums = new Map<string, number>();
  for (const { item, units, batch } of lots) { const key = `${item}\t${batch ?? ''}`; sums.set(key, (sums.get(key) ?? 0) + units); }
  return JSON.stringify([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function askDuplicate(duplicate: Duplicate | null, answers: Answers, asking: Asking): void {
  if (duplicate === null || duplicate.by === 'file' || answers.get('consignment') === duplicate.consignment) return;
  asking.ask(question('duplicate', 'duplicate', `${duplicate.text} Is this another one?`, { about: duplicate.consignment, options: [{ value: 'another', label: 'yes: it is a further consignment' }] }));
}

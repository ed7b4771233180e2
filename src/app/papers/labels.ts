// Labels of handling units, as they stand: what is in each, where it goes, under which number. An operation's goods have GTINs of its
// own, by the order in which its items were registered, since GS1 lets no count, lot or expiry stand in a barcode without one.

import type { ItemCode, LotId, RecipientId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { grams, units as unitsOf } from '../../domain/units.ts';
import { atOf, contentsOf, type HandlingUnit } from '../../ledger/handling.ts';
import { LABEL_WORDS, type Label } from '../../standards/documents/label.ts';
import { languageOf } from '../../standards/documents/language-of.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import { CompanyPrefix, gtinFor, Sscc } from '../../standards/gs1/keys.ts';
import type { Failure } from '../failure.ts';
import { itemOf, perCarton } from '../plan/overflow.ts';
import type { Situation } from '../plan/situation.ts';
import { spotOf } from './shipments.ts';

/** More than this is another file. */
const MOST = 2_000;

export interface LabelsAsk {
  /** SSCCs; absent: all of the lot. */
  readonly units?: readonly string[] | undefined;
  /** Handling units that hold something of it, and stand at the hub. */
  readonly lot?: string | undefined;
  /** Also what stands in the units named. */
  readonly inner?: boolean | undefined;
  readonly lang?: PaperLanguage | undefined;
}

/** Labels of one language; refused where a unit is unknown, has no SSCC, or there is none. */
export function labelsOf(now: Situation, { units, lot, inner = false, lang }: LabelsAsk): Result<readonly [Label, ...Label[]], Failure> {
  const tree = now.ledger.units;
  const named = units ?? [...tree.values()].filter((unit) => !unit.gone && atOf(tree, unit).place !== undefined && contentsOf(tree, unit).has(lot ?? '')).map(({ unit }) => unit);
  const unknown = named.find((name) => !tree.has(name));
  if (unknown !== undefined) return err({ code: 'unknown-unit', message: `there is no handling unit ${unknown}`, remedy: nearestOf(unknown, tree) });
  const found = [...new Set(named.flatMap((name) => (inner ? withInner(tree, name) : [name])))].flatMap((name) => tree.get(name) ?? []);
  // A unit load device bears its own number, painted on.
  const labelled = found.filter(({ unit }) => Sscc.safeParse(unit).success);
  if (labelled.length > MOST) return err({ code: 'too-many-units', message: `${labelled.length} labels are more than one file takes`, remedy: `ask for at most ${MOST}, pallet by pallet` });
  const language = lang ?? languageOf(destinationOf(now, labelled[0]).area);
  const [first, ...rest] = labelled.map((unit, at) => labelOf(now, unit, language, { number: at + 1, of: labelled.length }));
  return first === undefined ? err({ code: 'unknown-unit', message: lot === undefined ? 'none of these handling units bears an SSCC' : `no handling unit at the hub holds anything of lot ${lot}`, remedy: 'pack the lot into labelled cartons first, or name units that bear SSCCs' }) : ok([first, ...rest]);
}

const nearestOf = (name: string, tree: Situation['ledger']['units']): string => {
  const close = nearest(name, [...tree.keys()].slice(0, 5_000));
  return close === null ? 'read its label again, or pack it first' : `did you mean ${close}?`;
};

function withInner(tree: Situation['ledger']['units'], name: string): string[] {
  return [name, ...[...(tree.get(name)?.inner ?? [])].flatMap((it) => withInner(tree, it))];
}

interface Destination {
  readonly area: Parameters<typeof languageOf>[0];
  readonly name: string;
  readonly lines: readonly string[];
  readonly written: string;
  readonly reference: string | null;
}

/** Its receiver where it is on an order; where its consignment goes; else the hub. */
function destinationOf(now: Situation, unit: HandlingUnit | undefined): Destination {
  const { known, ledger, operation } = now;
  const at = unit === undefined ? {} : atOf(ledger.units, unit);
  const order = at.dispatch === undefined ? undefined : known.releases.findLast(({ release }) => release.dispatch === at.dispatch)?.release;
  const recipient = known.recipients.get((at.recipient ?? order?.recipient ?? '') as RecipientId);
  const place = recipient?.place ?? known.consignments.get((at.consignment ?? '') as never)?.announced.to ?? operation.hub;
  const spot = spotOf(now, place);
  return {
    area: recipient?.area ?? spot.area,
    name: recipient?.name ?? spot.name,
    lines: recipient?.address === undefined ? [spot.name] : recipient.address.split('\n'),
    written: (recipient?.name ?? spot.name).toLocaleUpperCase('en'),
    reference: at.dispatch ?? at.consignment ?? null,
  };
}

function labelOf(now: Situation, unit: HandlingUnit, language: PaperLanguage, piece: { readonly number: number; readonly of: number }): Label {
  const { known, ledger, operation } = now;
  const contents = [...contentsOf(ledger.units, unit)].map(([name, count]) => ({ lot: known.lots.get(name as LotId), name, count }));
  const codes = [...new Set(contents.flatMap(({ lot }) => lot?.item ?? []))];
  const [only, ...others] = contents;
  const lot = others.length === 0 ? only?.lot : undefined;
  const prefix = CompanyPrefix.parse(operation.sscc.prefix);
  const code = codes.length === 1 ? codes[0] : undefined;
  const gtin = code === undefined ? null : gtinFor(prefix, [...known.items.keys()].indexOf(code));
  const to = destinationOf(now, unit);
  // Where nobody has weighed it: its cartons at the weight of the item list.
  const weight = unit.gross ?? contents.reduce((sum, { lot: of, count }) => sum + (of === undefined ? 0 : Math.ceil(count / perCarton(known, of)) * itemOf(known, of).cartonGrams), 0);
  return {
    language,
    sscc: Sscc.parse(unit.unit),
    ...(unit.unit.startsWith(prefix, 1) && { prefix }),
    ...(gtin?.ok === true && { gtin: gtin.value }),
    content: codes.length === 0 ? '–' : codes.map((it: ItemCode) => itemOf(known, { item: it }).name).join(', '),
    count: unitsOf(contents.reduce((sum, { count }) => sum + count, 0)),
    countedIn: LABEL_WORDS[language].pieces,
    ...(lot?.batch !== undefined && { batch: lot.batch }),
    ...(lot?.expires !== undefined && { expiry: lot.expires }),
    ...(weight > 0 && { gross: grams(weight) }),
    from: spotOf(now, operation.hub).name,
    to: { name: to.name, lines: to.lines },
    destination: to.written,
    reference: to.reference ?? only?.name ?? unit.unit,
    piece,
  };
}

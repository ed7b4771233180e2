// Demand: what each recipient needs of each item and when, as planning goes by it. What somebody asked is the demand; who is
// silent altogether has the estimate of its own area; either has a low and a high end (docs/decisions/0017-demand.md). Gross: what
// is in stock or under way is taken off in app/plan/needs.ts.

import { liesIn } from '../../domain/areas.ts';
import { isKind } from '../../domain/facts.ts';
import type { ItemCode } from '../../domain/ids.ts';
import type { NeedReported } from '../../domain/need/need.ts';
import type { Recipient } from '../../domain/places.ts';
import { epochMs, plusMinutes, type Instant } from '../../domain/time.ts';
import { band, type Band } from '../../need/parameter.ts';
import { valueOf } from '../../need/supply-parameters.ts';
import type { Situation } from '../plan/situation.ts';
import { areaRows } from './area-rows.ts';
import { effectiveIn, settingsOf, type Effective } from './parameters.ts';
import type { AreaNeed, Basis, DemandRow } from './shape.ts';

const DAY_MS = 86_400_000;

/** Branded as the planner needs it, and shown as it is. */
export type Demand = DemandRow & Pick<NeedReported, 'recipient' | 'item'>;

export const horizonOf = ({ operation, asOf }: Pick<Situation, 'operation' | 'asOf'>): Instant => plusMinutes(asOf, operation.horizonDays * 24 * 60);

/** In the order in which it was asked, then what is estimated. Windows that are over, or begin beyond the horizon, are left out. */
export function demandIn(now: Situation, rows: readonly AreaNeed[] = areaRows(now)): Demand[] {
  const until = horizonOf(now);
  const estimates = estimatesIn(now, rows);
  const settings = settingsOf(now.facts);
  const parametersOf = (recipient: Recipient | undefined): Effective => effectiveIn(settings, recipient?.area ?? null);
  const said = new Map(now.facts.flatMap((fact) => (isKind(fact, 'need.reported') || isKind(fact, 'request.accepted') ? [[fact.id, fact.seq] as const] : [])));
  const asked = [...now.known.needs.values()]
    .filter(({ need }) => need.until > now.asOf && need.from < until)
    .map(({ need, fact }): Demand => {
      const recipient = now.known.recipients.get(need.recipient);
      return askedFor(need, recipient?.area ?? '', estimates(need.recipient, need.item), parametersOf(recipient), said.get(fact));
    });
  const heard = new Set<string>(asked.map(({ recipient }) => recipient));
  const estimated = [...now.known.recipients.values()].filter(({ recipient }) => !heard.has(recipient)).flatMap((recipient) =>
    [...now.known.items.keys()].flatMap((item): Demand[] => {
      const estimate = estimates(recipient.recipient, item);
      if (estimate === null || estimate.perDay.high <= 0 || !mayBeGiven(now, recipient, item)) return [];
      const units = band((end) => Math.ceil(estimate.perDay[end] * now.operation.horizonDays - 1e-6));
      const severity = valueOf(parametersOf(recipient).parameters, 'estimated-severity');
      return [{ recipient: recipient.recipient, area: recipient.area, item, from: now.asOf, until, severity, basis: 'estimated', units, askedPerDay: null, estimatePerDay: estimate.perDay, holds: estimate.holds, outOfBand: null, facts: estimate.facts }];
    }),
  );
  return [...asked, ...estimated];
}

function askedFor(need: NeedReported, area: string, estimate: Estimate | null, { parameters }: Effective, seq: number | undefined): Demand {
  const perDay = need.units / ((epochMs(need.until) - epochMs(need.from)) / DAY_MS);
  const central = estimate?.perDay.central ?? 0;
  const spread = (end: keyof Band): number => (estimate === null || central <= 0 ? 1 : estimate.perDay[end] / central);
  return {
    recipient: need.recipient, area, item: need.item, from: need.from, until: need.until, severity: need.severity,
    basis: 'asked',
    units: { low: Math.ceil(need.units * spread('low') - 1e-6), central: need.units, high: Math.ceil(need.units * spread('high') - 1e-6) },
    askedPerDay: Math.round(perDay),
    estimatePerDay: estimate?.perDay ?? null,
    holds: estimate?.holds ?? [],
    outOfBand: estimate === null || estimate.holds.length > 0 ? null : outOfBand(perDay, { least: estimate.perDay.low * valueOf(parameters, 'out-of-band-below'), most: estimate.perDay.high * valueOf(parameters, 'out-of-band-above') }),
    facts: [...(seq === undefined ? [] : [seq]), ...(estimate?.facts ?? [])],
  };
}

function outOfBand(perDay: number, { least, most }: { readonly least: number; readonly most: number }): DemandRow['outOfBand'] {
  const side = perDay < least ? 'below' : perDay > most ? 'above' : null;
  return side === null ? null : { side, askedPerDay: Math.round(perDay), least: Math.floor(least), most: Math.ceil(most) };
}

/**
 * Is there a pledge that passes the hub and may serve it? Who is given goods straight, or nothing of that item, has nothing to be
 * shared out: an estimate would only make a plan look worse.
 */
const mayBeGiven = ({ known }: Situation, { area }: Recipient, item: ItemCode): boolean => [...known.pledges.values()].some((pledge) => pledge.viaHub && pledge.item === item && liesIn(area, pledge.scope));

export interface Estimate {
  readonly perDay: Band;
  readonly basis: Basis | null;
  /** Areas of other recipients that have no counts, and so are still in it. */
  readonly holds: readonly string[];
  readonly facts: readonly number[];
}

/** Of a recipient: its own census; else its area less what receives for itself there, in equal parts where several recipients share it. Null: nothing is known. */
export function estimatesIn(now: Situation, rows: readonly AreaNeed[]): (recipient: string, item: string) => Estimate | null {
  const recipients = [...now.known.recipients.values()];
  const index = indexOf(rows);
  return (code, item) => {
    const recipient = now.known.recipients.get(code as Recipient['recipient']);
    if (recipient === undefined) return null;
    if (index.hospitals.has(code)) return wholeOf(index.ofHospital(code, item));
    const row = index.ofArea(recipient.area, item);
    const { perDay: own = null } = row ?? {};
    if (row === undefined || own === null) return null;
    const { parts, alike } = within(recipient, recipients, index, item);
    const counted = parts.flatMap(({ row: part }) => (part === undefined || part.perDay === null ? [] : [{ perDay: part.perDay, facts: part.facts }]));
    return {
      perDay: band((end) => Math.max(0, own[end] - counted.reduce((sum, { perDay }) => sum + perDay[end], 0)) / alike),
      basis: row.basis,
      holds: parts.flatMap(({ name, row: part }) => (part === undefined || part.perDay === null ? [name] : [])),
      facts: [...new Set([...row.facts, ...counted.flatMap(({ facts }) => facts)])],
    };
  };
}

const wholeOf = (row: AreaNeed | undefined): Estimate | null => (row === undefined || row.perDay === null ? null : { perDay: row.perDay, basis: row.basis, holds: [], facts: row.facts });

interface Index {
  readonly hospitals: ReadonlySet<string>;
  readonly ofArea: (area: string, item: string) => AreaNeed | undefined;
  readonly ofHospital: (recipient: string, item: string) => AreaNeed | undefined;
}

function indexOf(rows: readonly AreaNeed[]): Index {
  const areas = new Map(rows.flatMap((row) => (row.recipient === null ? [[`${row.area}\t${row.item}`, row] as const] : [])));
  const hospitals = new Map(rows.flatMap((row) => (row.recipient === null ? [] : [[`${row.recipient}\t${row.item}`, row] as const])));
  return { hospitals: new Set(rows.flatMap((row) => row.recipient ?? [])), ofArea: (area, item) => areas.get(`${area}\t${item}`), ofHospital: (recipient, item) => hospitals.get(`${recipient}\t${item}`) };
}

/** What lies in a recipient's area and is not its own to serve, each part once; and how many recipients share the rest. */
function within({ recipient: own, area: whole }: Recipient, recipients: readonly Recipient[], { hospitals, ofArea, ofHospital }: Index, item: string): { readonly parts: readonly { readonly name: string; readonly row: AreaNeed | undefined }[]; readonly alike: number } {
  const others = recipients.filter(({ recipient, area }) => recipient !== own && liesIn(area, whole));
  const inner = [...new Set(others.flatMap(({ recipient, area }) => (area === whole || hospitals.has(recipient) ? [] : [area])))];
  const outermost = inner.filter((area) => inner.every((it) => it === area || !liesIn(area, it)));
  const apart = others.filter(({ recipient, area }) => hospitals.has(recipient) && outermost.every((it) => !liesIn(area, it)));
  return {
    parts: [...outermost.map((area) => ({ name: area, row: ofArea(area, item) })), ...apart.map(({ recipient, name }) => ({ name, row: ofHospital(recipient, item) }))],
    alike: 1 + others.filter(({ recipient, area }) => area === whole && !hospitals.has(recipient)).length,
  };
}

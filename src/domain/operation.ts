// The operation itself: its name, hub, zone, and the settings of its objective, each with unit, source and note.

import { z } from 'zod';
import { OperationId, PlaceCode } from './ids.ts';
import { Pallets } from './plan/plan.ts';
import { Instant, Zone, readInstant } from './time.ts';
import { err, ok, type Result } from './result.ts';

export const Setting = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'a setting is named in lower-case letters, digits and _'),
  value: z.string(),
  unit: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
});
export type Setting = z.infer<typeof Setting>;

export const OperationOpened = z.strictObject({ operation: OperationId, settings: z.array(Setting).min(1) });
export type OperationOpened = z.infer<typeof OperationOpened>;

/** A source of figures: a report, a communiqué, a regulation, a person's assumption. */
export const SourceRecorded = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a source is named in letters, digits, . _ -'),
  title: z.string().min(1),
  publisher: z.string().min(1).optional(),
  link: z.url().optional(),
  published: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
});
export type SourceRecorded = z.infer<typeof SourceRecorded>;

/** One step of the convex deprivation curve: this share of a need, from the first unit served on, weighs this much. */
export interface Segment {
  readonly share: number;
  readonly weight: number;
}

/** The weights of the objective (planner/objective.ts). Money in euros. */
export interface ObjectiveWeights {
  /** Shares add up to 1; weights fall. */
  readonly segments: readonly Segment[];
  /** Index 0 is severity 1. */
  readonly severity: readonly [number, number, number, number, number];
  readonly severityFirst: readonly [number, number, number, number, number];
  /** What a unit that arrives after its due window still counts, 0–1. */
  readonly lateShare: number;
  /** Share of a unit's worth that is lost with each day until it arrives. */
  readonly delayPerDay: number;
  /** λ: objective euros for each euro of transport. */
  readonly costWeight: number;
  /** μ: objective euros for each kilogram of CO₂. */
  readonly co2Weight: number;
}

export interface Operation {
  readonly id: OperationId;
  readonly name: string;
  readonly hub: PlaceCode;
  readonly zone: Zone;
  /** Everything that has no instant of its own is known from here on. */
  readonly openedAt: Instant;
  /** The instant at which a past operation is shown unless another is asked for; null: now. */
  readonly standsAt: Instant | null;
  /** Plans look this many days ahead of their as-of instant. */
  readonly horizonDays: number;
  readonly weights: ObjectiveWeights;
  /** What people act on: lines of the approved plan that leave within so many hours (0: nothing costs to change), and € for each kg that a plan takes off them. */
  readonly steady: { readonly hours: number; readonly eurosPerKg: number };
  /** How plans count pallets, unless one is asked for otherwise. */
  readonly pallets: Pallets;
  /** Whether anybody may read its promises, page and log without an account. */
  readonly isPublic: boolean;
  /** Under which the operation numbers its handling units: a GS1 company prefix and the extension digit in front of it. */
  readonly sscc: { readonly prefix: string; readonly extension: number };
  readonly publishing: Publishing;
}

/** How the operation reports its flows to the world (standards/iati). */
export interface Publishing {
  /** Who reports: its IATI organisation identifier and its name; null: nobody, and nothing can be published. */
  readonly publisher: { readonly id: string; readonly name: string } | null;
  /** The disaster, by its GLIDE number, and what people call it. */
  readonly glide: string | null;
  readonly emergency: string | null;
  /** By IATI's codelist FlowType: official or private money behind the goods. */
  readonly flowType: string;
}

export interface SettingProblem {
  readonly key: string;
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

const positive = (text: string): number | null => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null);
const numbers = (text: string): number[] | null => {
  const parts = text.trim().split(/\s+/).map(positive);
  return parts.every((part) => part !== null) ? parts : null;
};

/** `BE-BCE_KBO-0123456789`: a country (or a part of one, CA_ON; or XI, XM, XR for what has none), its register, the number there. */
const PUBLISHER_ID = /^[A-Z]{2}(_[A-Z]{2})?-[A-Z0-9_]+-[^\s/&|?]+$/;

/** People act on no plan further ahead than that: two weeks. */
export const MOST_STEADY_HOURS = 336;

/** Codes of IATI's codelist FlowType that a gift can be. */
export const FLOW_TYPES: readonly string[] = ['10', '21', '30', '50'];

/** Every setting with the form it must have. A setting with a default may be left out; docs/pack.md lists them all. */
export const SETTINGS: readonly { readonly key: string; readonly unit: string; readonly default: string | null; readonly meaning: string }[] = [
  { key: 'name', unit: 'text', default: null, meaning: 'What people call the operation.' },
  { key: 'hub', unit: 'UN/LOCODE', default: null, meaning: 'The place where goods are tallied, cleared and allocated.' },
  { key: 'zone', unit: 'IANA zone', default: null, meaning: 'The zone in which a bare date is a day of the operation.' },
  { key: 'opened_at', unit: 'instant', default: null, meaning: 'The instant from which everything without one of its own is known.' },
  { key: 'stands_at', unit: 'instant', default: '', meaning: 'The instant at which a past operation is shown; empty: now.' },
  { key: 'horizon_days', unit: 'days', default: '21', meaning: 'How far ahead of its as-of instant a plan looks.' },
  { key: 'public', unit: 'yes or no', default: 'no', meaning: 'Whether the public page, its feeds and the transparency log are open to anybody.' },
  { key: 'gs1_prefix', unit: 'digits', default: '9520000', meaning: 'GS1 company prefix of the SSCCs that the operation gives out. The default lies in the range that GS1 sets aside for examples: its labels are for use within the operation only.' },
  { key: 'sscc_extension', unit: 'digit', default: '0', meaning: 'First digit of these SSCCs; two offices under one prefix take different ones.' },
  { key: 'publisher_id', unit: 'IATI organisation identifier', default: '', meaning: 'Under which the operation publishes to IATI: an agency of the codelist OrganisationRegistrationAgency, a hyphen, and the number there, such as BE-BCE_KBO-0123456789. Empty: it publishes nothing.' },
  { key: 'publisher_name', unit: 'text', default: '', meaning: 'Name of the organisation that publishes; must be given with publisher_id.' },
  { key: 'glide', unit: 'GLIDE number', default: '', meaning: 'The disaster that the operation answers, such as EP-2020-000012-001 (glidenumber.net).' },
  { key: 'emergency', unit: 'text', default: '', meaning: 'What people call that disaster, such as COVID-19 pandemic. IATI asks for the name in what is published.' },
  { key: 'flow_type', unit: 'code of IATI FlowType', default: '30', meaning: 'What stands behind the gifts: 10 official development assistance, 21 other official money, 30 private (foundations, companies), 50 other.' },
  { key: 'segments', unit: 'share:weight', default: '0.25:8 0.25:4 0.25:2 0.25:1', meaning: 'The convex deprivation curve, first units served first; shares add up to 1, weights fall.' },
  { key: 'severity_weights', unit: 'factor', default: '1 2 4 8 16', meaning: 'Weight of severity 1 to 5 in the objective.' },
  { key: 'severity_first_weights', unit: 'factor', default: '1 10 100 1000 10000', meaning: 'The same under the policy severity first, with linear segments.' },
  { key: 'late_share', unit: 'share', default: '0.5', meaning: 'What a unit that arrives after its due window still counts.' },
  { key: 'delay_per_day', unit: 'share/day', default: '0.02', meaning: "Share of a unit's worth lost with each day until it arrives." },
  { key: 'cost_weight', unit: 'factor', default: '1', meaning: 'λ: objective euros for each euro of transport and charter.' },
  { key: 'co2_weight', unit: '€/kg', default: '0.1', meaning: 'μ: objective euros for each kilogram of CO₂.' },
  { key: 'pallets', unit: 'parts or whole', default: 'parts', meaning: 'How plans count pallets against places, handling and prices. parts: each carton by its part of a pallet. whole: goods that go together to a recipient by the pallets that they begin. A plan may be asked for otherwise.' },
  { key: 'steady_hours', unit: 'h', default: '0', meaning: 'How far ahead people act on the approved plan: what leaves sooner costs to change when it is planned anew. 0: nothing does, unless a plan is asked to be steady.' },
  { key: 'change_per_kg', unit: '€/kg', default: '0.5', meaning: 'The price of change: objective euros for each kilogram that is taken off a line on which people act. The default is an assumption: some €5 for a carton of 10 kg that is unpacked, told again and packed anew.' },
];

/** Reads the settings; all problems at once, each with its remedy. */
export function readOperation(body: OperationOpened): Result<Operation, SettingProblem[]> {
  const problems: SettingProblem[] = [];
  const given = new Map(body.settings.map((setting) => [setting.key, setting.value.trim()]));
  for (const { key, value } of body.settings) if (!SETTINGS.some((known) => known.key === key)) problems.push({ key, value, problem: `there is no setting ${key}`, remedy: `known are ${SETTINGS.map((known) => known.key).join(', ')}` });
  const text = (key: string): string => given.get(key) ?? SETTINGS.find((known) => known.key === key)?.default ?? '';
  const fail = (key: string, problem: string, remedy: string): never[] => (problems.push({ key, value: text(key), problem, remedy }), []);
  const read = <T>(key: string, parse: (value: string) => T | null, remedy: string, fallback: T): T => {
    const value = text(key);
    const parsed = value === '' ? null : parse(value);
    if (parsed === null) fail(key, value === '' ? `the setting ${key} is missing` : `${key} cannot be read`, remedy);
    return parsed ?? fallback;
  };
  const optional = (key: string, parse: (value: string) => string | null, remedy: string): string | null => (text(key) === '' ? null : read(key, parse, remedy, ''));
  const five = (key: string): [number, number, number, number, number] =>
    read(key, (value) => { const list = numbers(value); return list?.length === 5 ? (list as [number, number, number, number, number]) : null; }, 'five numbers separated by spaces, for severity 1 to 5', [1, 1, 1, 1, 1]);
  const share = (key: string): number => read(key, (value) => { const n = positive(value); return n !== null && n <= 1 ? n : null; }, 'a number from 0 to 1', 0);

  const zone = read('zone', (value) => Zone.safeParse(value).data ?? null, 'an IANA time zone such as Europe/Brussels', Zone.parse('UTC'));
  const instant = (value: string): Instant | null => { const at = readInstant(value, zone); return at.ok ? at.value : null; };
  const publisherId = optional('publisher_id', (value) => (PUBLISHER_ID.test(value) ? value : null), 'an agency of the IATI codelist OrganisationRegistrationAgency, a hyphen and the number there, without spaces and / & | ?, such as BE-BCE_KBO-0123456789, or nothing');
  const segments = read('segments', readSegments, 'pairs share:weight, shares that add up to 1 and weights that fall, such as 0.5:2 0.5:1', [{ share: 1, weight: 1 }]);
  const operation: Operation = {
    id: body.operation,
    name: read('name', (value) => value, 'write the name of the operation', ''),
    hub: read('hub', (value) => PlaceCode.safeParse(value).data ?? null, 'a UN/LOCODE from the sheet places, such as BELGG', PlaceCode.parse('XXXXX')),
    zone,
    openedAt: read('opened_at', instant, 'an instant such as 2020-03-11T00:00:00Z', Instant.parse('1970-01-01T00:00:00.000Z')),
    standsAt: text('stands_at') === '' ? null : read('stands_at', instant, 'an instant such as 2020-03-16T19:40:00Z, or nothing for now', null as Instant | null),
    horizonDays: read('horizon_days', (value) => { const n = positive(value); return n !== null && n >= 1 && n <= 120 ? n : null; }, 'a number of days from 1 to 120', 21),
    isPublic: read('public', (value) => (value === 'yes' ? true : value === 'no' ? false : null), 'yes or no', false),
    sscc: {
      prefix: read('gs1_prefix', (value) => (/^\d{4,12}$/.test(value) ? value : null), 'the 4 to 12 digits that GS1 lent to the organisation', '9520000'),
      extension: read('sscc_extension', (value) => (/^\d$/.test(value) ? Number(value) : null), 'one digit', 0),
    },
    publishing: {
      publisher: publisherId === null ? null : { id: publisherId, name: read('publisher_name', (value) => value, 'write the name of the organisation that publisher_id stands for', '') },
      glide: optional('glide', (value) => (/^[A-Z]{2}-\d{4}-\d{6}-[A-Z0-9]{3}$/.test(value) ? value : null), 'a GLIDE number such as EP-2020-000012-001, or nothing'),
      emergency: optional('emergency', (value) => value, ''),
      flowType: read('flow_type', (value) => (FLOW_TYPES.includes(value) ? value : null), '10, 21, 30 or 50', '30'),
    },
    weights: {
      segments,
      severity: five('severity_weights'),
      severityFirst: five('severity_first_weights'),
      lateShare: share('late_share'),
      delayPerDay: share('delay_per_day'),
      costWeight: read('cost_weight', positive, 'a number of 0 or more', 1),
      co2Weight: read('co2_weight', positive, 'a number of 0 or more', 0),
    },
    pallets: read('pallets', (value) => Pallets.safeParse(value).data ?? null, 'parts or whole', 'parts'),
    steady: {
      hours: read('steady_hours', (value) => { const n = positive(value); return n !== null && n <= MOST_STEADY_HOURS ? n : null; }, `a number of hours from 0 to ${MOST_STEADY_HOURS}`, 0),
      eurosPerKg: read('change_per_kg', positive, 'a number of 0 or more', 0),
    },
  };
  return problems.length > 0 ? err(problems) : ok(operation);
}

function readSegments(value: string): Segment[] | null {
  const segments = value.split(/\s+/).map((pair) => { const [share, weight] = pair.split(':').map((part) => positive(part ?? '')); return { share: share ?? -1, weight: weight ?? -1 }; });
  const whole = segments.reduce((sum, segment) => sum + segment.share, 0);
  const falls = segments.every((segment, k) => segment.share > 0 && segment.weight >= 0 && (k === 0 || segment.weight <= (segments[k - 1]?.weight ?? 0)));
  return falls && Math.abs(whole - 1) < 1e-9 ? segments : null;
}

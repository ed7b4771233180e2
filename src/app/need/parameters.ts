// The parameters that hold in an area at an instant: those published, and over them what facts set, the narrower area before the
// wider one. Nothing is forgotten: beside each value that was set stands the published one.

import { countryOf, isGroup, liesIn } from '../../domain/areas.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { isOfItem, NEED_PARAMETERS, type NeedParameter, type NeedParameterSet } from '../../domain/need/parameters.ts';
import type { Instant } from '../../domain/time.ts';
import type { Parameter } from '../../need/parameter.ts';
import { parameterKey, PARAMETER_OF, PUBLISHED, published, type NeedParameters } from '../../need/supply-parameters.ts';
import type { ChangedParameter, ParameterRow } from './shape.ts';

/** A value that somebody set, with the fact that says so. */
interface Setting {
  readonly set: NeedParameterSet;
  readonly seq: number;
  readonly since: Instant;
}

/** What holds of all that was set, by parameter, item and area. */
export function settingsOf(facts: readonly Fact[]): Setting[] {
  const standing = new Map<string, Setting>();
  for (const fact of facts) if (isKind(fact, 'need.parameter-set')) standing.set([fact.body.parameter, fact.body.item, fact.body.area].join('\t'), { set: fact.body, seq: fact.seq, since: fact.occurredAt });
  return [...standing.values()];
}

export interface Effective {
  readonly parameters: NeedParameters;
  readonly changed: readonly ChangedParameter[];
}

const PER_PERSON: Readonly<Record<(typeof PARAMETER_OF)[keyof typeof PARAMETER_OF], string>> = {
  'use-ward': 'units a bed-day',
  'use-intensive-care': 'units a bed-day',
  'use-isolation': 'units a person and day',
  'use-health-worker': 'units a health-worker day',
  'use-screened': 'units a person screened',
};
const UNITS: Readonly<Record<string, string>> = { ...PER_PERSON, ...Object.fromEntries(published().map(({ name, parameter }) => [name, parameter.unit])) };

const asParameter = ({ parameter, value, source, note }: NeedParameterSet): Parameter => ({ value, unit: UNITS[parameter] ?? '', source, note: note ?? '' });

/** 0 everywhere, 1 a group of countries, 2 a country, 3 a region. */
const narrowness = ({ area }: NeedParameterSet): number => (area === undefined ? 0 : isGroup(area) ? 1 : area === countryOf(area) ? 2 : 3);

/** @param area null: what holds where nothing is set for an area. */
export function effectiveIn(settings: readonly Setting[], area: AreaCode | null): Effective {
  const own = settings.filter(({ set }) => set.area === undefined || (area !== null && liesIn(area, set.area))).toSorted((a, b) => narrowness(a.set) - narrowness(b.set));
  const parameters = new Map(PUBLISHED);
  const changed = new Map<string, ChangedParameter>();
  for (const { set, seq, since } of own) {
    const key = parameterKey(set.parameter, set.item);
    parameters.set(key, asParameter(set));
    const before = PUBLISHED.get(key)?.value ?? null;
    if (before === set.value) changed.delete(key);
    else changed.set(key, { name: set.parameter, item: set.item ?? null, area: set.area ?? null, value: set.value, published: before, since, facts: [seq] });
  }
  return { parameters, changed: [...changed.values()] };
}

const FACT_RANK = new Map<NeedParameter, number>(NEED_PARAMETERS.map((name, rank) => [name, rank]));

/** Every parameter that is published or set, each setting a row of its own beside the published one. */
export function parameterRows(settings: readonly Setting[]): ParameterRow[] {
  const set = settings.map(({ set: { parameter, item, area, value, source, note }, seq, since }): ParameterRow => {
    const before = PUBLISHED.get(parameterKey(parameter, item)) ?? null;
    return { name: parameter, item: item ?? null, area: area ?? null, value, unit: UNITS[parameter] ?? '', source, note: note ?? '', published: before?.value ?? null, publishedSource: before?.source ?? null, since, facts: [seq] };
  });
  const untouched = published().map(({ name, item, parameter }): ParameterRow => ({ name, item, area: null, ...parameter, published: parameter.value, publishedSource: parameter.source, since: null, facts: [] }));
  // What is set everywhere stands in the place of the published row.
  const everywhere = new Set(set.flatMap(({ name, item, area }) => (area === null ? [`${name}\t${item}`] : [])));
  return [...untouched.filter(({ name, item }) => !everywhere.has(`${name}\t${item}`)), ...set].toSorted(
    (a, b) => (FACT_RANK.get(a.name) ?? 0) - (FACT_RANK.get(b.name) ?? 0) || compare(a.item ?? '', b.item ?? '') || compare(a.area ?? '', b.area ?? ''),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Severities whose shares do not make a whole, where somebody has set one of them; null: they do. */
export function sharesOf({ parameters }: Effective): number | null {
  const sum = NEED_PARAMETERS.filter((name) => name.startsWith('severity-') && !isOfItem(name)).reduce((total, name) => total + (parameters.get(name)?.value ?? 0), 0);
  return Math.abs(sum - 1) < 1e-9 ? null : sum;
}

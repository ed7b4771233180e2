// What the essential-supplies forecast rests on, as published. Use a bed-day is what the WHO's tool gives once its staffing and
// its use a contact are multiplied out. What is not published at hand is an assumption and says so; whoever knows better sets
// it by a fact (need.parameter-set). Which parameters there are stands in domain/need/parameters.ts.

import { isOfItem, NEED_PARAMETERS, type NeedParameter } from '../domain/need/parameters.ts';
import { invariant } from '../domain/result.ts';
import type { Parameter } from './parameter.ts';

const ESFT = 'WHO COVID-19 Essential Supplies Forecasting Tool';
const assumed = (value: number, unit: string, note: string): Parameter => ({ value, unit, source: 'assumption', note });
const share = (value: number, of: string): Parameter => ({ value, unit: 'share of cases', source: ESFT, note: `${of}; default of the tool` });
const stay = (value: number, note: string): Parameter => ({ value, unit: 'days', source: ESFT, note });
const aBedDay = (value: number): Parameter => ({ value, unit: 'units a bed-day', source: ESFT, note: 'derived: health workers a patient × contacts × use a contact, at the defaults of the tool' });
const isolated = (value: number, note: string): Parameter => assumed(value, 'units a person and day', `somebody isolated: ${note}`);
const worker = (value: number, note: string): Parameter => assumed(value, 'units a health-worker day', `a health worker who does not work at the beds that are counted: ${note}`);
const screened = (value: number, note: string): Parameter => assumed(value, 'units a person screened', note);

/** The purposes that goods are used for. */
export const USES = ['wards', 'intensiveCare', 'isolation', 'healthWorkers', 'screening'] as const;
export type Use = (typeof USES)[number];

export const PARAMETER_OF = {
  wards: 'use-ward',
  intensiveCare: 'use-intensive-care',
  isolation: 'use-isolation',
  healthWorkers: 'use-health-worker',
  screening: 'use-screened',
} as const satisfies Record<Use, NeedParameter>;

/** By name and, where it is of an item, the item. */
export type NeedParameters = ReadonlyMap<string, Parameter>;
export const parameterKey = (parameter: NeedParameter, item?: string): string => (item === undefined ? parameter : `${parameter}\t${item}`);

type OfNoItem = Exclude<NeedParameter, (typeof PARAMETER_OF)[Use]>;
const OF_NO_ITEM: Readonly<Record<OfNoItem, Parameter>> = {
  'severity-mild': share(0.4, 'treated at home or isolated'),
  'severity-moderate': share(0.4, 'treated at home or isolated'),
  'severity-severe': share(0.15, 'a ward bed'),
  'severity-critical': share(0.05, 'an intensive-care bed'),
  'stay-isolated': stay(14, 'two weeks'),
  'stay-severe': stay(7, 'one week'),
  'stay-critical': stay(14, 'two weeks'),
  'spread-low': assumed(0.75, 'factor', 'wards that already stretch what they have: longer wear, fewer entries'),
  'spread-high': assumed(1.25, 'factor', 'wards with more staff or more changes than the defaults'),
  'out-of-band-below': assumed(1 / 3, 'factor', 'of the low estimate: who asks for less has probably asked for something else'),
  'out-of-band-above': assumed(3, 'factor', 'of the high estimate: who asks for more has probably asked for something else'),
  'stock-out-days': assumed(3, 'days', 'as long as a load takes from the hub to the farthest recipient by road, with a day to decide'),
  'estimated-severity': assumed(3, '1 to 5', 'the middle: nobody has said how badly it is needed'),
};

const USE_OF: Readonly<Record<string, Readonly<Record<Use, Parameter>>>> = {
  'surgical-mask': { wards: aBedDay(11.6), intensiveCare: aBedDay(19), isolation: isolated(1, 'a mask a day for whoever brings food and takes the temperature'), healthWorkers: worker(3, 'one for each third of a shift'), screening: screened(1, 'one is given to everybody who comes') },
  ffp2: { wards: aBedDay(2.3), intensiveCare: aBedDay(4.1), isolation: isolated(0, 'not entered for procedures that make aerosols'), healthWorkers: worker(0.2, 'every fifth takes swabs or rides an ambulance'), screening: screened(0.05, 'one for twenty swabs') },
  gown: { wards: aBedDay(2.4), intensiveCare: aBedDay(4.3), isolation: isolated(0, 'looked after at arm’s length'), healthWorkers: worker(0.2, 'every fifth takes swabs or rides an ambulance'), screening: screened(0.05, 'one for twenty swabs') },
};

export const PUBLISHED: NeedParameters = new Map([
  ...Object.entries(OF_NO_ITEM),
  ...Object.entries(USE_OF).flatMap(([item, uses]) => USES.map((use) => [parameterKey(PARAMETER_OF[use], item), uses[use]] as const)),
]);

/** Of a parameter that is of no item, and so always there. */
export function valueOf(parameters: NeedParameters, parameter: OfNoItem): number {
  const found = parameters.get(parameter);
  invariant(found !== undefined, `the published parameters have ${parameter}`);
  return found.value;
}

/** What one person uses of an item a day; null: nobody has said. */
export const useOf = (parameters: NeedParameters, use: Use, item: string): Parameter | null => parameters.get(parameterKey(PARAMETER_OF[use], item)) ?? null;

/** Items that some use is known of, in the order in which they were told. */
export const itemsIn = (parameters: NeedParameters): string[] => [...new Set([...parameters.keys()].flatMap((key) => key.split('\t')[1] ?? []))];

/** Each published parameter with its name and item, in the order of the list. */
export const published = (): { readonly name: NeedParameter; readonly item: string | null; readonly parameter: Parameter }[] =>
  NEED_PARAMETERS.flatMap((name) =>
    [...PUBLISHED].flatMap(([key, parameter]) => {
      const [of = '', item] = key.split('\t');
      return of === name && isOfItem(name) === (item !== undefined) ? [{ name, item: item ?? null, parameter }] : [];
    }),
  );

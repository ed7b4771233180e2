// What a need report says: for each area and item units a day with stock, days of supply and the counts behind it, what is asked
// or estimated to be shared out, who is shortest, and what the series are projected to be. Its keys are a contract (`airbridge
// need --json`, GET …/need).

import type { CountFault, Measure } from '../../domain/need/counts.ts';
import type { NeedParameter } from '../../domain/need/parameters.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Disagreement } from '../../need/burn-rate.ts';
import type { Band, Parameter } from '../../need/parameter.ts';
import type { Use } from '../../need/supply-parameters.ts';
import type { Method } from '../../need/projection-methods.ts';
import type { UsedWhy } from './tellings.ts';

/** Numbers for people to read. They are copied out of their wrapping here and go nowhere but to a screen or a file. */
export interface InfectionsShown {
  readonly use: 'never-for-allocation';
  readonly floor: number;
  /** Null: too few deaths for a figure of the present day. */
  readonly low: number | null;
  readonly high: number | null;
  /** With the growth as estimated, unbounded: why a band is shown instead. */
  readonly uncapped: number | null;
  readonly capped: boolean;
  readonly lagDays: number;
  readonly growth: { readonly rate: number; readonly standardError: number; readonly windowDays: number } | null;
  readonly fatality: Parameter;
}

/** `cases-partly-known`: the counts do not reach back over a whole stay, so that the band is wider. */
export type Basis = 'census' | 'cases' | 'cases-partly-known';

export interface BurnShown extends Disagreement {
  readonly perDay: Band;
  readonly overDays: number;
  readonly reports: number;
}

/** What goods of an item are used for: so many people, so many units each a day. */
export interface UseShown {
  readonly use: Use;
  readonly people: number;
  readonly perPerson: number;
  /** Whole units. */
  readonly perDay: Band;
}

/** A parameter that does not hold as published. */
export interface ChangedParameter {
  readonly name: NeedParameter;
  readonly item: string | null;
  /** For which area it was set; null: everywhere. */
  readonly area: string | null;
  readonly value: number;
  /** Null: nothing is published for this item. */
  readonly published: number | null;
  readonly since: Instant;
  readonly facts: readonly number[];
}

/** Null: not counted, and so not included. */
export interface CensusShown {
  readonly wards: number;
  readonly intensiveCare: number;
  readonly isolation: number | null;
  readonly healthWorkers: number | null;
  readonly screenedPerDay: number | null;
}

/** `hospital`: one recipient with a census of its own. `other`: a group of countries, or what has no code. */
export type Level = 'country' | 'region' | 'hospital' | 'other';

export interface AreaNeed {
  readonly area: string;
  readonly name: string;
  readonly level: Level;
  /** Of a hospital's row: which one. */
  readonly recipient: string | null;
  /** The area whose row holds this one; the two are not to be added. Null: no row does. */
  readonly within: string | null;
  readonly item: string;
  /** Whole units; null: neither census nor cases are known. */
  readonly perDay: Band | null;
  readonly basis: Basis | null;
  /** What the central figure is the sum of. */
  readonly uses: readonly UseShown[];
  /** `11,025 × 11.6 + 1,851 × 19 = 163,059`; null: there is no figure. */
  readonly arithmetic: string | null;
  /** What the figure leaves out, since nobody has counted the people. */
  readonly notIncluded: readonly Use[];
  /** Parameters of this row that differ from the published ones. */
  readonly changed: readonly ChangedParameter[];
  /** Sequence numbers of the counts and census behind it. */
  readonly facts: readonly number[];
  readonly census: CensusShown | null;
  readonly censusAt: Instant | null;
  /** Last reported, with what came in since; null: not reported. */
  readonly stock: number | null;
  readonly stockAt: Instant | null;
  readonly underWay: number | null;
  /** From the instant of the report on the stock lasts so many days more, at the use that was chosen; null: unknown. */
  readonly daysOfSupply: number | null;
  readonly daysOfSupplyBand: Band | null;
  /** Still missing over `days`, beside stock and what is under way. */
  readonly unmet: (Band & { readonly days: number }) | null;
  readonly burnRate: BurnShown | null;
  /** Why there is none although stock was reported twice; null: there is, or it was not. */
  readonly noBurnRate: string | null;
  readonly cases: number | null;
  readonly deaths: number | null;
  readonly countedOn: LocalDate | null;
  readonly infections: InfectionsShown | null;
  readonly sources: readonly string[];
  /** Why it is this source that is used for cases and deaths; null: nobody counted them, or no journal was asked. */
  readonly why: UsedWhy | null;
  /** What other sources say of the same area; not used. */
  readonly beside: readonly { readonly sources: readonly string[]; readonly countedOn: LocalDate; readonly cases: number | null; readonly deaths: number | null }[];
}

export interface ProjectedCount {
  readonly area: string;
  readonly measure: Measure;
  readonly from: LocalDate;
  readonly horizonDays: number;
  readonly date: LocalDate;
  readonly central: number;
  /** 80 %; null: no earlier projection could be compared yet. */
  readonly low: number | null;
  readonly high: number | null;
  readonly method: Method;
  readonly damping: number | null;
  readonly pastErrors: Readonly<Record<Method, number | null>>;
  readonly baselines: Readonly<Record<Exclude<Method, 'damped-trend'>, number | null>>;
}

/** Asked: somebody said so. Estimated: nobody asked, and a census or cases stand. */
export type DemandBasis = 'asked' | 'estimated';

/** What a recipient needs of an item within a due window, before stock and deliveries are taken off. */
export interface DemandRow {
  readonly recipient: string;
  readonly area: string;
  readonly item: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly severity: number;
  readonly basis: DemandBasis;
  /** Whole units over the window. Central is what was asked, or the central estimate. */
  readonly units: Band;
  /** Units a day of what was asked; null: nothing was. */
  readonly askedPerDay: number | null;
  /** Units a day by the counts of the area less its own regions; null: there are none. */
  readonly estimatePerDay: Band | null;
  /** Areas that receive for themselves, but have no counts: the estimate could not be lessened by them. */
  readonly holds: readonly string[];
  /** What was asked lies outside what is plausible: to be asked about, and planned all the same. Null: it does not, or nothing can be said. */
  readonly outOfBand: { readonly side: 'below' | 'above'; readonly askedPerDay: number; readonly least: number; readonly most: number } | null;
  readonly facts: readonly number[];
}

/** One area and item, by how short it is; rank 1 is the shortest of its item. Null: unknown. */
export interface ShortageRow {
  readonly area: string;
  readonly recipient: string | null;
  readonly item: string;
  readonly daysOfSupply: Band | null;
  /** Over so many days as `unmet` of the area's row says. */
  readonly unmet: Band | null;
  /** Of the need of all areas that no other row holds. */
  readonly shareOfNeed: number | null;
  readonly rank: { readonly daysOfSupply: number | null; readonly unmet: number | null; readonly shareOfNeed: number | null };
}

/** What the next aircraft that lands takes off. */
export interface NextFlight {
  readonly consignment: string;
  readonly run: string | null;
  readonly arrives: Instant;
  readonly load: readonly { readonly item: string; readonly units: number }[];
  /** `plan`: as the standing plan shares the load. `earmarks`: no plan is at hand; each lot goes by what asks for it among those whom its earmark, or else its pledge, names. */
  readonly sharedBy: 'plan' | 'earmarks';
  readonly plan: string | null;
  /** Central. */
  readonly areas: readonly { readonly area: string; readonly item: string; readonly units: number; readonly unmetBefore: number; readonly unmetAfter: number }[];
}

export interface Shortages {
  readonly days: number;
  readonly rows: readonly ShortageRow[];
  /** Null: none is expected. */
  readonly nextFlight: NextFlight | null;
}

/** A parameter as it holds, or as it is published where nobody has set it. */
export interface ParameterRow extends Parameter {
  readonly name: NeedParameter;
  readonly item: string | null;
  /** Where it was set for an area alone. */
  readonly area: string | null;
  /** Null: nothing is published. */
  readonly published: number | null;
  readonly publishedSource: string | null;
  /** From when on it holds; null: nobody has set it. */
  readonly since: Instant | null;
  readonly facts: readonly number[];
}

export interface ParametersReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly parameters: readonly ParameterRow[];
}

export interface NeedReport {
  /** Null: published counts alone. */
  readonly operation: string | null;
  readonly asOf: Instant | LocalDate;
  readonly areas: readonly AreaNeed[];
  readonly demand: readonly DemandRow[];
  /** Null: published counts alone. */
  readonly shortages: Shortages | null;
  /** All countries and territories together; null: the source counts one country. */
  readonly world: { readonly cases: number; readonly deaths: number; readonly roundSum: { readonly use: 'never-for-allocation'; readonly people: number; readonly arithmetic: string } } | null;
  readonly projections: readonly ProjectedCount[];
  readonly faults: readonly CountFault[];
}

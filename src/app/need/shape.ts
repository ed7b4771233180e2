// What a need report says: for each area and item units a day with stock, days of supply and the counts behind it, and what the
// series are projected to be. The keys of `areas` are a contract (`airbridge need --json`).

import type { CountFault, Measure } from '../../domain/need/counts.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Disagreement } from '../../need/burn-rate.ts';
import type { Band, Parameter } from '../../need/parameter.ts';
import type { Method } from '../../need/projection-methods.ts';

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

export interface AreaNeed {
  readonly area: string;
  readonly name: string;
  readonly item: string;
  /** Whole units; null: neither census nor cases are known. */
  readonly perDay: Band | null;
  readonly basis: Basis | null;
  readonly census: { readonly wards: number; readonly intensiveCare: number } | null;
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

export interface NeedReport {
  readonly asOf: Instant | LocalDate;
  readonly areas: readonly AreaNeed[];
  /** All countries and territories together; null: the source counts one country. */
  readonly world: { readonly cases: number; readonly deaths: number; readonly roundSum: { readonly use: 'never-for-allocation'; readonly people: number; readonly arithmetic: string } } | null;
  readonly projections: readonly ProjectedCount[];
  readonly faults: readonly CountFault[];
}

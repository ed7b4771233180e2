// An activity of the International Aid Transparency Initiative, version 2.03, as plain data: exactly the parts that an operation in
// kind fills. What an element means is in the standard; what Airbridge puts there is in docs/concepts/iati.md. Codes are of IATI's
// codelists, and only those that are written stand here. Source: iati-activities-schema.xsd, release 2.03 of 2018-02-19.

import type { Instant, LocalDate } from '../../domain/time.ts';

/** ActivityStatus. Nothing that Airbridge knows closes an activity (4) for its accountants. */
export const STATUS = { pipeline: '1', implementation: '2', finalisation: '3', cancelled: '5' } as const;
/** ActivityDateType. */
export const DATE = { plannedStart: '1', actualStart: '2', plannedEnd: '3' } as const;
/** OrganisationRole. */
export const ROLE = { funding: '1', accountable: '2', implementing: '4' } as const;
/** ActivityScope. */
export const SCOPE = { regional: '2', multinational: '3', national: '4' } as const;
/** TransactionType, of what comes in and what is handed on. */
export const TRANSACTION = { pledge: '13', commitment: '11', landing: '1', delivery: '3' } as const;

/** `ref`: an organisation identifier, where there is one. */
export interface Organisation {
  readonly ref: string | null;
  readonly name: string;
}

export interface ParticipatingOrganisation extends Organisation {
  readonly role: (typeof ROLE)[keyof typeof ROLE];
}

/** A country by ISO 3166-1 alpha-2; or a region, of the OECD DAC (1) or of the publisher's own making (99). */
export type Destination = { readonly country: string } | { readonly region: string; readonly vocabulary: '1' | '99'; readonly name: string };

export interface Transaction {
  readonly ref: string;
  readonly type: (typeof TRANSACTION)[keyof typeof TRANSACTION];
  readonly date: LocalDate;
  /** In hundredths of the default currency; negative where something is taken back. */
  readonly cents: bigint;
  readonly description: string;
  readonly provider: Organisation;
  readonly receiver: Organisation;
  readonly destination: Destination;
  /** FlowType. */
  readonly flowType: string;
}

/** A part of a figure: that for one destination. Null: all of it. */
export interface Measured {
  readonly units: number;
  readonly destination: string | null;
}

/** Something counted in single pieces; it began at nothing. */
export interface Indicator {
  readonly title: string;
  readonly description: string;
  readonly targets: readonly Measured[];
  readonly actuals: readonly Measured[];
}

export interface Outputs {
  readonly title: string;
  readonly description: string;
  readonly baseline: LocalDate;
  readonly period: { readonly start: LocalDate; readonly end: LocalDate };
  readonly indicators: readonly Indicator[];
}

export interface Location {
  readonly ref: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Everything in it is of humanitarian aid, in euros, described in English. */
export interface Activity {
  readonly identifier: string;
  readonly updatedAt: Instant;
  readonly reporting: { readonly ref: string; readonly name: string };
  readonly title: string;
  readonly description: string;
  /** What a reader of the figures must know; empty: nothing. */
  readonly remarks: readonly string[];
  /** Not empty. */
  readonly participating: readonly ParticipatingOrganisation[];
  readonly status: (typeof STATUS)[keyof typeof STATUS];
  /** At least one start. */
  readonly dates: readonly { readonly type: (typeof DATE)[keyof typeof DATE]; readonly on: LocalDate }[];
  readonly scope: (typeof SCOPE)[keyof typeof SCOPE];
  /** Only where there is no transaction that could say it. */
  readonly destination: Destination | null;
  readonly location: Location | null;
  readonly emergency: { readonly glide: string; readonly name: string | null } | null;
  readonly transactions: readonly Transaction[];
  /** Null: nothing is counted yet. */
  readonly outputs: Outputs | null;
}

// What papers of the way are about: a consignment on its way in, or a dispatch on its way to a receiver, with its parties, legs
// and goods. Plain data out of the ledger; how it is written stands in parts.ts and in each paper.

import type { Temperature } from '../../domain/catalogue.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { CubicCm, EuroCents, Grams } from '../../domain/units.ts';

export interface Spot {
  readonly place: string;
  readonly iata: string | null;
  readonly name: string;
  readonly area: AreaCode;
}

export interface Party {
  readonly name: string;
  /** Null: not on record. */
  readonly area: AreaCode | null;
  /** Its code, where it is a recipient of the operation. */
  readonly recipient?: string | undefined;
  readonly address?: string | undefined;
  readonly eori?: string | undefined;
}

export interface GoodsLine {
  readonly lot: string;
  readonly item: string;
  readonly name: string;
  readonly cnCode: string | null;
  readonly batch: string | null;
  readonly expires: LocalDate | null;
  readonly temperature: Temperature;
  readonly units: number;
  readonly perCarton: number;
  readonly cartons: number;
  readonly pallets: number;
  readonly gross: Grams;
  readonly volume: CubicCm;
  /** Weight and volume were declared for this lot; else they are cartons × the item list. */
  readonly declared: boolean;
  /** Of one piece, for customs; null: the item list has none. */
  readonly valueCents: EuroCents | null;
  readonly pledge: string;
  readonly donor: string;
  /** Areas or receivers that the lot is bound to by its earmark, else the scope of the pledge. */
  readonly boundFor: readonly AreaCode[];
}

export interface Leg {
  readonly run: string;
  readonly mode: Mode;
  readonly carrier: string;
  readonly from: Spot;
  readonly to: Spot;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
}

export interface HandlingUnitLine {
  readonly unit: string;
  readonly type: 'carton' | 'crate' | 'pallet' | 'uld';
  readonly within: string | null;
  readonly lot: string;
  readonly units: number;
  readonly gross: Grams | null;
}

export interface WaybillLine {
  readonly waybill: string;
  readonly kind: 'master' | 'house';
  readonly master: string | null;
  readonly pieces: number;
  readonly gross: Grams;
  readonly chargeable: Grams | null;
  readonly goods: string;
  readonly shipper: string | null;
  readonly consignee: string | null;
}

export interface Shipment {
  readonly kind: 'consignment' | 'dispatch';
  readonly id: string;
  readonly senders: readonly Party[];
  readonly consignee: Party;
  readonly from: Spot;
  readonly to: Spot;
  /** In the order of the way; empty where no departure is on record. */
  readonly legs: readonly Leg[];
  readonly aircraft: string | null;
  readonly capacity: { readonly payload: Grams | null; readonly volume: CubicCm | null };
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly lines: readonly GoodsLine[];
  /** Announced and not loaded; only of what has left. */
  readonly stayed: readonly GoodsLine[];
  readonly handlingUnits: readonly HandlingUnitLine[];
  readonly waybills: readonly WaybillLine[];
  /** Papers that the operation holds for goods like these on this way: kind and reference. */
  readonly papersHeld: readonly string[];
}

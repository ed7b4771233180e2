// What a claim is about, as far as nobody has said it: its pledge by item and area, its shipment by flight number, quantity, area
// and time. A guess only brings claims side by side; it moves no unit.

import type { ClaimRecorded } from '../../../domain/promise/promise.ts';
import type { Register } from '../../../domain/register.ts';
import { hoursBetween } from '../../../domain/time.ts';
import type { Said } from '../claims.ts';
import { tellsOf } from './shape.ts';

/** The pledge that a claim names, else the only one of its item and area; null: none, or several. */
export function pledgeOf({ pledge, item, scope }: ClaimRecorded, { pledges }: Register): string | null {
  if (pledge !== undefined) return pledge;
  const fitting = [...pledges.values()].filter((it) => it.item === item && it.scope === scope);
  return fitting.length === 1 ? (fitting[0]?.pledge ?? null) : null;
}

export interface Shipment {
  /** A consignment on record; else the first claim that told of it. */
  readonly shipment: string;
  readonly consignment: string | null;
  readonly told: readonly Said[];
}

/** Claims of one shipment are told within so many hours of each other, and their figures lie within this factor. */
const WINDOW_HOURS = 72;
const FACTOR = 1.5;

/** Claims that tell of one shipment, together. O(claims²) of those that name none. */
export function shipmentsOf(said: readonly Said[], known: Register): Shipment[] {
  const groups: { readonly consignment: string | null; readonly told: Said[] }[] = [];
  const telling = said.filter((it) => tellsOf(it) === 'arrival' || (tellsOf(it) === 'way' && it.claim.scope !== undefined && it.claim.units !== undefined));
  for (const it of telling) {
    const consignment = consignmentOf(it.claim, known);
    if (consignment === null) continue;
    const group = groups.find((other) => other.consignment === consignment);
    if (group === undefined) groups.push({ consignment, told: [it] });
    else group.told.push(it);
  }
  for (const it of telling) {
    if (consignmentOf(it.claim, known) !== null) continue;
    const near = groups.filter(({ told }) => told.some((other) => areAlike(it, other))).toSorted((a, b) => distance(it, a.told) - distance(it, b.told))[0];
    if (near === undefined) groups.push({ consignment: null, told: [it] });
    else near.told.push(it);
  }
  return groups.map(({ consignment, told }) => ({ shipment: consignment ?? told[0]?.claim.claim ?? '', consignment, told: told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }));
}

const plain = (run: string): string => run.replaceAll(/[\s-]/g, '').toUpperCase();

/** Named, or flying under the number that it names. */
function consignmentOf({ consignment, run }: ClaimRecorded, { consignments }: Register): string | null {
  if (consignment !== undefined) return consignment;
  if (run === undefined) return null;
  return [...consignments.values()].find(({ announced }) => announced.run !== undefined && plain(announced.run) === plain(run))?.announced.consignment ?? null;
}

function areAlike(a: Said, b: Said): boolean {
  const [one, other] = [a.claim, b.claim];
  if (one.item !== other.item || one.scope !== other.scope || one.scope === undefined || Math.abs(hoursBetween(a.at, b.at)) > WINDOW_HOURS) return false;
  return one.units === undefined || other.units === undefined || Math.max(one.units, other.units) <= FACTOR * Math.min(one.units, other.units);
}

const distance = (from: Said, told: readonly Said[]): number => Math.min(...told.map((it) => Math.abs(hoursBetween(from.at, it.at))));

// What the routes of the way onward take and answer: release orders, load lists, expected arrivals.

import { z } from 'zod';
import { OperationParams } from './operation.ts';

const units = z.int().min(0);
const instant = z.string();
const Leg = z.looseObject({ run: z.string(), mode: z.string(), from: z.string(), to: z.string(), departsAt: instant, arrivesAt: instant });

const Proof = z.looseObject({ seq: z.int(), at: instant, kind: z.string(), title: z.string().nullable(), sha256: z.string().nullable(), link: z.string().nullable(), consignment: z.string().nullable(), document: z.string().nullable() });

const ReleaseOrder = z.looseObject({
  dispatch: z.string(), recipient: z.string(), name: z.string(), place: z.string(), plan: z.string().nullable(),
  state: z.enum(['ordered', 'verified', 'accepted', 'refused', 'loaded', 'on-the-road', 'arrived', 'partly-delivered', 'delivered', 'ended']),
  reason: z.string().nullable(), releasedAt: instant, loadedAt: instant.nullable(), departedAt: instant.nullable(), arrivedAt: instant.nullable(), deliveredAt: instant.nullable(),
  lots: z.array(z.looseObject({ lot: z.string(), item: z.string(), units, cartons: units, grams: units, pallets: units, waiting: units, onRoad: units, delivered: units })),
  legs: z.array(Leg), planned: instant.nullable(),
  eta: z.object({ early: instant, likely: instant, late: instant, seen: units.describe('Deliveries that the range rests on; 0: an assumption.') }).nullable(),
  obstacles: z.array(z.looseObject({ kind: z.enum(['border', 'expires', 'recalled', 'missed']), lot: z.string(), detail: z.string(), paper: z.string().nullable() })),
  replaces: z.string().nullable().describe('The fact of the loss that it makes good.'),
  makesGood: z.looseObject({ seq: z.int(), kind: z.string(), at: instant, lot: z.string(), units, dispatch: z.string().nullable(), reference: z.string().nullable() }).nullable().describe('That loss.'),
  proofs: z.array(Proof).describe('Files and links that facts about it name, and papers filed for the flights that its goods came on.'),
  signedAt: instant.nullable(),
});

const LoadList = Leg.extend({
  carrier: z.string(), charter: z.boolean(),
  lines: z.array(z.object({ dispatch: z.string(), recipient: z.string(), lot: z.string(), item: z.string(), units, cartons: units })),
  load: z.object({ cartons: units, grams: units, volume: units.describe('cm³'), pallets: units, chargeableKg: z.number() }),
  allotment: z.looseObject({ positions: units.nullable(), grams: units.nullable(), volume: units.nullable() }),
});

const LossStanding = z.looseObject({
  id: z.string().describe('The fact, which a replacement names.'), seq: z.int(), kind: z.string(), at: instant, lot: z.string(), item: z.string(), units, dispatch: z.string().nullable(), where: z.string().nullable(), recipient: z.string().nullable(), reference: z.string().nullable(), reason: z.string().nullable(),
  replacedBy: z.array(z.object({ kind: z.enum(['dispatch', 'lot']), name: z.string(), units, seq: z.int() })), open: units.describe('Units that nothing makes good yet.'),
  could: z.object({ stock: z.array(z.object({ lot: z.string(), place: z.string(), units })), ways: z.array(Leg), announced: z.array(z.object({ lot: z.string(), consignment: z.string(), units, seq: z.int() })) }),
});

export const DispatchBoard = z
  .looseObject({ operation: z.string(), asOf: instant, orders: z.array(ReleaseOrder), departures: z.array(LoadList), losses: z.array(LossStanding), delays: z.array(z.object({ mode: z.string(), seen: units, median: z.number().describe('Hours late; negative: early.'), oneInTen: z.number() })) })
  .meta({ id: 'DispatchBoard' });

export const EvidenceBody = z.strictObject({ content: z.base64().max(22_000_000).describe('A JPEG, PNG or WebP picture or a PDF, its bytes in base64; at most 15 MB.') });
export const EvidenceParams = OperationParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a file is named by the 64 hexadecimal digits of its SHA-256') });
export const EvidenceKept = z.object({ sha256: z.string().describe('To be named in the evidence of a fact.'), type: z.string(), bytes: units }).meta({ id: 'EvidenceKept' });
export const SignatoryBody = z.strictObject({ name: z.string().trim().min(1).max(120), role: z.string().trim().min(1).max(120).optional() });
export const SignatoryKept = z.object({ signedBy: z.string().describe('The commitment that a delivery bears; the name lies in the vault and can be erased.') }).meta({ id: 'SignatoryKept' });

export const ReleaseRequest = z.strictObject({
  plan: z.string().min(1).max(64).describe('A recorded and approved plan.'),
  lines: z.array(z.string().regex(/^L\d+$/)).max(10_000).optional().describe('Absent: every line.'),
  at: z.string().max(40).optional().describe('When the orders are given; absent: where the operation stands, or now.'),
  by: z.string().min(1).max(120).default('http').describe('The role that orders; never a person.'),
});

export const ReleaseReport = z
  .looseObject({
    plan: z.string(),
    orders: z.array(z.looseObject({ dispatch: z.string(), recipient: z.string(), lines: z.array(z.string()), units })),
    waiting: z.array(z.looseObject({ line: z.string(), why: z.enum(['released-before', 'struck-out', 'not-free-yet']), free: units, units })),
  })
  .meta({ id: 'ReleaseReport' });

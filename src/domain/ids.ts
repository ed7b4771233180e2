// Names of things. Codes are what people write on papers and in sheets; a FactId is a UUIDv7.

import { z } from 'zod';

const code = () =>
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/, 'a code has 1–64 letters, digits, or . _ / -, and begins with a letter or digit');

export const OperationId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an operation is named in lower-case letters, digits and hyphens').brand<'OperationId'>();
export type OperationId = z.infer<typeof OperationId>;
export const SourceId = code().brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
export const ItemCode = code().brand<'ItemCode'>();
export type ItemCode = z.infer<typeof ItemCode>;
/** UN/LOCODE without the space: `BELGG`. An IATA code stands beside it, never instead of it. */
export const PlaceCode = z.string().regex(/^[A-Z]{2}[A-Z0-9]{3}$/, 'a place is a UN/LOCODE of five characters, such as BELGG').brand<'PlaceCode'>();
export type PlaceCode = z.infer<typeof PlaceCode>;
/** ISO 3166-1 alpha-2 (`IT`), ISO 3166-2 (`IT-25`), or a group declared in areas.ts (`EU`, `EFTA`, `EUROPE`). */
export const AreaCode = z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|EFTA|EUROPE)$/, 'an area is an ISO 3166 code (IT, IT-25) or a group (EU, EFTA, EUROPE)').brand<'AreaCode'>();
export type AreaCode = z.infer<typeof AreaCode>;
export const RecipientId = code().brand<'RecipientId'>();
export type RecipientId = z.infer<typeof RecipientId>;
export const RequestId = code().brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
export const ServiceId = code().brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;
/** A dated departure, or one copy of a charter (`CH-MXP-1`). */
export const DepartureId = code().brand<'DepartureId'>();
export type DepartureId = z.infer<typeof DepartureId>;
export const CharterId = code().brand<'CharterId'>();
export type CharterId = z.infer<typeof CharterId>;
export const RuleId = code().brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;
export const ClaimId = code().brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
export const PledgeId = code().brand<'PledgeId'>();
export type PledgeId = z.infer<typeof PledgeId>;
export const EarmarkId = code().brand<'EarmarkId'>();
export type EarmarkId = z.infer<typeof EarmarkId>;
export const ConsignmentId = code().brand<'ConsignmentId'>();
export type ConsignmentId = z.infer<typeof ConsignmentId>;
export const LotId = code().brand<'LotId'>();
export type LotId = z.infer<typeof LotId>;
export const DispatchId = code().brand<'DispatchId'>();
export type DispatchId = z.infer<typeof DispatchId>;
export const PlanId = code().brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanId>;
export const PaperCode = code().brand<'PaperCode'>();
export type PaperCode = z.infer<typeof PaperCode>;

export const RecallId = code().brand<'RecallId'>();
export type RecallId = z.infer<typeof RecallId>;
/** A serial shipping container code (18 digits), or a ULD's identifier (`PMC12345R7`). */
export const HandlingUnitId = z.string().regex(/^(\d{18}|[A-Z][A-Z0-9]{2}\d{4,5}[A-Z0-9]{2,3})$/, 'a handling unit bears an SSCC of 18 digits, or a ULD identifier such as PMC12345CV').brand<'HandlingUnitId'>();
export type HandlingUnitId = z.infer<typeof HandlingUnitId>;
/** A master air waybill as `172-12345675`; a house waybill as its forwarder writes it. */
export const WaybillNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/ -]{0,34}$/, 'a waybill number has 1–35 letters, digits, spaces, / or -').brand<'WaybillNumber'>();
export type WaybillNumber = z.infer<typeof WaybillNumber>;

export const FactId = z.uuidv7().brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;
/** Same key and same body: the first answer again. Same key and another body: refused. */
export const IdempotencyKey = z.string().min(1).max(200).brand<'IdempotencyKey'>();
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;
/** Who recorded a fact: a role and a name of no person (`pack`, `hub-operator`); people live in the vault. */
export const Actor = z.string().min(1).max(120).brand<'Actor'>();
export type Actor = z.infer<typeof Actor>;
/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/).brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

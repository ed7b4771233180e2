// The sheets of what was promised and what flies in: claims, pledges, earmarks, consignments and their lots; and of what
// is needed: needs, stock, census and counts.

import { Mode } from '../../../domain/places.ts';
import { ClaimRecorded } from '../../../domain/promise/promise.ts';
import * as cells from '../cells.ts';
import { may, must, occurs, quantity, sheet } from '../sheet.ts';

const item = must('item', cells.code, { unit: 'code', example: 'surgical-mask', meaning: 'The item, from the sheet items.' });
const pledge = must('pledge', cells.code, { unit: 'code', example: 'P1', meaning: 'The pledge, from the sheet pledges.' });
const recipient = must('recipient', cells.code, { unit: 'code', example: 'IT-lombardia', meaning: 'The recipient, from the sheet recipients.' });
const area = must('area', cells.code, { unit: 'ISO 3166', example: 'IT-25', meaning: 'The country or region.' });
const reported = occurs('reported_at', { example: '2020-03-16T18:00:00Z', meaning: 'The hour at which it was so.' });

const claims = sheet('claims', ['claim.recorded'], 'What somebody said in public, at a time. Claims may contradict each other.', ['claim'], [
  must('claim', cells.code, { unit: 'code', example: 'C1', meaning: 'Code of the claim.' }),
  occurs('said_at', { example: '2020-03-11T10:00:00Z', meaning: 'When it was said.' }),
  must('author', cells.text, { unit: 'text', example: 'Foundation', meaning: 'Who said it.' }),
  must('channel', cells.text, { unit: 'text', example: 'press release', meaning: 'Where it was said.' }),
  must('language', cells.code, { unit: 'ISO 639-1', example: 'fr', meaning: 'In which language.' }),
  may('link', cells.code, { unit: 'link', example: 'https://example.org/release', meaning: 'Where it can be read.' }),
  must('summary', cells.text, { unit: 'text', example: '1.8 million masks for Europe', meaning: 'What was said, in our words.' }),
  may('item', cells.code, { unit: 'code', example: 'surgical-mask', meaning: 'The item that it is about.' }),
  ...quantity(may, 'How much it speaks of.'),
  may('scope', cells.code, { unit: 'ISO 3166', example: 'EUROPE', meaning: 'For which area.' }),
  may('pledge', cells.code, { unit: 'code', example: 'P1', meaning: 'The pledge that it is about.' }),
  must('stance', cells.oneOf(ClaimRecorded.shape.stance.options), { unit: 'word', example: 'supports', meaning: 'What it does to the pledge: supports, contradicts or context.' }),
]);

const pledges = sheet('pledges', ['pledge.made'], 'What the operation accepts as promised. A pledge of several items has a row for each.', ['pledge', 'item'], [
  must('pledge', cells.code, { unit: 'code', example: 'P1', meaning: 'Code of the pledge.' }),
  item,
  must('donor', cells.text, { unit: 'text', example: 'Foundation', meaning: 'Who gives.' }),
  ...quantity(must, 'How much is promised; more than 0.'),
  must('scope', cells.code, { unit: 'ISO 3166', example: 'EUROPE', meaning: 'For which area.' }),
  occurs('made_at', { example: '2020-03-11T10:00:00Z', meaning: 'When it was promised.' }),
  may('due', cells.date, { unit: 'date', example: '2020-03-31', meaning: 'Last day by which it is due. Empty: none was named.' }),
  must('via_hub', cells.yesNo, { field: 'viaHub', unit: 'yes or no', example: 'yes', meaning: 'no where the goods never pass the hub of this operation.' }),
]);

const earmarks = sheet('earmarks', ['earmark.set'], 'Binds a part of a pledge to recipients. An earmark set again under the same code replaces the earlier one.', ['earmark', 'set_at'], [
  must('earmark', cells.code, { unit: 'code', example: 'P1-IT', meaning: 'Code of the earmark.' }),
  pledge, item,
  ...quantity(must, 'How much is bound.'),
  may('areas', cells.codes, { unit: 'ISO 3166, list', example: 'IT FR', meaning: 'All recipients in these areas.' }),
  may('recipients', cells.codes, { unit: 'codes, list', example: 'IT-lombardia IT-veneto', meaning: 'These recipients.' }),
  occurs('set_at', { example: '2020-03-12T08:00:00Z', meaning: 'When it was set.' }),
]);

const consignments = sheet('consignments', ['consignment.announced'], 'What one vehicle brings from a donor.', ['consignment'], [
  must('consignment', cells.code, { unit: 'code', example: 'F1', meaning: 'Code of the consignment.' }),
  must('mode', cells.oneOf(Mode.options), { unit: 'word', example: 'air', meaning: 'Mode of transport: road, rail, air or sea.' }),
  must('carrier', cells.text, { unit: 'text', example: 'Cargo Airline', meaning: 'Who carries it.' }),
  may('run', cells.text, { unit: 'text', example: 'CA123', meaning: 'Flight, train or truck number.' }),
  may('waybill', cells.text, { unit: 'text', example: '020-12345675', meaning: 'Master air waybill or its like.' }),
  may('aircraft', cells.text, { unit: 'text', example: 'B747-400F', meaning: 'Type of the vehicle.' }),
  may('payload_kg', cells.scaled(3), { field: 'payload', unit: 'kg', example: '112000', meaning: 'What it can carry.' }),
  may('volume_m3', cells.scaled(6), { field: 'volume', unit: 'm³', example: '700', meaning: 'What it can hold.' }),
  may('positions', cells.count, { unit: 'positions', example: '39', meaning: 'Pallet positions.' }),
  must('from', cells.code, { unit: 'UN/LOCODE', example: 'CNHGH', meaning: 'Place of departure.' }),
  must('to', cells.code, { unit: 'UN/LOCODE', example: 'BELGG', meaning: 'Place of arrival.' }),
  must('planned_departure', cells.instant, { field: 'plannedDeparture', unit: 'instant', example: '2020-03-13T02:00:00Z', meaning: 'Planned departure.' }),
  must('planned_arrival', cells.instant, { field: 'plannedArrival', unit: 'instant', example: '2020-03-13T20:30:00Z', meaning: 'Planned arrival.' }),
  occurs('announced_at', { example: '2020-03-12T08:00:00Z', meaning: 'When it was announced.' }),
]);

const lots = sheet('lots', ['lot.announced'], 'The lines of a consignment: one item, of one pledge.', ['lot'], [
  must('lot', cells.code, { unit: 'code', example: 'F1-01', meaning: 'Code of the lot.' }),
  must('consignment', cells.code, { unit: 'code', example: 'F1', meaning: 'The consignment that brings it.' }),
  pledge,
  may('earmark', cells.code, { unit: 'code', example: 'P1-IT', meaning: 'The earmark that it draws on.' }),
  item,
  ...quantity(must, 'How much it is; more than 0.'),
  may('units_per_carton', cells.count, { field: 'unitsPerCarton', unit: 'units', example: '2500', meaning: "Where it differs from the item's." }),
  may('gross_kg', cells.scaled(3), { field: 'gross', unit: 'kg', example: '2300', meaning: 'Gross weight of the whole lot, as declared.' }),
  may('volume_m3', cells.scaled(6), { field: 'volume', unit: 'm³', example: '23.1', meaning: 'Volume of the whole lot, as declared.' }),
  may('batch', cells.text, { unit: 'text', example: '20200301', meaning: "The maker's batch." }),
  may('expires', cells.date, { unit: 'date', example: '2023-03-01', meaning: 'Last day on which it may be used.' }),
  occurs('announced_at', { example: '2020-03-12T08:00:00Z', meaning: 'When it was announced.' }),
]);

const needs = sheet('needs', ['need.reported'], 'What recipients ask for. Reported again for the same recipient, item and from, a need replaces what stood.', ['recipient', 'item', 'from', 'reported_at'], [
  recipient, item,
  ...quantity(must, 'Gross need.'),
  must('from', cells.instant, { unit: 'instant', example: '2020-03-16T00:00:00Z', meaning: 'From when on it is needed.' }),
  must('until', cells.instant, { unit: 'instant', example: '2020-03-23T00:00:00Z', meaning: 'Before when it is needed.' }),
  must('severity', cells.count, { unit: '1–5', example: '4', meaning: '1 (can wait) to 5 (people die of it).' }),
  reported,
]);

const stock = sheet('stock', ['stock.reported'], 'What recipients have at hand.', ['recipient', 'item', 'reported_at'], [recipient, item, ...quantity(must, 'What is at hand.'), reported]);

const census = sheet('census', ['census.reported'], 'Patients in hospital.', ['area', 'reported_at'], [
  area,
  must('wards', cells.count, { unit: 'patients', example: '6953', meaning: 'Patients on wards.' }),
  must('intensive_care', cells.count, { field: 'intensiveCare', unit: 'patients', example: '823', meaning: 'Patients in intensive care.' }),
  reported,
]);

const counts = sheet('counts', ['count.reported'], 'Cumulative confirmed cases and deaths. Two sources may differ at the same hour.', ['area', 'reported_at', 'source'], [
  area,
  must('cases', cells.count, { unit: 'people', example: '14649', meaning: 'Confirmed cases so far.' }),
  may('deaths', cells.count, { unit: 'people', example: '1420', meaning: 'Deaths so far.' }),
  reported,
]);

export const PROMISE_SHEETS = [claims, pledges, earmarks, consignments, lots, needs, stock, census, counts];

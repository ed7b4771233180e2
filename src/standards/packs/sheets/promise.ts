// The sheets of what was promised and what flies in: claims, pledges, earmarks, consignments and their lots; and of what
// is needed: needs, stock, census and counts.

import { Mode } from '../../../domain/places.ts';
import { ClaimRecorded, ClaimSubject } from '../../../domain/promise/promise.ts';
import * as cells from '../cells.ts';
import { may, must, occurs, quantity, sheet } from '../sheet.ts';

const item = must('item', cells.code, { hxl: '#item+code', names: 'items', unit: 'code', example: 'surgical-mask', meaning: 'The item, from the sheet items.' });
const pledge = must('pledge', cells.code, { hxl: '#activity+pledge+code', names: 'pledges', unit: 'code', example: 'P1', meaning: 'The pledge, from the sheet pledges.' });
const recipient = must('recipient', cells.code, { hxl: '#org+recipient+code', names: 'recipients', unit: 'code', example: 'IT-lombardia', meaning: 'The recipient, from the sheet recipients.' });
const area = must('area', cells.code, { hxl: '#adm1+code', unit: 'ISO 3166', example: 'IT-25', meaning: 'The country or region.' });
const reported = occurs('reported_at', { hxl: '#date+reported', example: '2020-03-16T18:00:00Z', meaning: 'The hour at which it was so.' });

const claims = sheet('claims', ['claim.recorded'], 'What somebody said in public, at a time. Claims may contradict each other.', ['claim'], [
  must('claim', cells.code, { hxl: '#event+claim+code', unit: 'code', example: 'C1', meaning: 'Code of the claim.' }),
  occurs('said_at', { hxl: '#date+reported', example: '2020-03-11T10:00:00Z', meaning: 'When it was said.' }),
  must('author', cells.text, { hxl: '#org+author+name', unit: 'text', example: 'Foundation', meaning: 'Who said it.' }),
  must('channel', cells.text, { hxl: '#channel', unit: 'text', example: 'press release', meaning: 'Where it was said.' }),
  must('language', cells.code, { unit: 'ISO 639-1', example: 'fr', meaning: 'In which language.' }),
  may('link', cells.code, { hxl: '#meta+url', unit: 'link', example: 'https://example.org/release', meaning: 'Where it can be read.' }),
  may('snapshot', cells.code, { hxl: '#meta+snapshot+hash', unit: 'sha256', example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', meaning: 'The page as it was read: the hash of the evidence kept of it.' }),
  must('summary', cells.text, { hxl: '#description', unit: 'text', example: '1.8 million masks for Europe', meaning: 'What was said, in our words.' }),
  may('item', cells.code, { hxl: '#item+code', names: 'items', unit: 'code', example: 'surgical-mask', meaning: 'The item that it is about.' }),
  ...quantity(may, 'How much it speaks of; people, where it is about a count and names no item.', '#targeted+units'),
  may('scope', cells.code, { hxl: '#region+code', unit: 'ISO 3166', example: 'EUROPE', meaning: 'For which area.' }),
  may('pledge', cells.code, { hxl: '#activity+pledge+code', names: 'pledges', unit: 'code', example: 'P1', meaning: 'The pledge that it is about.' }),
  must('stance', cells.oneOf(ClaimRecorded.shape.stance.options), { unit: 'word', example: 'supports', meaning: 'What it does to the pledge: supports, contradicts or context.' }),
  may('about', cells.oneOf(ClaimSubject.options), { unit: 'word', example: 'total', meaning: 'What it tells: total (promised in all), arrival (one shipment has come), arrivals (all that has come so far), way (where or how goods go) or count (of people). Empty: its figure is held against no other.' }),
  may('consignment', cells.code, { hxl: '#delivery+code', names: 'consignments', unit: 'code', example: 'F1', meaning: 'The shipment that it tells of, where somebody matched it.' }),
  may('mode', cells.oneOf(Mode.options), { hxl: '#modality+transport', unit: 'word', example: 'air', meaning: 'How it says the goods go: road, rail, air or sea.' }),
  may('run', cells.text, { unit: 'text', example: 'CK217', meaning: 'The flight, train or truck that it names.' }),
  may('place', cells.code, { hxl: '#loc+code', names: 'places', unit: 'UN/LOCODE', example: 'BELGG', meaning: 'Where it says they come to, or pass through.' }),
  may('day', cells.date, { unit: 'date', example: '2020-03-13', meaning: 'The day on which it says that it happened or will.' }),
]);

const pledges = sheet('pledges', ['pledge.made'], 'What the operation accepts as promised. A pledge of several items has a row for each.', ['pledge', 'item'], [
  must('pledge', cells.code, { hxl: '#activity+pledge+code', unit: 'code', example: 'P1', meaning: 'Code of the pledge.' }),
  item,
  must('donor', cells.text, { hxl: '#org+donor+name', unit: 'text', example: 'Foundation', meaning: 'Who gives.' }),
  ...quantity(must, 'How much is promised; more than 0.', '#targeted+units'),
  must('scope', cells.code, { hxl: '#region+code', unit: 'ISO 3166', example: 'EUROPE', meaning: 'For which area.' }),
  occurs('made_at', { hxl: '#date+start', example: '2020-03-11T10:00:00Z', meaning: 'When it was promised.' }),
  may('due', cells.date, { hxl: '#date+end', unit: 'date', example: '2020-03-31', meaning: 'Last day by which it is due. Empty: none was named.' }),
  must('via_hub', cells.yesNo, { field: 'viaHub', unit: 'yes or no', example: 'yes', meaning: 'no where the goods never pass the hub of this operation.' }),
]);

const earmarks = sheet('earmarks', ['earmark.set'], 'Binds a part of a pledge to recipients. An earmark set again under the same code replaces the earlier one.', ['earmark', 'set_at'], [
  must('earmark', cells.code, { hxl: '#activity+earmark+code', unit: 'code', example: 'P1-IT', meaning: 'Code of the earmark.' }),
  pledge, item,
  ...quantity(must, 'How much is bound.', '#targeted+units'),
  may('areas', cells.codes, { hxl: '#adm1+code+list', unit: 'ISO 3166, list', example: 'IT FR', meaning: 'All recipients in these areas.' }),
  may('recipients', cells.codes, { hxl: '#org+recipient+code+list', unit: 'codes, list', example: 'IT-lombardia IT-veneto', meaning: 'These recipients.' }),
  occurs('set_at', { hxl: '#date+reported', example: '2020-03-12T08:00:00Z', meaning: 'When it was set.' }),
]);

const consignments = sheet('consignments', ['consignment.announced'], 'What one vehicle brings from a donor.', ['consignment'], [
  must('consignment', cells.code, { hxl: '#delivery+code', unit: 'code', example: 'F1', meaning: 'Code of the consignment.' }),
  must('mode', cells.oneOf(Mode.options), { hxl: '#modality+transport', unit: 'word', example: 'air', meaning: 'Mode of transport: road, rail, air or sea.' }),
  must('carrier', cells.text, { hxl: '#org+carrier+name', unit: 'text', example: 'Cargo Airline', meaning: 'Who carries it.' }),
  may('run', cells.text, { unit: 'text', example: 'CA123', meaning: 'Flight, train or truck number.' }),
  may('waybill', cells.text, { unit: 'text', example: '020-12345675', meaning: 'Master air waybill or its like.' }),
  may('aircraft', cells.text, { unit: 'text', example: 'B747-400F', meaning: 'Type of the vehicle.' }),
  may('payload_kg', cells.scaled(3), { hxl: '#capacity+kg', field: 'payload', unit: 'kg', example: '112000', meaning: 'What it can carry.' }),
  may('volume_m3', cells.scaled(6), { hxl: '#capacity+m3', field: 'volume', unit: 'm³', example: '700', meaning: 'What it can hold.' }),
  may('positions', cells.count, { hxl: '#capacity+pallets', unit: 'positions', example: '39', meaning: 'Pallet positions.' }),
  must('from', cells.code, { hxl: '#loc+origin+code', names: 'places', unit: 'UN/LOCODE', example: 'CNHGH', meaning: 'Place of departure.' }),
  must('to', cells.code, { hxl: '#loc+dest+code', names: 'places', unit: 'UN/LOCODE', example: 'BELGG', meaning: 'Place of arrival.' }),
  must('planned_departure', cells.instant, { hxl: '#date+departure', field: 'plannedDeparture', unit: 'instant', example: '2020-03-13T02:00:00Z', meaning: 'Planned departure.' }),
  must('planned_arrival', cells.instant, { hxl: '#date+arrival', field: 'plannedArrival', unit: 'instant', example: '2020-03-13T20:30:00Z', meaning: 'Planned arrival.' }),
  occurs('announced_at', { hxl: '#date+reported', example: '2020-03-12T08:00:00Z', meaning: 'When it was announced.' }),
]);

const lots = sheet('lots', ['lot.announced'], 'The lines of a consignment: one item, of one pledge.', ['lot'], [
  must('lot', cells.code, { hxl: '#item+lot+code', unit: 'code', example: 'F1-01', meaning: 'Code of the lot.' }),
  must('consignment', cells.code, { hxl: '#delivery+code', names: 'consignments', unit: 'code', example: 'F1', meaning: 'The consignment that brings it.' }),
  pledge,
  may('earmark', cells.code, { hxl: '#activity+earmark+code', names: 'earmarks', unit: 'code', example: 'P1-IT', meaning: 'The earmark that it draws on.' }),
  item,
  ...quantity(must, 'How much it is; more than 0.', '#item+quantity'),
  may('units_per_carton', cells.count, { field: 'unitsPerCarton', unit: 'units', example: '2500', meaning: "Where it differs from the item's." }),
  may('gross_kg', cells.scaled(3), { field: 'gross', unit: 'kg', example: '2300', meaning: 'Gross weight of the whole lot, as declared.' }),
  may('volume_m3', cells.scaled(6), { field: 'volume', unit: 'm³', example: '23.1', meaning: 'Volume of the whole lot, as declared.' }),
  may('batch', cells.text, { hxl: '#item+batch', unit: 'text', example: '20200301', meaning: "The maker's batch." }),
  may('expires', cells.date, { hxl: '#date+expiry', unit: 'date', example: '2023-03-01', meaning: 'Last day on which it may be used.' }),
  may('replaces', cells.code, { unit: 'fact id', example: '01900000-0000-7000-8000-000000000001', meaning: 'The fact of the loss that it makes good.' }),
  occurs('announced_at', { hxl: '#date+reported', example: '2020-03-12T08:00:00Z', meaning: 'When it was announced.' }),
]);

const needs = sheet('needs', ['need.reported'], 'What recipients ask for. Reported again for the same recipient, item and from, a need replaces what stood.', ['recipient', 'item', 'from', 'reported_at'], [
  recipient, item,
  ...quantity(must, 'Gross need.', '#inneed'),
  must('from', cells.instant, { hxl: '#date+start', unit: 'instant', example: '2020-03-16T00:00:00Z', meaning: 'From when on it is needed.' }),
  must('until', cells.instant, { hxl: '#date+end', unit: 'instant', example: '2020-03-23T00:00:00Z', meaning: 'Before when it is needed.' }),
  must('severity', cells.count, { hxl: '#severity', unit: '1–5', example: '4', meaning: '1 (can wait) to 5 (people die of it).' }),
  reported,
]);

const stock = sheet('stock', ['stock.reported'], 'What recipients have at hand.', ['recipient', 'item', 'reported_at'], [recipient, item, ...quantity(must, 'What is at hand.', '#capacity+stock'), reported]);

const census = sheet('census', ['census.reported'], 'People whom goods are used for: patients in hospital, and others where they were counted.', ['area', 'reported_at', 'recipient'], [
  area,
  may('recipient', cells.code, { hxl: '#org+recipient+code', names: 'recipients', unit: 'code', example: 'IT-papa-giovanni', meaning: 'The hospital whose own census it is, from the sheet recipients; the area’s census holds it as well. Empty: of the whole area.' }),
  must('wards', cells.count, { hxl: '#affected+hospitalised+wards', unit: 'patients', example: '6953', meaning: 'Patients on wards.' }),
  must('intensive_care', cells.count, { hxl: '#affected+hospitalised+icu', field: 'intensiveCare', unit: 'patients', example: '823', meaning: 'Patients in intensive care.' }),
  may('isolation', cells.count, { hxl: '#affected+isolated', unit: 'people', example: '11025', meaning: 'People isolated elsewhere, at home or in a hotel. Empty: not counted.' }),
  may('health_workers', cells.count, { hxl: '#affected+healthworkers', field: 'healthWorkers', unit: 'people', example: '4000', meaning: 'Health workers on duty that day who do not work at the beds that are counted. Empty: not counted.' }),
  may('screened_per_day', cells.count, { hxl: '#reached+screened', field: 'screenedPerDay', unit: 'people a day', example: '12000', meaning: 'People screened that day. Empty: not counted.' }),
  reported,
]);

const counts = sheet('counts', ['count.reported'], 'Cumulative confirmed cases and deaths. Two sources may differ at the same hour.', ['area', 'reported_at', 'source'], [
  area,
  must('cases', cells.count, { hxl: '#affected+confirmed+cumulative', unit: 'people', example: '14649', meaning: 'Confirmed cases so far.' }),
  may('deaths', cells.count, { hxl: '#affected+killed+cumulative', unit: 'people', example: '1420', meaning: 'Deaths so far.' }),
  reported,
]);

export const PROMISE_SHEETS = [claims, pledges, earmarks, consignments, lots, needs, stock, census, counts];

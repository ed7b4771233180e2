// The sheets of what stands before the goods move: sources, items, places, recipients, services and their departures,
// charters, and the rules of borders.

import { ItemClass, Temperature } from '../../../domain/catalogue.ts';
import { Mode, PlaceRole, Rule } from '../../../domain/places.ts';
import * as cells from '../cells.ts';
import { may, mayOccur, must, occurs, sheet } from '../sheet.ts';

const kilograms = cells.scaled(3);
const cubicMetres = cells.scaled(6);

/** What a departure or charter holds for the operation; a figure left empty does not bind. */
const allotment = [
  may('pallets', cells.count, { hxl: '#capacity+pallets', field: 'allotment.positions', unit: 'EUR pallet places', example: '22', meaning: 'Pallet places held for the operation. Empty: does not bind.' }),
  may('kg', kilograms, { hxl: '#capacity+kg', field: 'allotment.grams', unit: 'kg', example: '18000', meaning: 'Gross weight held for the operation. Empty: does not bind.' }),
  may('m3', cubicMetres, { hxl: '#capacity+m3', field: 'allotment.volume', unit: 'm³', example: '60', meaning: 'Volume held for the operation. Empty: does not bind.' }),
];
const mode = must('mode', cells.oneOf(Mode.options), { hxl: '#modality+transport', unit: 'word', example: 'road', meaning: 'Mode of transport: road, rail, air or sea.' });
const from = must('from', cells.code, { hxl: '#loc+origin+code', names: 'places', unit: 'UN/LOCODE', example: 'BELGG', meaning: 'Place of departure.' });
const to = must('to', cells.code, { hxl: '#loc+dest+code', names: 'places', unit: 'UN/LOCODE', example: 'ITMIL', meaning: 'Place of arrival.' });
const carrier = must('carrier', cells.text, { hxl: '#org+carrier+name', unit: 'text', example: 'Hauler AB', meaning: 'Who carries the goods.' });
const co2 = must('co2_g_per_kg', cells.scaled(3), { field: 'co2', unit: 'g/kg', example: '62.5', meaning: 'CO₂ for each kilogram carried.' });
const keeps = may('keeps', cells.someOf(Temperature.options), { unit: 'words', example: 'ambient cool', meaning: 'Temperature classes that the vehicle keeps. Empty: ambient only.' });
const departsLocal = must('departs', cells.localTime, { hxl: '#date+departure+local', unit: 'local time', example: '2020-03-14T06:30', meaning: 'Departure by the clock of the place of departure.' });
const arrivesLocal = must('arrives', cells.localTime, { hxl: '#date+arrival+local', unit: 'local time', example: '2020-03-14T18:00', meaning: 'Arrival by the clock of the place of arrival.' });

const sources = sheet('sources', ['source.recorded'], 'Where the figures come from. An assumption has a row too.', ['id'], [
  must('id', cells.code, { hxl: '#meta+source+code', unit: 'code', example: 'communique-2020-03-13', meaning: 'Name of the source, as other sheets write it in source.' }),
  must('title', cells.text, { hxl: '#meta+source+title', unit: 'text', example: 'First flight has landed', meaning: 'Title of the report, communiqué or regulation.' }),
  may('publisher', cells.text, { hxl: '#org+publisher+name', unit: 'text', example: 'Ministry of Health', meaning: 'Who published it.' }),
  may('link', cells.code, { hxl: '#meta+source+url', unit: 'link', example: 'https://example.org/first-flight', meaning: 'Where it can be read.' }),
  may('published', cells.text, { hxl: '#date+published', unit: 'text', example: '2020-03-13', meaning: 'When it was published, as the source says it.' }),
  may('licence', cells.text, { hxl: '#meta+license', unit: 'text', example: 'CC BY 4.0', meaning: 'Under which licence it may be used.' }),
]);

const items = sheet('items', ['item.registered'], 'What is carried: packaging, size, weight, shelf life, and what is plausible for it.', ['item'], [
  must('item', cells.code, { hxl: '#item+code', unit: 'code', example: 'surgical-mask', meaning: 'Code of the item.' }),
  must('name', cells.text, { hxl: '#item+name', unit: 'text', example: 'Surgical mask, type IIR', meaning: 'What people call it.' }),
  must('class', cells.oneOf(ItemClass.options), { hxl: '#item+type', unit: 'word', example: 'ppe', meaning: 'Which border rules it falls under: ppe, diagnostic, device, medicine or other.' }),
  may('units_per_box', cells.count, { field: 'unitsPerBox', unit: 'units', example: '50', meaning: 'Units in an inner box. Empty: there is no inner box.' }),
  must('units_per_carton', cells.count, { field: 'unitsPerCarton', unit: 'units', example: '2000', meaning: 'Units in a carton.' }),
  must('cartons_per_pallet', cells.count, { field: 'cartonsPerPallet', unit: 'cartons', example: '28', meaning: 'Cartons on one EUR pallet.' }),
  must('length_cm', cells.scaled(1), { field: 'lengthMm', unit: 'cm', example: '60', meaning: 'Outer length of a carton.' }),
  must('width_cm', cells.scaled(1), { field: 'widthMm', unit: 'cm', example: '40', meaning: 'Outer width of a carton.' }),
  must('height_cm', cells.scaled(1), { field: 'heightMm', unit: 'cm', example: '38.5', meaning: 'Outer height of a carton.' }),
  must('carton_kg', kilograms, { field: 'cartonGrams', unit: 'kg', example: '9.2', meaning: 'Gross weight of a carton.' }),
  must('carton_kg_min', kilograms, { field: 'leastCartonGrams', unit: 'kg', example: '6', meaning: 'Least gross weight that is plausible for a carton.' }),
  must('carton_kg_max', kilograms, { field: 'mostCartonGrams', unit: 'kg', example: '14', meaning: 'Greatest gross weight that is plausible for a carton.' }),
  must('units_per_carton_min', cells.count, { field: 'leastUnitsPerCarton', unit: 'units', example: '1000', meaning: 'Fewest units that are plausible in a carton.' }),
  must('units_per_carton_max', cells.count, { field: 'mostUnitsPerCarton', unit: 'units', example: '4000', meaning: 'Most units that are plausible in a carton.' }),
  may('shelf_life_days', cells.count, { field: 'shelfLifeDays', unit: 'days', example: '1095', meaning: 'How long it keeps. Empty: no limit.' }),
  must('temperature', cells.oneOf(Temperature.options), { unit: 'word', example: 'ambient', meaning: 'What it must be kept at: ambient, cool or frozen.' }),
  must('worth_eur', cells.scaled(2), { hxl: '#value+eur', field: 'worthCents', unit: '€', example: '0.5', meaning: 'What one missing unit weighs in the objective at severity weight 1.' }),
  may('cn_code', cells.code, { hxl: '#item+code+cn', field: 'cnCode', unit: 'CN code', example: '63079098', meaning: 'Combined Nomenclature, eight digits: for customs papers. Empty: the papers leave room for it.' }),
  may('value_eur', cells.scaled(2), { hxl: '#value+customs+eur', field: 'valueCents', unit: '€', example: '0.05', meaning: 'Value of one unit for customs; nothing is paid. Empty: the papers leave room for it.' }),
]);

const places = sheet('places', ['place.registered'], 'Where goods are loaded, changed, kept or handed over.', ['place'], [
  must('place', cells.code, { hxl: '#loc+code+unlocode', unit: 'UN/LOCODE', example: 'BELGG', meaning: 'UN/LOCODE without the space.' }),
  may('iata', cells.code, { hxl: '#loc+code+iata', unit: 'IATA code', example: 'LGG', meaning: 'Airport code, where there is one.' }),
  must('name', cells.text, { hxl: '#loc+name', unit: 'text', example: 'Liège Airport', meaning: 'What people call it.' }),
  must('area', cells.code, { hxl: '#adm1+code', unit: 'ISO 3166', example: 'BE', meaning: 'Country (BE) or region (IT-25) in which it lies.' }),
  must('latitude', cells.decimal, { hxl: '#geo+lat', unit: '°', example: '50.637', meaning: 'Latitude, north positive.' }),
  must('longitude', cells.decimal, { hxl: '#geo+lon', unit: '°', example: '5.443', meaning: 'Longitude, east positive.' }),
  must('zone', cells.code, { unit: 'IANA zone', example: 'Europe/Brussels', meaning: 'Time zone of its clocks.' }),
  must('role', cells.oneOf(PlaceRole.options), { hxl: '#loc+type', unit: 'word', example: 'hub', meaning: 'What it is to the operation: origin, hub, gateway or door.' }),
  may('opens', cells.timeOfDay, { unit: 'local time', example: '06:00', meaning: 'When it begins to take goods in and give them out. Both empty: always open.' }),
  may('closes', cells.timeOfDay, { unit: 'local time', example: '22:00', meaning: 'When it ceases to.' }),
  may('pallets_per_hour', cells.count, { field: 'palletsPerHour', unit: 'pallets/h', example: '40', meaning: 'Pallets in and out that it handles in an open hour. Empty: does not bind.' }),
  must('dwell_minutes', cells.count, { field: 'dwellMinutes', unit: 'min', example: '240', meaning: "From the vehicle's arrival until the goods can go on or are handed over." }),
  must('change_minutes', cells.count, { field: 'changeMinutes', unit: 'min', example: '120', meaning: 'Further time where the mode of transport changes.' }),
  may('docks', cells.count, { unit: 'docks', example: '12', meaning: 'Loading docks.' }),
  may('floor_m2', cells.count, { field: 'floorM2', unit: 'm²', example: '5000', meaning: 'Floor that the operation may use.' }),
]);

const recipients = sheet('recipients', ['recipient.registered'], 'Who gets the goods.', ['recipient'], [
  must('recipient', cells.code, { hxl: '#org+recipient+code', unit: 'code', example: 'IT-lombardia', meaning: 'Code of the recipient.' }),
  must('name', cells.text, { hxl: '#org+recipient+name', unit: 'text', example: 'Regione Lombardia', meaning: 'What people call it.' }),
  must('area', cells.code, { hxl: '#adm1+code', unit: 'ISO 3166', example: 'IT-25', meaning: 'Country or region that it serves.' }),
  must('place', cells.code, { hxl: '#loc+code+unlocode', names: 'places', unit: 'UN/LOCODE', example: 'ITMIL', meaning: 'Where it takes the goods over.' }),
  may('address', cells.text, { hxl: '#contact+address', unit: 'text', example: 'Via Vitorchiano 4, 00189 Roma', meaning: 'Postal address of the organisation: for consignment notes and customs. Empty: the papers leave room for it.' }),
  may('eori', cells.code, { hxl: '#org+code+eori', unit: 'EORI number', example: 'IT12345678901', meaning: 'Its number with the customs of the Union. Empty: the papers leave room for it.' }),
]);

const services = sheet('services', ['service.registered'], 'Ways that run by a timetable.', ['service'], [
  must('service', cells.code, { hxl: '#service+code', unit: 'code', example: 'LGG-MIL-road', meaning: 'Code of the service.' }),
  mode, carrier, from, to,
  must('days', cells.code, { unit: 'ISO weekdays', example: '135', meaning: 'Days of departure, 1 = Monday to 7 = Sunday, each once.' }),
  must('departs', cells.timeOfDay, { hxl: '#date+departure+time', unit: 'local time', example: '06:30', meaning: 'Departure by the clock of the place of departure.' }),
  must('arrives', cells.timeOfDay, { hxl: '#date+arrival+time', unit: 'local time', example: '18:00', meaning: 'Arrival by the clock of the place of arrival.' }),
  must('arrives_after_days', cells.count, { field: 'arrivesAfterDays', unit: 'days', example: '0', meaning: 'Calendar days from departure to arrival.' }),
  ...allotment,
  must('eur_per_kg', cells.scaled(6), { hxl: '#value+eur+per_kg', field: 'rate', unit: '€/kg', example: '0.0834', meaning: 'Price for each chargeable kilogram.' }),
  must('eur_per_lift', cells.scaled(2), { hxl: '#value+eur+per_lift', field: 'liftCents', unit: '€/pallet', example: '35', meaning: 'Price for each pallet place used: lifts, handling.' }),
  co2, keeps,
]);

const departures = sheet('departures', ['departure.scheduled'], 'Dated runs of services.', ['departure'], [
  must('departure', cells.code, { hxl: '#event+code', unit: 'code', example: 'LGG-MIL-0314', meaning: 'Code of the run.' }),
  must('service', cells.code, { hxl: '#service+code', names: 'services', unit: 'code', example: 'LGG-MIL-road', meaning: 'The service that it is a run of.' }),
  departsLocal, arrivesLocal,
  ...allotment.map((it) => ({ ...it, meaning: `${it.meaning.replace(/ Empty.*/, '')} All three empty: as the service has it.` })),
  mayOccur('known_at', { example: '2020-03-12T09:00:00Z', meaning: 'From when on it is known. Empty: from the opening of the operation.' }),
]);

const charters = sheet('charters', ['charter.offered'], 'Vehicles that can be had whole for a fixed price, and run only if a plan opens them.', ['charter'], [
  must('charter', cells.code, { hxl: '#service+charter+code', unit: 'code', example: 'CH-MXP', meaning: 'Code of the charter; its copies are CH-MXP-1, CH-MXP-2 …' }),
  mode, carrier, from, to, departsLocal, arrivesLocal, ...allotment,
  must('fixed_eur', cells.scaled(2), { hxl: '#value+eur', field: 'fixedCents', unit: '€', example: '48000', meaning: 'Price of one copy, however full.' }),
  must('count', cells.count, { hxl: '#capacity+vehicles', unit: 'vehicles', example: '1', meaning: 'How many copies can be opened.' }),
  co2, keeps,
  mayOccur('known_at', { example: '2020-03-14T12:00:00Z', meaning: 'From when on it is offered. Empty: from the opening of the operation.' }),
]);

const rules = sheet('rules', ['rule.set'], 'What a border asks of goods on a date. A rule set again under the same code replaces the earlier one.', ['rule', 'set_at'], [
  must('rule', cells.code, { hxl: '#access+rule+code', unit: 'code', example: 'EU-2020-402', meaning: 'Code of the rule.' }),
  must('classes', cells.someOf(ItemClass.options), { hxl: '#item+type+list', unit: 'words', example: 'ppe device', meaning: 'Classes of items that it is about.' }),
  must('from_area', cells.code, { hxl: '#adm1+origin+code', field: 'fromArea', unit: 'ISO 3166', example: 'EU', meaning: 'Area that the goods leave: a country, a region, or EU, EFTA, EUROPE.' }),
  must('to_area', cells.code, { hxl: '#adm1+dest+code', field: 'toArea', unit: 'ISO 3166', example: 'CH', meaning: 'Area that they enter.' }),
  must('valid_from', cells.date, { hxl: '#date+start', field: 'validFrom', unit: 'date', example: '2020-03-15', meaning: 'First day on which it holds.' }),
  may('valid_until', cells.date, { hxl: '#date+end', field: 'validUntil', unit: 'date', example: '2020-03-20', meaning: 'Last day on which it holds. Empty: no end.' }),
  must('effect', cells.oneOf(Rule.shape.effect.options), { hxl: '#access+type', unit: 'word', example: 'paper', meaning: 'closed, or paper: it opens to a paper.' }),
  may('paper', cells.code, { hxl: '#access+paper+code', unit: 'code', example: 'export-authorisation', meaning: 'The paper that opens it.' }),
  occurs('set_at', { hxl: '#date+reported', example: '2020-03-15T00:00:00Z', meaning: 'When the rule was set.' }),
]);

export const NETWORK_SHEETS = [sources, items, places, recipients, services, departures, charters, rules];

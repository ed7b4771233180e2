// Activities → an IATI file, version 2.03. Elements stand in the order in which the schema has them. The same activities give the
// same bytes. test/scenarios/iati.test.ts holds what is written against the published schema, codelists and ruleset.

import { invariant } from '../../domain/result.ts';
import { escapedAttribute, escapedText, fitted } from '../xml.ts';
import type { Activity, Destination, Indicator, Measured, Organisation, Outputs, Transaction } from './activity.ts';

/** DisbursementChannel: aid in kind, the donors managing their funds themselves. */
const IN_KIND = '4';
/** FinanceType: standard grant. A gift is owed nothing for. */
const GRANT = '110';
/**
 * By vocabulary. AidType of the OECD DAC: project-type interventions, where it counts commodities. EarmarkingCategory: tightly
 * earmarked, where the Grand Bargain counts every gift in kind (its modality K).
 */
const AID = [{ vocabulary: '1', code: 'C01' }, { vocabulary: '2', code: '4' }] as const;
/** Sector of the OECD DAC: material relief assistance and services. */
export const MATERIAL_RELIEF = '72010';
/** BudgetNotProvided: rapid onset emergency. */
const NO_BUDGET = '3';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | null>>;
  readonly content: string | readonly (Element | null)[];
}

const element = (name: string, attributes: Element['attributes'] = {}, content: Element['content'] = []): Element => ({ name, attributes, content });
const coded = (name: string, code: string): Element => element(name, { code });
const told = (name: string, text: string, attributes: Element['attributes'] = {}): Element => element(name, attributes, [narrative(text)]);
const narrative = (text: string): Element => element('narrative', {}, text);

export function writeActivities(activities: readonly Activity[]): string {
  const [first] = activities;
  invariant(first !== undefined, 'a file has at least one activity');
  const newest = activities.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), first.updatedAt);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(element('iati-activities', { version: '2.03', 'generated-datetime': newest }, activities.map(activityElement)), '')}`;
}

function written({ name, attributes, content }: Element, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${escapedAttribute(fitted(String(value)))}"`)).join('');
  if (typeof content === 'string') return `${indent}<${name}${pairs}>${escapedText(fitted(content))}</${name}>\n`;
  const inner = content.map((child) => (child === null ? '' : written(child, `${indent}  `))).join('');
  return inner === '' ? `${indent}<${name}${pairs}/>\n` : `${indent}<${name}${pairs}>\n${inner}${indent}</${name}>\n`;
}

function activityElement(it: Activity): Element {
  return element('iati-activity', { 'xml:lang': 'en', 'default-currency': 'EUR', 'last-updated-datetime': it.updatedAt, humanitarian: 1, hierarchy: 1, 'budget-not-provided': NO_BUDGET }, [
    element('iati-identifier', {}, it.identifier),
    // OrganisationType 90, other: what kind of house the publisher is, nobody has told.
    told('reporting-org', it.reporting.name, { ref: it.reporting.ref, type: '90' }),
    told('title', it.title),
    told('description', it.description, { type: '1' }),
    it.remarks.length === 0 ? null : told('description', it.remarks.join(' '), { type: '4' }),
    ...it.participating.map((org) => organisation('participating-org', org, { role: org.role })),
    coded('activity-status', it.status),
    ...it.dates.map(({ type, on }) => element('activity-date', { type, 'iso-date': on })),
    coded('activity-scope', it.scope),
    it.destination === null ? null : destination(it.destination),
    it.location === null ? null : element('location', { ref: it.location.ref }, [
      coded('location-reach', '1'),
      told('name', it.location.name),
      element('point', { srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326' }, [element('pos', {}, `${it.location.latitude} ${it.location.longitude}`)]),
      coded('exactness', '1'),
    ]),
    element('sector', { vocabulary: '1', code: MATERIAL_RELIEF }),
    it.emergency === null ? null : element('humanitarian-scope', { type: '1', vocabulary: '1-2', code: it.emergency.glide }, [it.emergency.name === null ? null : narrative(it.emergency.name)]),
    ...it.transactions.map(transaction),
    it.outputs === null ? null : result(it.outputs),
  ]);
}

const organisation = (name: string, { ref, name: text }: Organisation, attributes: Element['attributes'] = {}): Element => told(name, text, { ref, ...attributes });

const destination = (it: Destination): Element =>
  'country' in it ? coded('recipient-country', it.country) : element('recipient-region', { vocabulary: it.vocabulary, code: it.region }, [narrative(it.name)]);

const transaction = (it: Transaction): Element =>
  element('transaction', { ref: it.ref, humanitarian: 1 }, [
    coded('transaction-type', it.type),
    element('transaction-date', { 'iso-date': it.date }),
    element('value', { 'value-date': it.date }, decimal(it.cents)),
    told('description', it.description),
    organisation('provider-org', it.provider),
    organisation('receiver-org', it.receiver),
    coded('disbursement-channel', IN_KIND),
    destination(it.destination),
    coded('flow-type', it.flowType),
    coded('finance-type', GRANT),
    ...AID.map((aid) => element('aid-type', aid)),
  ]);

/** Hundredths → `-1234.50`. */
export function decimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const result = ({ title, description, baseline, period, indicators }: Outputs): Element =>
  element('result', { type: '1', 'aggregation-status': 0 }, [told('title', title), told('description', description), ...indicators.map((it) => indicator(it, baseline, period))]);

const indicator = ({ title, description, targets, actuals }: Indicator, baseline: Outputs['baseline'], { start, end }: Outputs['period']): Element =>
  element('indicator', { measure: '1', ascending: 1, 'aggregation-status': 1 }, [
    told('title', title),
    told('description', description),
    element('baseline', { 'iso-date': baseline, year: baseline.slice(0, 4), value: 0 }),
    element('period', {}, [
      element('period-start', { 'iso-date': start }),
      element('period-end', { 'iso-date': end }),
      ...targets.map((it) => measured('target', it)),
      ...actuals.map((it) => measured('actual', it)),
    ]),
  ]);

const measured = (name: string, it: Measured): Element => element(name, { value: it.units }, [it.destination === null ? null : element('dimension', { name: 'destination', value: it.destination })]);

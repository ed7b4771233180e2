// What is published to IATI is valid by the published schema, codelists and ruleset of version 2.03, for the reference operation at five
// instants and for operations that try to break it; and it says what the ledger says.

import { describe, expect, test } from 'vitest';
import { FLOW_TYPES } from '../../src/domain/operation.ts';
import { partition } from '../../src/ledger/partition.ts';
import { codesOf, hasStandard, hasXmllint, sayWhatIsMissing, schemaProblems, standardRuleset } from '../support/iati.ts';
import { ODD_NAME, PUBLISHED, situationOf, textOfFile, type Published } from '../support/iati-journals.ts';
import { judge } from '../support/ruleset.ts';
import { nodesAt, parseXml, textsAt } from '../support/xml.ts';

sayWhatIsMissing('IATI files beside the published standard');
const files = PUBLISHED.map((it) => ({ ...it, xml: textOfFile(it, 'iati.xml') }));
const NOW = '2026-01-01T00:00:00Z';

describe.skipIf(!hasStandard || !hasXmllint)('the schema', () => {
  test.each(files)('$name: xmllint finds it valid', ({ xml }) => expect(schemaProblems(xml)).toBe(''));

  test('refuses elements in another order: the check can fail', () => {
    const [file] = files;
    expect(schemaProblems(file?.xml.replace(/(<activity-status[^>]*>)(\s*)(<activity-date[^>]*>)/, '$3$2$1') ?? '')).toContain('activity-date');
  });
});

/** Where a code stands → the codelist that it is of. */
const CODED: readonly (readonly [path: string, codelist: string])[] = [
  ['/iati-activities/@version', 'Version'],
  ['//@xml:lang', 'Language'],
  ['//iati-activity/@default-currency', 'Currency'],
  ['//iati-activity/@budget-not-provided', 'BudgetNotProvided'],
  ['//reporting-org/@type', 'OrganisationType'],
  ['//participating-org/@role', 'OrganisationRole'],
  ['//iati-activity/description/@type', 'DescriptionType'],
  ['//activity-status/@code', 'ActivityStatus'],
  ['//activity-date/@type', 'ActivityDateType'],
  ['//activity-scope/@code', 'ActivityScope'],
  ['//recipient-country/@code', 'Country'],
  ['//recipient-region/@vocabulary', 'RegionVocabulary'],
  ["//recipient-region[@vocabulary = '1']/@code", 'Region'],
  ['//location-reach/@code', 'GeographicLocationReach'],
  ['//exactness/@code', 'GeographicExactness'],
  ['//sector/@vocabulary', 'SectorVocabulary'],
  ["//sector[@vocabulary = '1']/@code", 'Sector'],
  ['//humanitarian-scope/@type', 'HumanitarianScopeType'],
  ['//humanitarian-scope/@vocabulary', 'HumanitarianScopeVocabulary'],
  ['//transaction-type/@code', 'TransactionType'],
  ['//disbursement-channel/@code', 'DisbursementChannel'],
  ['//flow-type/@code', 'FlowType'],
  ['//finance-type/@code', 'FinanceType'],
  ['//aid-type/@vocabulary', 'AidTypeVocabulary'],
  ["//aid-type[@vocabulary = '1']/@code", 'AidType'],
  ["//aid-type[@vocabulary = '2']/@code", 'EarmarkingCategory'],
  ['//result/@type', 'ResultType'],
  ['//indicator/@measure', 'IndicatorMeasure'],
];
/** Attributes that hold no code: dates, numbers, names of our own, and what the schema itself limits. */
const FREE = ["//@iso-date | //@value-date | //@generated-datetime | //@last-updated-datetime | //@value | //@year | //@humanitarian | //@hierarchy | //@ascending | //@aggregation-status", '//@ref', '//dimension/@name', '//point/@srsName', '//humanitarian-scope/@code', "//recipient-region[@vocabulary = '99']/@code"];

describe.skipIf(!hasStandard)('the codelists', () => {
  test.each(files)('$name: every code is on its list, and not withdrawn', ({ xml }) => {
    const document = parseXml(xml);
    for (const [path, codelist] of CODED) expect(textsAt(path, document).filter((code) => !codesOf(codelist).includes(code)), `${path} in ${codelist}`).toEqual([]);
  });

  test.each(files)('$name: no attribute with a code is left out of the comparison', ({ xml }) => {
    const document = parseXml(xml);
    const seen = new Set([...CODED.map(([path]) => path), ...FREE].flatMap((path) => nodesAt(path, document)));
    expect(nodesAt('//@*', document).filter((it) => !seen.has(it)).map(({ nodeName, nodeValue }) => `${nodeName}=${nodeValue ?? ''}`)).toEqual([]);
  });

  test('every list is met by at least one file', () => {
    const documents = files.map(({ xml }) => parseXml(xml));
    expect(CODED.filter(([path]) => documents.every((it) => textsAt(path, it).length === 0))).toEqual([]);
  });

  test('publishers begin with an agency, and a flow type that can be set is on its list', () => {
    for (const { xml } of files) expect(codesOf('OrganisationRegistrationAgency').some((agency) => textsAt('//reporting-org/@ref', parseXml(xml))[0]?.startsWith(`${agency}-`))).toBe(true);
    expect(FLOW_TYPES.filter((code) => !codesOf('FlowType').includes(code))).toEqual([]);
  });
});

describe.skipIf(!hasStandard)('the ruleset', () => {
  const ruleset = hasStandard ? standardRuleset() : {};
  const terms = { now: NOW, agencies: hasStandard ? codesOf('OrganisationRegistrationAgency') : [] };
  const judged = hasStandard ? files.map(({ name, xml }) => ({ name, outcomes: judge(ruleset, parseXml(xml), terms) })) : [];
  const [first = { outcomes: [] }] = judged;
  const rules = first.outcomes.map(({ id, rule, context, message }, at) => ({ at, title: `${id} ${rule} at ${context}: ${message}` }));

  test('is the whole of it', () => expect(rules).toHaveLength(107));

  test.each(rules)('$title', ({ at }) => {
    expect(judged.flatMap(({ name, outcomes }) => ((outcomes[at]?.failed ?? 1) > 0 ? [name] : []))).toEqual([]);
  });

  test('has something to look at in these files, for all that they can be wrong in', () => {
    const looked = new Set(judged.flatMap(({ outcomes }) => outcomes.filter((it) => it.looked > 0).map(({ id }) => id)));
    for (const id of ['1.1.3', '1.1.21', '1.14.8', '6.11.1', '6.2.2', '4.1.1', '7.8.1', '11.1.1', '11.1.2', '11.2.1', '11.2.2', '1.3.13', '3.6.2', '3.7.1', '3.7.2', '107.2.2', '6.9.1', '6.9.2', '6.10.1', '8.6.1', '8.8.1', '8.9.1', '8.10.1', '4.3.1', '4.4.1']) expect(looked, id).toContain(id);
  });
});

/** Sums of a kind of transaction by what its description names: units are worth cents, and each item one value. */
const centsOf = (xml: string, type: string): bigint => textsAt(`//transaction[transaction-type/@code = '${type}']/value`, parseXml(xml)).reduce((sum, value) => sum + BigInt(value.replace('.', '')), 0n);

describe('the file and the ledger', () => {
  test.each(files)('$name: what was promised, landed and delivered is worth the same in both', (it) => {
    const now = situationOf(it);
    const worth = (figure: 'promised' | 'everLanded' | 'everDelivered'): bigint => partition(now.ledger).reduce((sum, row) => sum + BigInt(row[figure]) * BigInt(now.known.items.get(row.item as never)?.valueCents ?? 0), 0n);
    expect(centsOf(it.xml, '13')).toBe(worth('promised'));
    expect(centsOf(it.xml, '1')).toBe(worth('everLanded'));
    expect(centsOf(it.xml, '3')).toBe(worth('everDelivered'));
  });

  test.each(files)('$name: the indicators are the ledger’s sums, and their parts add up', (it) => {
    const now = situationOf(it);
    const document = parseXml(it.xml);
    const read = textsAt('//indicator/title/narrative', document).map((title, at) => ({ title, of: nodesAt('//indicator', document)[at] }));
    const items = Map.groupBy(partition(now.ledger), ({ item }) => item);
    expect(read).toHaveLength(2 * items.size);
    for (const [item, rows] of items) {
      const sum = (figure: 'promised' | 'everLanded' | 'everDelivered'): string => String(rows.reduce((all, row) => all + row[figure], 0));
      const own = read.filter(({ of }) => of !== undefined && textsAt('description/narrative', of)[0]?.includes(` item ${item}.`));
      expect(own.map(({ of }) => (of === undefined ? [] : textsAt('period/target[not(dimension)]/@value | period/actual[not(dimension)]/@value', of)))).toEqual([[sum('promised'), sum('everLanded')], [sum('promised'), sum('everDelivered')]]);
      for (const { of } of own)
        for (const kind of ['target', 'actual']) {
          const parts = of === undefined ? [] : textsAt(`period/${kind}[dimension]/@value`, of);
          if (parts.length > 0) expect(String(parts.reduce((all, part) => all + Number(part), 0))).toBe(of === undefined ? '' : textsAt(`period/${kind}[not(dimension)]/@value`, of)[0]);
        }
    }
  });

  test('no two transactions have one reference', () => {
    for (const { xml } of files) { const refs = textsAt('//transaction/@ref', parseXml(xml)); expect(new Set(refs).size).toBe(refs.length); }
  });

  test('the reference operation on 16 March: Japan has its million masks, Italy none yet', () => {
    const document = parseXml(files.find(({ name }) => name.endsWith('2020-03-16'))?.xml ?? '');
    const actual = (to: string): string[] => textsAt(`//indicator[title/narrative = 'Surgical mask: delivered to receivers']/period/actual[dimension/@value = '${to}']/@value`, document);
    expect([actual('JP'), actual('IR'), actual('IT')]).toEqual([['1000000'], ['1000000'], []]);
    expect(textsAt("//indicator[title/narrative = 'Surgical mask: landed']/period/target[not(dimension)]/@value", document)).toEqual(['7600000']);
  });
});

describe('names', () => {
  const find = (name: string): Published & { readonly xml: string } => { const it = files.find((file) => file.name === name); if (it === undefined) throw new Error(name); return it; };
  const odd = parseXml(find('odd names, a withdrawn promise, a late fact').xml);

  test('with marks and signs come out as they went in; what XML cannot hold is shown as such', () => {
    expect(textsAt('//iati-activity/title/narrative', odd)).toEqual([`${ODD_NAME.trim().replaceAll('\u0001', '\ufffd').replaceAll('\ud800', '\ufffd')}: Flood & <storm>`]);
    expect(textsAt("//participating-org[@role = '1']/narrative", odd)).toContain('Ärzte & Söhne <script>alert("1")</script>');
    expect(textsAt("//transaction[transaction-type/@code = '3']/receiver-org/narrative", odd)).toEqual(['Italy <Ministero> & "co"']);
  });

  test('a withdrawn promise is taken back to nothing', () => {
    expect(textsAt("//transaction[contains(description/narrative, 'pledge P3')]/value", odd)).toEqual(['35.00', '-35.00']);
  });

  test('a corrected delivery is one disbursement, under the reference that it had', () => {
    const wrong = textsAt("//transaction[transaction-type/@code = '3']/@ref | //transaction[transaction-type/@code = '3']/value", odd);
    const right = textsAt("//transaction[transaction-type/@code = '3']/@ref | //transaction[transaction-type/@code = '3']/value", parseXml(find('the same with a delivery corrected').xml));
    expect(wrong[1]).toBe('27.30');
    expect(right).toEqual([wrong[0], '28.35']);
  });

  test('an item without a value is in the results, and the file says so', () => {
    expect(textsAt("//transaction[contains(description/narrative, 'Kit')]", odd)).toEqual([]);
    expect(textsAt("//indicator[title/narrative = 'Kit & tube: landed']/period/actual/@value", odd)).toEqual(['40']);
    expect(textsAt("//description[@type = '4']/narrative", odd)[0]).toContain('Kit & tube has no value on record: 3 flows of it are in the results');
  });

  test('an operation that names no emergency says so', () => {
    expect(textsAt("//description[@type = '4']/narrative", parseXml(find('nothing yet').xml))).toEqual(['The operation names no GLIDE number, so the file names no emergency.']);
  });

  test('the status follows what has happened', () => {
    expect(files.map(({ xml }) => textsAt('//activity-status/@code', parseXml(xml))[0])).toEqual(['2', '2', '2', '2', '2', '2', '2', '1', '5', '1']);
  });
});

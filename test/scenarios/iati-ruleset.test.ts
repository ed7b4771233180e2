// The evaluator of the ruleset, itself tried: a valid file is broken on purpose, in one place at a time, and just the rules fire that
// speak of it.

import { describe, expect, test } from 'vitest';
import { codesOf, hasStandard, sayWhatIsMissing, standardRuleset } from '../support/iati.ts';
import { PUBLISHED, textOfFile } from '../support/iati-journals.ts';
import { judge, type Outcome } from '../support/ruleset.ts';
import { parseXml } from '../support/xml.ts';

const [published] = PUBLISHED;
const valid = published === undefined ? '' : textOfFile(published, 'iati.xml');
const judged = (xml: string): Outcome[] => judge(standardRuleset(), parseXml(xml), { now: '2026-01-01T00:00:00Z', agencies: codesOf('OrganisationRegistrationAgency') });
const firing = (xml: string): string[] => [...new Set(judged(xml).filter(({ failed }) => failed > 0).map(({ id }) => id))].toSorted();

const ID = 'BE-BCE_KBO-0000000000';
const SECTOR = '<sector vocabulary="1" code="72010"/>';
const replaced = (from: string | RegExp, to: string) => (xml: string): string => xml.replace(from, to);
const everywhere = (from: string | RegExp, to: string) => (xml: string): string => xml.replaceAll(from, to);
const beforeTransactions = (more: string): ((xml: string) => string) => replaced('<transaction ', `${more}<transaction `);
const aid = '<aid-type vocabulary="1" code="C01"/>';
const earmarked = '<aid-type vocabulary="2" code="4"/>';

const BROKEN: readonly (readonly [what: string, rules: readonly string[], edit: (xml: string) => string])[] = [
  ['the activity is named as its publisher', ['1.1.21', '1.1.3'], replaced(`${ID}-liege-2020</iati-identifier>`, `${ID}</iati-identifier>`)],
  ['the activity is named without its publisher', ['1.1.21'], replaced(`${ID}-liege-2020</iati-identifier>`, 'liege-2020</iati-identifier>')],
  ['no agency stands behind the publisher', ['1.14.8'], everywhere(ID, 'ZZ-NOBODY-1')],
  ['a slash in the activity’s name', ['1.3.13'], replaced('-liege-2020</iati-identifier>', '-liege/2020</iati-identifier>')],
  ['a space after the activity’s name', ['1.3.1'], replaced('-liege-2020</iati-identifier>', '-liege-2020 </iati-identifier>')],
  ['a space before the publisher', ['1.1.21', '1.14.1', '1.14.8'], replaced(`reporting-org ref="${ID}"`, `reporting-org ref=" ${ID}"`)],
  ['no start', ['6.11.1'], everywhere(/<activity-date type="[12]"[^>]*>/g, '')],
  ['no language', ['4.1.1'], replaced(' xml:lang="en"', '')],
  ['no currency', ['7.8.1'], replaced(' default-currency="EUR"', '')],
  ['a sector in one transaction only', ['6.7.2'], (xml) => xml.replace(SECTOR, '').replace('<disbursement-channel code="4"/>', `<disbursement-channel code="4"/>${SECTOR}`)],
  ['a sector in the activity and in a transaction', ['6.6.2'], replaced('<disbursement-channel code="4"/>', `<disbursement-channel code="4"/>${SECTOR}`)],
  ['two sectors without shares', ['2.1.1'], replaced(SECTOR, SECTOR + SECTOR)],
  ['two sectors that make 90 %', ['2.1.2'], replaced(SECTOR, `<sector code="72010" percentage="50"/><sector code="72050" percentage="40"/>`)],
  ['one sector of 120 %', ['12.3.1', '2.1.4'], replaced(SECTOR, '<sector code="72010" percentage="120"/>')],
  ['two sectors of our own without shares, in a loop', ['2.1.1'], replaced(SECTOR, `${SECTOR}<sector vocabulary="99" code="a"><narrative>a</narrative></sector><sector vocabulary="99" code="b"><narrative>b</narrative></sector>`)],
  ['a sector of our own without a name', ['2.2.1'], replaced(SECTOR, `${SECTOR}<sector vocabulary="99" code="a"/>`)],
  ['updated tomorrow', ['11.1.1'], replaced(/last-updated-datetime="[^"]*"/, 'last-updated-datetime="2999-01-01T00:00:00Z"')],
  ['it ends before it begins', ['11.1.2'], replaced(/(<activity-date type="3" iso-date=)"[^"]*"/, '$1"1999-01-01"')],
  ['it has begun in the future', ['11.1.4'], replaced(/(<activity-date type="2" iso-date=)"[^"]*"/, '$1"2999-01-01"')],
  ['the last transaction is of tomorrow', ['11.2.1'], (xml) => xml.replace(/(.*)transaction-date iso-date="[^"]*"/s, '$1transaction-date iso-date="2999-01-01"')],
  ['a value of tomorrow', ['11.2.2'], replaced(/value-date="[^"]*"/, 'value-date="2999-01-01"')],
  ['a country of the whole, beside those of transactions', ['3.6.2'], replaced('<location ', '<recipient-country code="IT"/><location ')],
  ['a transaction for nowhere', ['3.7.2'], replaced(/<recipient-country code="\w\w"\/>/, '')],
  ['two aid types of one vocabulary', ['107.2.2'], replaced(aid, aid + aid)],
  ['two earmarkings, in a loop', ['107.2.2'], replaced(earmarked, earmarked + earmarked)],
  ['an earmarking alone', ['107.2.1'], everywhere(aid, '')],
  ['a donor without a name', ['6.9.1'], replaced(/<provider-org>.*?<\/provider-org>/s, '<provider-org/>')],
  ['a participant without a name', ['6.10.1'], replaced(/<participating-org role="1">.*?<\/participating-org>/s, '<participating-org role="1"/>')],
  ['a budget of three years', ['7.5.3'], beforeTransactions('<budget><period-start iso-date="2020-01-01"/><period-end iso-date="2022-12-31"/><value value-date="2020-01-01">1</value></budget>')],
  ['a budget that ends before it begins', ['8.6.3'], beforeTransactions('<budget><period-start iso-date="2020-12-31"/><period-end iso-date="2020-01-01"/><value value-date="2020-01-01">1</value></budget>')],
  ['a period that ends before it begins', ['8.6.1'], replaced(/<period-end iso-date="[^"]*"\/>/, '<period-end iso-date="1999-01-01"/>')],
  ['a target without a figure', ['8.9.1'], replaced(/<target value="\d+"\/>/, '<target/>')],
  ['a target in words', ['8.9.2'], replaced(/<target value="\d+"\/>/, '<target value="many"/>')],
  ['a baseline without a figure', ['8.8.1'], replaced(/(<baseline [^>]*) value="0"/, '$1')],
  ['an indicator of quality with figures', ['8.10.3', '8.8.3', '8.9.3'], replaced('indicator measure="1"', 'indicator measure="5"')],
  ['an empty title', ['4.3.1'], replaced(/<title>\s*<narrative>[^<]*<\/narrative>/, '<title><narrative/>')],
  ['a file of organisations, with a budget line outside its budget', ['11.3.1'], () => '<iati-organisations><iati-organisation xml:lang="en" default-currency="EUR"><organisation-identifier>BE-BCE_KBO-1</organisation-identifier><reporting-org ref="BE-BCE_KBO-1"/><recipient-country-budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><budget-line><value value-date="2021-06-01">1</value></budget-line></recipient-country-budget></iati-organisation></iati-organisations>'],
  ['an empty description', ['4.4.1'], replaced(/<description>\s*<narrative>[^<]*<\/narrative>/, '<description><narrative/>')],
];

sayWhatIsMissing('the evaluator of the IATI ruleset');
describe.skipIf(!hasStandard)('broken on purpose', () => {
  test('the file is clean before', () => expect(firing(valid)).toEqual([]));

  test.each(BROKEN)('%s: %j', (_, rules, edit) => {
    const broken = edit(valid);
    expect(broken).not.toBe(valid);
    expect(firing(broken)).toEqual(rules.toSorted());
  });

  test('every kind of rule in the ruleset fires somewhere above', () => {
    const kindsOf = (ids: ReadonlySet<string>): string[] => [...new Set(judged(valid).filter(({ id }) => ids.has(id)).map(({ rule }) => rule))].toSorted();
    expect(kindsOf(new Set(BROKEN.flatMap(([, rules]) => rules)))).toEqual([...new Set(Object.values(standardRuleset()).flatMap((rules) => Object.keys(rules)))].toSorted());
  });

  test('a kind of rule that is not known is an error, not a pass', () => {
    expect(() => judge({ '/iati-activities': { dependent: { cases: [{}] } } }, parseXml(valid), { now: '2026-01-01T00:00:00Z', agencies: [] })).toThrow('no rule dependent is known');
  });
});

import { describe, expect, test } from 'vitest';
import { journal } from '../../../test/support/journal.ts';
import { PUBLISHED, situationOf, textOfFile } from '../../../test/support/iati-journals.ts';
import { SENT } from '../../../test/support/small-operation.ts';
import { readOperation, type OperationOpened } from '../../domain/operation.ts';
import { OperationId } from '../../domain/ids.ts';
import { fold } from '../../ledger/apply.ts';
import { partition } from '../../ledger/partition.ts';
import { readTable } from '../../standards/packs/csv.ts';
import { situation } from '../plan/situation.ts';
import { fundingRowsOf } from './funding.ts';
import { activityOf } from './iati.ts';

const rowsOf = (it: (typeof PUBLISHED)[number]) => {
  const rows = fundingRowsOf(situationOf(it));
  if (!rows.ok) throw new Error(rows.error.message);
  return rows.value;
};
const at = (name: string): (typeof PUBLISHED)[number] => { const it = PUBLISHED.find((one) => one.name.includes(name)); if (it === undefined) throw new Error(name); return it; };

describe('the rows of a financial tracking service', () => {
  test.each(PUBLISHED)('$name: no fact is at odds with the ledger, so that what is compared is whole', ({ facts, asOf }) => expect(fold(situationOf({ name: '', facts, asOf }).facts).misfits).toEqual([]));

  test.each(PUBLISHED)('$name: each unit stands in one row, or was lost', (it) => {
    const rows = rowsOf(it);
    for (const { pledge, item, promised, surplus, lost } of partition(situationOf(it).ledger))
      expect([pledge, item, rows.filter((row) => row.pledge === pledge && row.item === item).reduce((sum, { quantity }) => sum + quantity, 0) + lost]).toEqual([pledge, item, promised + surplus]);
  });

  test.each(PUBLISHED)('$name: each row names the facts behind it', (it) => {
    const ids = new Set(it.facts.map(({ id }): string => id));
    for (const row of rowsOf(it)) expect([row.pledge, row.facts.length > 0 && row.facts.every((id) => ids.has(id))]).toEqual([row.pledge, true]);
  });

  test('a unit is a pledge, then a commitment, then a paid contribution to the operator, then to the receiver', () => {
    const seen = (name: string): string[] => rowsOf(at(name)).filter(({ pledge, destination }) => pledge === 'P1' && destination.startsWith('IT')).map(({ status, receiver, quantity }) => `${status}: ${receiver.split(',')[0]} ${quantity}`);
    expect(rowsOf(at('2020-03-13')).filter(({ pledge }) => pledge === 'P1').map(({ status, quantity }) => [status, quantity])).toEqual([['pledge', 1_500_000], ['paid contribution', 500_000]]);
    expect(seen('2020-03-16')).toEqual(['paid contribution: Operator of the Liège air bridge (example) 500000', 'commitment: Operator of the Liège air bridge (example) 500000']);
    expect(seen('2020-04-30').toSorted()).toEqual(['paid contribution: Protezione Civile 280000', 'paid contribution: Protezione Civile 320000', 'paid contribution: Regione Lombardia 180000', 'paid contribution: Regione Lombardia 220000']);
  });

  test('a group of countries has no code of a country, an item without value no money', () => {
    expect(rowsOf(at('2020-03-16')).filter(({ destination }) => destination === 'EUROPE').every(({ country }) => country === null)).toBe(true);
    expect(rowsOf(at('odd names')).filter(({ item }) => item === 'kit').map(({ cents, quantity }) => [cents, quantity])).toEqual([[null, 40]]);
  });

  test('the file has a head, tags, and a row for each', () => {
    const it = at('2020-03-16');
    const text = textOfFile(it, 'funding.csv');
    const [head = '', tags = ''] = text.split('\n');
    expect(head).toBe('donor,receiver,destination_country,destination,pledge,contribution_type,status,item,description,quantity,unit,value,currency,date,sector,glide,facts');
    expect(tags.split(',').every((tag) => /^#[a-z]+(\+[a-z]+)*$/.test(tag))).toBe(true);
    const table = readTable(new TextEncoder().encode(text));
    expect(table.ok && table.value.rows.length).toBe(rowsOf(it).length);
    expect(table.ok && table.value.rows.find(({ cells }) => cells[4] === 'P7')?.cells.slice(0, 15)).toEqual(['Foundation of the e-commerce group', 'Japan, receiving organisation', 'JP', 'JP', 'P7', 'in kind', 'paid contribution', 'surgical-mask', 'Surgical mask', '1000000', 'piece', '50000.00', 'EUR', '2020-03-02', '72010']);
  });

  test('the same facts give the same bytes', () => {
    for (const file of ['iati.xml', 'funding.csv'] as const) expect(textOfFile(at('2020-03-18'), file)).toBe(textOfFile(at('2020-03-18'), file));
  });
});

describe('nothing is published', () => {
  test('where the operation does not say who publishes; the remedy says which settings', () => {
    const facts = journal(SENT);
    const now = situation(facts, { asOf: facts.at(-1)?.occurredAt ?? facts[0]?.occurredAt as never, knownAt: null });
    for (const made of [activityOf(now, facts), fundingRowsOf(now)]) expect(made).toEqual({ ok: false, error: { code: 'no-publisher', message: 'the operation test does not say who publishes', remedy: expect.stringContaining('publisher_id') as string } });
  });

  const opened = (settings: Readonly<Record<string, string>>): OperationOpened => ({ operation: OperationId.parse('x'), settings: Object.entries({ name: 'n', hub: 'BELGG', zone: 'UTC', opened_at: '2020-03-01T00:00:00Z', ...settings }).map(([key, value]) => ({ key, value })) });
  test.each([
    ['a publisher without a name', { publisher_id: 'BE-BCE_KBO-1' }, 'publisher_name'],
    ['no register in front', { publisher_id: '0123456789', publisher_name: 'p' }, 'publisher_id'],
    ['a slash in it', { publisher_id: 'BE-BCE_KBO-1/2', publisher_name: 'p' }, 'publisher_id'],
    ['a space in it', { publisher_id: 'BE-BCE_KBO-1 2', publisher_name: 'p' }, 'publisher_id'],
    ['a GLIDE number that is none', { glide: 'COVID-19' }, 'glide'],
    ['a flow type that no gift has', { flow_type: '22' }, 'flow_type'],
  ])('under %s', (_, settings, key) => {
    const read = readOperation(opened(settings));
    expect(read.ok ? [] : read.error.map((it) => it.key)).toEqual([key]);
  });
  test.each(['CA_ON-ONT-1', 'XI-IATI-EXAMPLE', 'GB-CHC-1.2'])('but %s is an identifier', (id) => {
    const read = readOperation(opened({ publisher_id: id, publisher_name: 'p' }));
    expect(read.ok && read.value.publishing.publisher).toEqual({ id, name: 'p' });
  });
});

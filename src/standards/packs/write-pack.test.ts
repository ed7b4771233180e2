import { describe, expect, test } from 'vitest';
import type { Fact } from '../../domain/facts.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { readPack } from './read-pack.ts';
import { packOf, TINY } from './tiny-pack.ts';
import { writePack, type PackFiles } from './write-pack.ts';

/** What a store holds after an import. */
const journalOf = (files: PackFiles): Fact[] =>
  readPack(files).facts.map(({ fact }, k) => {
    const standing: unknown = { ...fact, id: `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`, operation: 'tiny', seq: k + 1 };
    return standing as Fact;
  });
const written = (files: PackFiles, name: string): string => new TextDecoder().decode(writePack(journalOf(files)).get(name));

describe('a pack is written', () => {
  test('with the sheets that have rows, in their order', () => {
    expect([...writePack(journalOf(packOf(TINY))).keys()]).toEqual(Object.keys(TINY));
  });

  test('in units, with instants in their shortest form, and without what has its default', () => {
    expect(written(packOf(TINY), 'lots.csv')).toBe(
      'lot,consignment,pledge,earmark,item,quantity,unit,units_per_carton,gross_kg,volume_m3,batch,expires,replaces,announced_at,source,note,recorded_at\nF1-01,F1,P1,,surgical-mask,100000,,,460,,,,,2020-03-12T08:00:00Z,,,\n',
    );
    expect(written(packOf(TINY), 'rules.csv')).toContain('EU-402,ppe,EU,CH,2020-03-15,2020-03-20,paper,export-authorisation,2020-03-15T22:59:59.999Z,,,\n');
    expect(written(packOf(TINY), 'departures.csv')).toContain('LGG-MIL-0314,LGG-MIL,2020-03-14T06:30,2020-03-14T20:00,,,,,,,\n');
  });

  test('with a bookkeeping column only where a row needs it', () => {
    const recipients = 'recipient,name,area,place,key,known_at\na,A,IT,ITMIL,,\nb,B,IT,ITMIL,mine,2020-03-13T08:00:00Z\n';
    expect(written(packOf({ ...TINY, 'recipients.csv': recipients }), 'recipients.csv')).toBe('recipient,name,area,place,address,eori,source,note,recorded_at,key,known_at\na,A,IT,ITMIL,,,,,,,\nb,B,IT,ITMIL,,,,,,mine,2020-03-13T08:00:00Z\n');
  });

  test('with the operation in several rows, its own facts in the first', () => {
    const operation = (TINY['operation.csv'] ?? '').replace('operation,tiny,,,', 'operation,tiny,,assumption,as told');
    expect(written(packOf({ ...TINY, 'operation.csv': operation }), 'operation.csv')).toBe(operation);
    const opened = journalOf(packOf(TINY)).map((fact) => (fact.kind === 'operation.opened' ? { ...fact, key: 'by-hand' as Fact['key'], by: 'lead' as Fact['by'] } : fact));
    const files = writePack(opened);
    expect(new TextDecoder().decode(files.get('operation.csv'))).toContain('key,value,unit,source,note,by,fact_key\noperation,tiny,,,,lead,by-hand\n');
    expect(readPack(files).facts[0]?.fact).toMatchObject({ key: 'by-hand', by: 'lead' });
  });

  test('a fact that its sheet has no cell for stands in facts, and comes back', () => {
    const facts = 'kind,occurred_at,body\ndeparture.scheduled,2020-03-12T00:00:00Z,"{""allotment"":{},""arrives"":""2020-03-15T20:00"",""departs"":""2020-03-15T06:30"",""departure"":""D2"",""service"":""LGG-MIL""}"\n';
    const files = packOf({ ...TINY, 'facts.csv': facts });
    expect(readPack(files).problems).toEqual([]);
    const again = writePack(journalOf(files));
    expect(new TextDecoder().decode(again.get('departures.csv'))).not.toContain('D2');
    expect(readPack(again).facts.map(({ fact }) => fact)).toEqual(readPack(files).facts.map(({ fact }) => fact));
  });

  test('as a workbook, with a text that is longer than a cell takes in further columns', () => {
    const long = `${'x'.repeat(32_766)}🧴${'y'.repeat(40_000)}`;
    const journal = journalOf(packOf(TINY)).map((fact) => (fact.kind === 'recipient.registered' ? { ...fact, note: long } : fact));
    const files = writePack(journal, { as: 'xlsx', hxl: true });
    expect([...files.keys()]).toEqual(['tiny.xlsx']);
    const book = readWorkbook(files.get('tiny.xlsx') ?? new Uint8Array());
    const cells = book.ok ? (book.value.find(({ name }) => name === 'recipients')?.cells ?? []) : [];
    expect(cells.filter(({ row }) => row === 1).map(({ value }) => value.text)).toEqual(['recipient', 'name', 'area', 'place', 'address', 'eori', 'source', 'note', 'note (2)', 'note (3)', 'recorded_at']);
    expect(Math.max(...cells.map(({ value }) => value.text.length))).toBeLessThanOrEqual(32_767);
    expect(readPack(files).facts.find(({ fact }) => fact.kind === 'recipient.registered')?.fact.note).toBe(long);
  });

  test('with a key that is a hash where the names of a row are too long for one', () => {
    const long = 'x'.repeat(60);
    const movements = `kind,occurred_at,dispatch,lot,recipient,quantity\ndispatch.delivered,2020-03-15T10:00:00Z,D${long},L${long},R${long},5\n`;
    const files = packOf({ ...TINY, 'movements.csv': movements });
    const [key] = readPack(files).facts.flatMap(({ fact }) => (fact.kind === 'dispatch.delivered' ? [fact.key] : []));
    expect(key).toMatch(/^pack:movements:[0-9a-f]{32}$/);
    expect(written(files, 'movements.csv').split('\n')[0]).not.toContain('key');
  });
});

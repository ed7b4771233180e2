import { describe, expect, test } from 'vitest';
import { columnOf, readPack } from './read-pack.ts';
import { packOf, TINY, tinyWith } from './tiny-pack.ts';

const factsOf = (files = packOf(TINY)) => readPack(files).facts;
const find = (kind: string, files = packOf(TINY)) => {
  const found = factsOf(files).find(({ fact }) => fact.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

describe('a pack is read', () => {
  test('without a problem: one fact for each row, and the operation is one fact', () => {
    const read = readPack(packOf(TINY));
    expect(read.problems).toEqual([]);
    expect(read.operation).toBe('tiny');
    expect(read.facts).toHaveLength(1 + 2 + 2 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 2);
  });

  test('in the order of recording; at the same instant in the order of sheets and rows', () => {
    expect(factsOf().map(({ at }) => `${at.sheet} ${at.row}`)).toEqual([
      'operation 4', 'items 2', 'items 3', 'places 2', 'places 3', 'recipients 2', 'services 2', 'departures 2',
      'pledges 2', 'earmarks 2', 'lots 2', 'movements 2', 'movements 3', 'rules 2',
    ]);
  });

  test('quantities in cartons, boxes and pallets become units', () => {
    expect(find('lot.announced').fact.body).toMatchObject({ units: 100_000 });
    const lot = (cells: string) => find('lot.announced', tinyWith('lots.csv', '50,carton,,460', cells)).fact.body;
    expect(lot('50,carton,2500,460')).toMatchObject({ units: 125_000, unitsPerCarton: 2500 });
    expect(lot('3,pallet,,460')).toMatchObject({ units: 168_000 });
    expect(lot('7,box,,460')).toMatchObject({ units: 350 });
    const tallied = find('goods.tallied', tinyWith('movements.csv', '100000,,BELGG', '48,carton,BELGG'));
    expect(tallied.fact.body).toMatchObject({ units: 96_000 });
  });

  test('kilograms, centimetres and euros become grams, millimetres and cents, exactly', () => {
    expect(find('item.registered').fact.body).toMatchObject({ heightMm: 385, cartonGrams: 9200, worthCents: 50 });
    expect(find('service.registered').fact.body).toMatchObject({ rate: 83_400, co2: 62_500, liftCents: 3500, allotment: { positions: 22 }, keeps: [] });
  });

  test('a bare date is the last millisecond of that day in the zone of the operation', () => {
    expect(find('rule.set').fact.occurredAt).toBe('2020-03-15T22:59:59.999Z');
  });

  test('what is empty has its default: known from the opening, recorded when it occurred, by the pack', () => {
    expect(find('departure.scheduled').fact).toEqual({
      kind: 'departure.scheduled', occurredAt: '2020-03-11T00:00:00.000Z', recordedAt: '2020-03-11T00:00:00.000Z', by: 'pack', key: 'pack:departures:LGG-MIL-0314',
      sources: [], note: null, evidence: [], body: { departure: 'LGG-MIL-0314', service: 'LGG-MIL', departs: '2020-03-14T06:30', arrives: '2020-03-14T20:00' },
    });
  });

  test('keys are made from what names the row', () => {
    expect(factsOf().map(({ fact }) => fact.key)).toEqual(expect.arrayContaining([
      'pack:operation:tiny', 'pack:pledges:P1:surgical-mask', 'pack:earmarks:P1-IT:2020-03-12T08:00:00Z', 'pack:movements:goods.tallied:2020-03-13T23:00:00Z:F1-01', 'pack:rules:EU-402:2020-03-15T22:59:59.999Z',
    ]));
  });

  test('each fact tells the column of each field', () => {
    const lot = find('lot.announced');
    expect(['units', 'gross', 'occurredAt', 'pledge', 'sources'].map((field) => columnOf(lot, field))).toEqual(['quantity', 'gross_kg', 'announced_at', 'pledge', 'source']);
    expect(['allotment.positions', 'allotment', 'departs'].map((field) => columnOf(find('departure.scheduled'), field))).toEqual(['pallets', 'pallets', 'departs']);
    expect(columnOf(find('earmark.set'), 'areas.1')).toBe('areas');
    expect(columnOf(find('operation.opened'), 'hub')).toBe('value');
    expect(columnOf(find('recipient.registered'), 'elsewhere')).toBe('recipient');
  });

  test('with a byte order mark, CRLF, a row of HXL tags, empty rows, quoted line breaks and other files beside', () => {
    const recipients = '\uFEFFrecipient,name,area,place\r\n#org+code,#org+name,#adm1+code,\r\nlombardia,"Regione\nLombardia",IT-25,ITMIL\r\n\r\n, , ,\r\nveneto,"Regione ""Veneto""",IT-34,ITMIL\r\n,,,\r\n';
    const read = readPack(packOf({ ...TINY, 'recipients.csv': recipients, 'README.md': '# mine' }));
    expect(read.problems).toEqual([]);
    const found = read.facts.filter(({ fact }) => fact.kind === 'recipient.registered');
    expect(found.map(({ at, fact }) => [at.row, (fact.body as { name: string }).name])).toEqual([[3, 'Regione\nLombardia'], [6, 'Regione "Veneto"']]);
  });

  test('free text keeps its spaces, codes lose them', () => {
    const body = find('recipient.registered', tinyWith('recipients.csv', 'lombardia,Regione Lombardia,', ' lombardia ,  =Regione ,')).fact.body;
    expect(body).toMatchObject({ recipient: 'lombardia', name: '  =Regione ' });
  });

  test('a row may bring its own key, recorder, evidence and time of recording', () => {
    const recipients = 'recipient,name,area,place,source,note,recorded_at,by,key,evidence,known_at\nlombardia,L,IT-25,ITMIL,a b,by phone,2020-03-14,lead,mine,"[{""link"":""https://example.org/x""}]",2020-03-13T08:00+01:00\n';
    expect(find('recipient.registered', packOf({ ...TINY, 'recipients.csv': recipients })).fact).toMatchObject({
      occurredAt: '2020-03-13T07:00:00.000Z', recordedAt: '2020-03-14T22:59:59.999Z', by: 'lead', key: 'mine', sources: ['a', 'b'], note: 'by phone', evidence: [{ link: 'https://example.org/x' }],
    });
  });
});

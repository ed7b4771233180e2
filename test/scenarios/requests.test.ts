// Requests for need from the door to the plan: filed by the API, by a sheet, by link; asked about, answered, accepted, declined;
// seen by those whose they are. The small operation: Italy needs 5,000 masks from hour 24 to hour 192 (2 to 9 March, Brussels).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestInList, RequestsReport } from '../../src/app/need/requests/shape.ts';
import type { ByLink } from '../../src/app/people/request-links.ts';
import type { AlertsReport } from '../../src/app/alerts/raised.ts';
import { record } from '../../src/app/record.ts';
import { FACT_BODIES, isKind, type FactKind, type NewFact } from '../../src/domain/facts.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { effective, ALWAYS } from '../../src/domain/asof.ts';
import { register } from '../../src/domain/register.ts';
import { countFact } from '../support/facts.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { hour } from '../support/journal.ts';
import { houseWithPeople, type House } from '../support/people.ts';

let house: House;
const TEST = OperationId.parse('test');
const OP = '/api/v1/operations/test';

beforeAll(async () => {
  house = await houseWithPeople(await openHome(newFolder()));
  const fact = (key: string, kind: FactKind, at: number, body: object, sources: readonly string[] = []): NewFact => ({ ...countFact(key), occurredAt: hour(at), sources, kind, body: FACT_BODIES[kind].parse(body) }) as NewFact;
  // Italy and Spain have 100 people on wards, 20 in intensive care.
  const recorded = await record(house.store, TEST, [
    fact('src', 'source.recorded', 1, { id: 'dpc', title: 'Bulletin' }),
    fact('gown', 'item.registered', 1, { item: 'gown', name: 'Gown', class: 'ppe', unitsPerCarton: 50, cartonsPerPallet: 10, lengthMm: 500, widthMm: 500, heightMm: 400, cartonGrams: 10_000, leastCartonGrams: 5_000, mostCartonGrams: 15_000, leastUnitsPerCarton: 10, mostUnitsPerCarton: 200, temperature: 'ambient', worthCents: 100 }),
    fact('lom', 'recipient.registered', 1, { recipient: 'IT-LOM', name: 'Lombardia', area: 'IT-25', place: 'ITROM' }),
    fact('cases', 'count.reported', 20, { area: 'IT', cases: 1000 }, ['dpc']),
    fact('census', 'census.reported', 20, { area: 'IT', wards: 100, intensiveCare: 20 }, ['dpc']),
    fact('es', 'census.reported', 20, { area: 'ES', wards: 100, intensiveCare: 20 }, ['dpc']),
    fact('es-cases', 'count.reported', 20, { area: 'ES', cases: 1000 }, ['dpc']),
  ]);
  invariant(recorded.ok, 'the operation is set up');
});
afterAll(async () => {
  await house.app.close();
  await house.store.close();
});

const line = (item: string, units: number, more: object = {}): object => ({ item, units, from: '2020-03-02', until: '2020-03-08', severity: 3, ...more });
const AT = '2020-03-02T00:30:00Z';
let keys = 0;
interface Posted<T> {
  readonly status: number;
  readonly answer: T;
}
/** The type is that of the address, as its schema describes it. */
const post = async (who: Parameters<House['ask']>[0], path: string, payload: object, key = `k${++keys}`): Promise<Posted<never>> => {
  const reply = await house.ask(who, { method: 'POST', url: path.startsWith('/') ? path : `${OP}/${path}`, headers: { 'idempotency-key': key }, payload });
  return { status: reply.statusCode, answer: reply.json<never>() };
};
interface Filed {
  readonly request: RequestInList;
  readonly fresh: boolean;
}
const file = (who: Parameters<House['ask']>[0], recipient: string, lines: readonly object[], key?: string): Promise<Posted<Filed>> => post(who, 'requests', { recipient, lines, at: AT }, key);
const list = async (who: Parameters<House['ask']>[0]): Promise<RequestsReport> => (await house.ask(who, { method: 'GET', url: `${OP}/requests?asOf=2020-03-30` })).json<RequestsReport>();
const needs = async (): Promise<Record<string, number>> => Object.fromEntries([...register(effective(await house.store.facts(TEST), ALWAYS)).needs.values()].map(({ need }) => [`${need.recipient} ${need.item}`, need.units]));

describe('a request by a program', () => {
  test('is one request, however often it is sent', async () => {
    const [first, again, other] = [await file('planner', 'IT-LOM', [line('mask', 700)], 'one'), await file('planner', 'IT-LOM', [line('mask', 700)], 'one'), await file('planner', 'IT-LOM', [line('mask', 800)], 'one')];
    expect([first.status, first.answer.fresh, again.answer.fresh, again.answer.request.request]).toEqual([200, true, false, first.answer.request.request]);
    expect([other.status, (other.answer as unknown as { code: string }).code]).toEqual([409, 'key-reused']);
  });

  test('of a region is inside its country’s need: it counts within, not on top, and says so with the figures', async () => {
    const { answer } = await file('planner', 'IT-LOM', [line('mask', 700)], 'one');
    expect(answer.request.lines[0]?.overlaps.map((it) => [it.kind, it.recipient, it.units, it.sentence.inEnglish])).toEqual([['above', 'IT', 5000, 'Already inside the 5,000 Mask of Italy (Mon 2 March, 01:00 to Mon 9 March, 01:00): counts within them, not on top.']]);
    await post('planner', `requests/${answer.request.request}/acceptance`, { at: AT });
    expect(await needs()).toMatchObject({ 'IT mask': 4300, 'IT-LOM mask': 700 });
  });

  test('is accepted for less, and undone by a correction of the acceptance', async () => {
    const filed = await file('planner', 'IT-LOM', [line('mask', 900)]);
    const { request } = filed.answer;
    expect(request.lines[0]?.overlaps.map(({ kind }) => kind)).toEqual(['again', 'above']);
    const accepted: Posted<Filed> = await post('planner', `requests/${request.request}/acceptance`, { lines: [{ item: 'mask', from: '2020-03-02', units: 600 }], reason: 'the rest in a week', at: AT });
    // It takes the place of the 700 and stays within Italy's 5,000: 5,000 − 600.
    expect([accepted.answer.request.state, await needs()]).toEqual(['accepted', expect.objectContaining({ 'IT mask': 4400, 'IT-LOM mask': 600 })]);
    const fact = accepted.answer.request.moments.at(-1)?.fact;
    await post('planner', 'facts', { kind: 'correction.made', occurredAt: AT, body: { corrects: fact, reason: 'too early' } });
    expect(await needs()).toMatchObject({ 'IT mask': 4300, 'IT-LOM mask': 700 });
    expect((await list('planner')).requests.find((it) => it.request === request.request)?.state).toBe('open');
  });

  test('for more than was asked is refused, with the remedy', async () => {
    const { answer } = await file('planner', 'IT-LOM', [line('gown', 3)], 'more');
    const refused: Posted<{ code: string; remedy: string }> = await post('planner', `requests/${answer.request.request}/acceptance`, { lines: [{ item: 'gown', from: '2020-03-02', units: 4 }], at: AT });
    expect([refused.status, refused.answer.remedy]).toEqual([422, 'accept 3 or fewer; more is for the recipient to ask']);
  });

  test.each([
    ['a recipient that is not there', { recipient: 'IT-LOMB', lines: [line('mask', 5)] }, 'did you mean IT-LOM?'],
    ['an item that is not there', { recipient: 'IT', lines: [line('masks', 5)] }, 'did you mean mask?'],
    ['a window that ends before it begins', { recipient: 'IT', lines: [line('mask', 5, { until: '2020-02-01' })] }, 'write an instant after 2020-03-01T23:00:00Z'],
    ['a day that is none', { recipient: 'IT', lines: [line('mask', 5, { from: 'Monday' })] }, expect.stringContaining('write an instant like') as string],
  ])('for %s is refused, and nothing is written', async (_, body, remedy) => {
    const before = (await house.store.facts(TEST)).length;
    const { status, answer }: Posted<{ remedy: string }> = await post('planner', 'requests', { ...body, at: AT });
    expect([status, answer.remedy, (await house.store.facts(TEST)).length]).toEqual([422, remedy, before]);
  });
});

describe('a quantity outside the plausible band', () => {
  test('is asked about at once with both figures, never dropped; who is alone in the area is held to both bounds', async () => {
    const { answer } = await file('planner', 'ES', [line('gown', 10)]);
    const [only] = answer.request.lines;
    const band = only?.plausible;
    expect([answer.request.state, answer.request.waitsFor, band?.verdict, band?.share]).toEqual(['asked', 'requester', 'below', 'whole']);
    // 100 ward beds × 2.4 gowns + 20 of intensive care × 4.3 = 326 a day; × 7 days = 2,282. Asked about below a third of the low end.
    expect([band?.estimate.central, band?.least]).toEqual([2282, Math.ceil(1715 / 3)]);
    const sentence = answer.request.moments.at(-1)?.asked[0]?.inEnglish ?? '';
    expect(sentence).toContain(`You ask for 10 isolation gowns. By the official counts, ${band?.estimate.low.toLocaleString('en')} to ${band?.estimate.high.toLocaleString('en')} would be needed`);
    expect((await list('planner')).requests.some(({ request }) => request === answer.request.request)).toBe(true);
  });
  test('of a region, whose share no count tells, is asked about above the country’s bound alone', async () => {
    expect((await file('planner', 'IT-LOM', [line('gown', 1, { from: '2020-03-05' })])).answer.request).toMatchObject({ state: 'open', lines: [{ plausible: { verdict: 'within', share: 'part', least: 0, area: 'IT' } }] });
    expect((await file('planner', 'IT-LOM', [line('gown', 9_000_000, { from: '2020-03-05' })])).answer.request).toMatchObject({ state: 'asked', lines: [{ plausible: { verdict: 'above' } }] });
  });
  test('asked again takes the place of the request that waited', async () => {
    const first = (await file('planner', 'ES', [line('gown', 11)])).answer.request;
    const second = (await file('planner', 'ES', [line('gown', 12)])).answer.request;
    expect([second.replaces.includes(first.request), (await list('planner')).requests.find((it) => it.request === first.request)]).toEqual([true, expect.objectContaining({ state: 'replaced', replacedBy: second.request })]);
  });
});

describe('a receiver with an account', () => {
  test('files for itself, answers, withdraws; another’s request is not there', async () => {
    const own = await file('consignee', 'IT', [line('gown', 10)]);
    expect([own.status, (await file('consignee', 'ES', [line('gown', 700)])).status]).toEqual([200, 403]);
    const theirs = (await list('planner')).requests.find(({ recipient }) => recipient === 'ES')?.request ?? '';
    const step = async (name: string, path: string, body: object): Promise<number> => (await post('consignee', `requests/${name}/${path}`, { ...body, at: AT })).status;
    expect([await step(theirs, 'answer', { answer: 'x' }), await step(own.answer.request.request, 'acceptance', {}), await step(own.answer.request.request, 'question', { question: 'x' })]).toEqual([404, 403, 403]);
    expect(await step(own.answer.request.request, 'withdrawal', {})).toBe(200);
  });
  test('sees its own requests, and nothing of what others ask for beside them', async () => {
    await file('planner', 'IT', [line('gown', 800, { from: '2020-03-04' })]);
    const seen = await list('consignee');
    expect(new Set(seen.requests.map(({ recipient }) => recipient))).toEqual(new Set(['IT']));
    expect(seen.requests.flatMap(({ lines }) => lines.flatMap(({ overlaps }) => overlaps.map(({ recipient }) => recipient))).every((it) => it === 'IT')).toBe(true);
    expect(seen.recipients.map(({ recipient }) => recipient)).toEqual(['IT']);
  });
});

describe('a link', () => {
  let secret: string;
  beforeAll(async () => {
    const { answer }: Posted<{ url: string }> = await post('planner', 'request-links', { recipient: 'ES' });
    secret = new URL(answer.url).pathname.slice('/n/'.length);
  });
  const byLink = (path: string, body: object, key?: string): Promise<Posted<ByLink>> => post('nobody', `/api/v1/need/${secret}${path}`, body, key);

  test('files for its recipient without an account, once under its key; the name is in the vault and not in the journal', async () => {
    const ask = { name: 'Ana Example', lines: [line('mask', 40, { from: '2020-03-20', until: '2020-03-27', why: 'a new ward' })] };
    const [first, again] = [await byLink('', ask, 'a'), await byLink('', ask, 'a')];
    expect([first.status, first.answer.requests.length, again.answer.requests.length, first.answer.recipient.name]).toEqual([200, 4, 4, 'Spain']);
    const facts = await house.store.facts(TEST);
    const filed = facts.filter((fact) => isKind(fact, 'need.requested')).at(-1);
    expect(filed?.kind === 'need.requested' && (await house.store.person(TEST, filed.body.requestedBy as never))?.name).toBe('Ana Example');
    expect(JSON.stringify(facts)).not.toContain('Ana Example');
  });
  test('sent three times at once under one key, each time with the name, is one request', async () => {
    const ask = { name: 'Ana Example', lines: [line('mask', 70, { from: '2020-03-28', until: '2020-03-29' })] };
    const sent = await Promise.all([1, 2, 3].map(() => byLink('', ask, 'at once')));
    expect(sent.map(({ status, answer }) => [status, answer.requests.filter(({ lines }) => lines[0]?.units === 70).length])).toEqual([[200, 1], [200, 1], [200, 1]]);
  });
  test('shows what was asked back, takes the answer, and says what became of it', async () => {
    const mine = async (): Promise<RequestInList | undefined> => (await house.ask('nobody', { method: 'GET', url: `/api/v1/need/${secret}` })).json<ByLink>().requests.find(({ lines }) => lines.some(({ why }) => why === 'a new ward'));
    const { request = '' } = (await mine()) ?? {};
    await post('planner', `requests/${request}/question`, { question: 'How many beds?' });
    expect([(await mine())?.state, (await mine())?.moments.at(-1)?.text]).toEqual(['asked', 'How many beds?']);
    const answered = await byLink(`/${request}/answer`, { name: 'Ana Example', answer: '12 beds', lines: [line('mask', 60, { from: '2020-03-20', until: '2020-03-27', why: 'a new ward' })] });
    expect(answered.answer.requests.find((it) => it.request === request)).toMatchObject({ state: 'answered', lines: [{ units: 60 }] });
    await post('planner', `requests/${request}/acceptance`, {});
    expect(await mine()).toMatchObject({ state: 'accepted', accepted: [{ units: 60, cartons: 1 }] });
  });
  test('opens nothing of another recipient', async () => {
    const theirs = (await list('planner')).requests.find(({ recipient }) => recipient === 'IT-LOM')?.request ?? '';
    expect((await byLink(`/${theirs}/withdrawal`, {})).status).toBe(404);
    expect((await house.ask('nobody', { method: 'GET', url: `/api/v1/need/${secret}` })).body).not.toContain('IT-LOM');
  });
  test('for somebody who is not there is not made; revoked or expired, it says so', async () => {
    expect((await post('planner', 'request-links', { recipient: 'nobody' })).status).toBe(404);
    const links = (await house.ask('planner', { method: 'GET', url: `${OP}/request-links` })).json<{ links: { id: string }[] }>().links;
    expect(JSON.stringify(links)).not.toContain(secret);
    await house.ask('planner', { method: 'DELETE', url: `${OP}/request-links/${links[0]?.id ?? ''}` });
    const ended = await house.ask('nobody', { method: 'GET', url: `/api/v1/need/${secret}` });
    expect([ended.statusCode, ended.json<{ detail: string }>().detail]).toEqual([410, 'this link was revoked']);
    const { answer }: Posted<{ url: string }> = await post('planner', 'request-links', { recipient: 'ES', days: 1 });
    house.clock.pass(2);
    expect((await house.ask('nobody', { method: 'GET', url: `/api/v1/need/${new URL(answer.url).pathname.slice(3)}` })).statusCode).toBe(410);
  });
});

describe('a sheet', () => {
  const sheet = (rows: string, answers: object = {}): object => ({ file: { name: 'requests.csv', content: Buffer.from(`Recipient,Item,Quantity,Unit,From,Until,Urgency\n${rows}`).toString('base64') }, answers, at: AT });
  const ROWS = 'IT,gown,20,carton,2020-03-10,2020-03-16,high\nSpain,gown,900,,2020-03-10,2020-03-16,3\nNowhere,gown,5,,2020-03-10,2020-03-16,3\n';
  test('with a wrong row writes nothing, and names row, column and remedy', async () => {
    const before = (await house.store.facts(TEST)).length;
    const { status, answer }: Posted<{ rejected: unknown[] }> = await post('planner', 'request-sheets', sheet(ROWS));
    expect([status, answer.rejected, (await house.store.facts(TEST)).length]).toEqual([422, [{ file: 'requests.csv', sheet: null, row: 4, column: 'A', value: 'Nowhere', problem: 'there is no recipient Nowhere', remedy: 'register the recipient first, or write one that is registered' }], before]);
  });
  test('with the wrong row set aside files one request for each recipient, once', async () => {
    const body = sheet(ROWS, { 'row:4': 'aside' });
    const send = (): Promise<Posted<{ requests: RequestInList[]; fresh: boolean }>> => post('planner', 'request-sheets', body);
    const [first, again] = [await send(), await send()];
    expect(first.answer.requests.map(({ recipient, via, lines }) => [recipient, via, lines[0]?.units, lines[0]?.severity])).toEqual([['IT', 'sheet', 1000, 4], ['ES', 'sheet', 900, 3]]);
    expect([first.answer.fresh, again.answer.fresh]).toEqual([true, false]);
  });
  test('of a receiver names nobody but itself', async () => {
    const { answer }: Posted<{ rows: { problems: { problem: string }[] }[] }> = await post('consignee', 'request-sheets/preview', sheet('ES,gown,5,,2020-03-10,2020-03-16,3\n'));
    expect(answer.rows[0]?.problems[0]?.problem).toBe('there is no recipient ES');
  });
});

test('a request that waits for a person is an alert, once, with the page that solves it; one that was asked about is none', async () => {
  const { answer } = await file('planner', 'IT-LOM', [line('mask', 5, { from: '2020-03-25', until: '2020-03-28' })]);
  const alerts = async (who: Parameters<House['ask']>[0]): Promise<AlertsReport['alerts']> => (await house.ask(who, { method: 'GET', url: `${OP}/alerts` })).json<AlertsReport>().alerts.filter(({ alert }) => alert === `request:${answer.request.request}`);
  expect(await alerts('planner')).toMatchObject([{ kind: 'request', titleInEnglish: 'Lombardia asks for something', textInEnglish: '5 units of Mask: accept, ask back, or decline.', where: { page: '/need/requests', open: answer.request.request } }]);
  expect(await alerts('consignee')).toEqual([]);
  await post('planner', `requests/${answer.request.request}/question`, { question: 'Why?' });
  expect(await alerts('planner')).toEqual([]);
});

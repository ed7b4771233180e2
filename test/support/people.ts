// A server with accounts for tests: a small operation of two donors, two carriers and two receivers, a member of each role, and
// ways to ask as each of them. What is "theirs" is the first of each pair; the second is somebody else's.

import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Desk } from '../../src/app/desk.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import type { Holder, Role } from '../../src/app/people/permissions.ts';
import { ROLES } from '../../src/app/people/permissions.ts';
import type { Binding } from '../../src/app/people/roster.ts';
import type { PeopleTools } from '../../src/app/people/tools.ts';
import type { Clock, Store } from '../../src/app/ports.ts';
import { record } from '../../src/app/record.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs, type Instant, plusMinutes } from '../../src/domain/time.ts';
import { buildServer } from '../../src/http/server.ts';
import { chance, courierBy } from '../../src/post/courier.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import type { AlertTools } from '../../src/app/alerts/tools.ts';
import { type AccountsDatabase, peopleOn } from '../../src/storage/accounts/people.ts';
import { alertBookOn } from '../../src/storage/alerts/book.ts';
import { hour, journal, type Line } from './journal.ts';
import { logsOver } from './logs.ts';
import { noPrinter } from './printer.ts';
import { SENT, SMALL } from './small-operation.ts';

export const ORIGIN = 'http://127.0.0.1:4020';
export const PASSWORD = 'a hut beside the runway';
export const TERMINAL_KEY = 'the-key-of-the-machine-itself-in-this-test';

/** Somebody else's: donor, carrier, lot, flight, dispatch, all under their own names. */
const OTHERS: readonly Line[] = [
  ['service.registered', 1, { service: 'ROAD-ES', mode: 'road', carrier: 'y', from: 'BELGG', to: 'ESZAZ', days: '1234567', departs: '07:00', arrives: '07:00', arrivesAfterDays: 1, allotment: { positions: 2 }, rate: 50_000, liftCents: 0, co2: 150_000, keeps: [] }],
  ['departure.scheduled', 1, { departure: 'ES-2', service: 'ROAD-ES', departs: '2020-03-02T07:00', arrives: '2020-03-03T07:00' }],
  ['pledge.made', 1, { pledge: 'P2', item: 'mask', donor: 'another donor', units: 1000, scope: 'EUROPE', viaHub: true }],
  ['consignment.announced', 2, { consignment: 'C2', mode: 'air', carrier: 'y', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(3), plannedArrival: hour(20) }],
  ['lot.announced', 2, { lot: 'B', consignment: 'C2', pledge: 'P2', item: 'mask', units: 500 }],
  ['consignment.announced', 2, { consignment: 'C3', mode: 'air', carrier: 'y', from: 'CNHGH', to: 'ESZAZ', plannedDeparture: hour(3), plannedArrival: hour(20) }],
  ['lot.announced', 2, { lot: 'D', consignment: 'C3', pledge: 'P2', item: 'mask', units: 100 }],
  ['need.reported', 2, { recipient: 'ES', item: 'mask', units: 5000, from: hour(24), until: hour(24 + 168), severity: 3 }],
  ['consignment.departed', 3, { consignment: 'C2' }],
  ['consignment.arrived', 20, { consignment: 'C2' }],
  ['goods.tallied', 22, { place: 'BELGG', lot: 'B', units: 500 }],
  ['dispatch.released', 24, { dispatch: 'D2', place: 'BELGG', recipient: 'ES', lot: 'B', units: 200, route: ['ES-2'] }],
  ['dispatch.departed', 30, { dispatch: 'D2' }],
];

const BINDINGS: Readonly<Record<Role, readonly Omit<Binding, 'operation'>[]>> = {
  donor: [{ kind: 'donor', subject: 'a foundation' }],
  carrier: [{ kind: 'carrier', subject: 'x' }],
  'hub-operator': [{ kind: 'place', subject: 'BELGG' }],
  planner: [{ kind: 'operation', subject: '' }],
  consignee: [{ kind: 'recipient', subject: 'IT' }],
  auditor: [{ kind: 'operation', subject: '' }],
  administrator: [],
};

export const organisationOf = (role: Role): string => `ORG-${role.toUpperCase()}`;

/** A clock that a test can put on. */
export class TestClock implements Clock {
  #now = instantFromMs(Date.now());

  now(): Instant {
    return this.#now;
  }

  pass(days: number): void {
    this.#now = plusMinutes(this.#now, days * 24 * 60);
  }
}

export interface House {
  readonly app: FastifyInstance;
  readonly tools: PeopleTools;
  readonly store: Store;
  readonly alerts: AlertTools;
  readonly clock: TestClock;
  readonly members: Readonly<Record<Role, string>>;
  /** Asks as a holder; `nobody` is not signed in. */
  ask(holder: Holder | 'nobody', request: InjectOptions): Promise<LightMyRequestResponse>;
  cookieOf(role: Role): Promise<string>;
}

async function open(store: Store, name: string, lines: readonly Line[]): Promise<void> {
  const named = lines.map(([kind, at, body]): Line => [kind, at, kind === 'operation.opened' ? { ...body, operation: name } : body]);
  const recorded = await record(store, OperationId.parse(name), journal(named));
  invariant(recorded.ok, `the small operation is taken in: ${JSON.stringify(recorded)}`);
}

/** `over`: what of the desk the test puts in place of the real one. */
export async function houseWithPeople(store: Store & { readonly db: AccountsDatabase }, over: (desk: Desk) => Partial<Desk> = () => ({})): Promise<House> {
  const clock = new TestClock();
  await open(store, 'test', [...SENT, ...OTHERS]);
  await open(store, 'elsewhere', SMALL);
  const tools = { ...(await peopleOn(store.db, new URL(ORIGIN))), store, clock };
  const members: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    await tools.roster.putOrganisation({ organisation: organisationOf(role), name: `The ${role}`, bindings: BINDINGS[role].map((it) => ({ operation: 'test', ...it })) });
    const member = await tools.sessions.open({ username: role, name: `Jo ${role}`, password: PASSWORD, email: null, role, organisation: organisationOf(role) });
    invariant(member !== null, 'the name is free');
    members[role] = member;
  }
  const real = deskOverStore(store, { solver: highsSolver(), clock, printer: noPrinter });
  const courier = courierBy({ env: { AIRBRIDGE_WEBHOOK_HOSTS: '127.0.0.1' }, version: '9.9.9' });
  invariant(courier.ok, 'webhooks need no settings');
  const alerts: AlertTools = { desk: real, book: alertBookOn(store.db), courier: courier.value, chance, clock, people: tools, home: () => ORIGIN };
  const app = await buildServer({ ...real, ...over(real) }, { alerts: { tools: alerts, wake: () => undefined }, version: '9.9.9', accounts: { tools, url: new URL(ORIGIN), terminalKey: TERMINAL_KEY }, logs: logsOver(store) });
  const cookies = new Map<Role, Promise<string>>();
  const cookieOf = (role: Role): Promise<string> => {
    const kept = cookies.get(role) ?? signIn(app, role, PASSWORD);
    cookies.set(role, kept);
    return kept;
  };
  const ask: House['ask'] = async (holder, request) => {
    const who = holder === 'nobody' ? {} : holder === 'terminal' ? { authorization: `Bearer ${TERMINAL_KEY}` } : { cookie: await cookieOf(holder) };
    return app.inject({ ...request, headers: { origin: ORIGIN, host: '127.0.0.1:4020', ...who, ...request.headers } });
  };
  return { app, tools, store, alerts, clock, members: members as Record<Role, string>, ask, cookieOf };
}

/** The cookie of a new session. */
export async function signIn(app: FastifyInstance, username: string, password: string): Promise<string> {
  const reply = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: ORIGIN }, payload: { username, password } });
  invariant(reply.statusCode === 200, `${username} signs in: ${reply.body}`);
  return cookieIn(reply);
}

export const cookieIn = ({ cookies }: LightMyRequestResponse): string => cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

// Deciding and approving from the command line, on the reference operation: `plan --forbid`, `plan --record`, `approve`; what
// each says, and what stands in the journal afterwards.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHere } from '../../src/app/read-here.ts';
import type { PlanReport } from '../../src/app/desk.ts';
import { run as runProgram } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { invariant, ok } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { signer } from '../../src/storage/signer.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { REFERENCE } from '../support/packs.ts';
import { noFetcher } from '../support/fetcher.ts';
import { noPrinter } from '../support/printer.ts';

const OP = 'liege-2020';
const base = newFolder();
const home = join(base, '.airbridge');
const solver = highsSolver();
afterAll(() => solver.close());

async function airbridge(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const world: World = {
    version: '0.0.0',
    checkout: base,
    base,
    env: {},
    clock: { now: () => instantFromMs(Date.UTC(2020, 3, 2)) },
    out: (text) => void (heard.out += text),
    err: (text) => void (heard.err += text),
    isTerminal: { out: false, err: false },
    printer: noPrinter,
    fetcher: noFetcher,
    solver: () => Promise.resolve(solver),
    reader: () => Promise.resolve(readHere),
    openFolder: async (folder) => ok({ store: await openHome(folder), notices: [], announce: () => undefined, people: () => Promise.reject(new Error('nobody has an account here')), alerts: () => Promise.reject(new Error('nobody is told of anything here')) }),
    signer,
    holderOf: () => Promise.resolve(null),
    courier: () => Promise.reject(new Error('nothing is sent from here')),
    serve: () => Promise.reject(new Error('nothing is served here')),
    onStop: () => undefined,
  };
  return { code: await runProgram(world, args), ...heard };
}
async function planned(...more: readonly string[]): Promise<PlanReport> {
  const { code, out } = await airbridge('plan', OP, '--json', '--as-of', '2020-03-13T23:00:00Z', ...more);
  expect(code).toBe(0);
  return JSON.parse(out) as PlanReport;
}
const rides = ({ lines }: PlanReport, departure: string, recipient: string): number => lines.filter((line) => line.recipient === recipient && line.route.some((id) => id === departure)).length;

beforeAll(async () => {
  mkdirSync(home);
  const imported = await airbridge('import', fileURLToPath(REFERENCE));
  invariant(imported.code === 0, imported.err);
}, 60_000);

describe('on the command line', () => {
  let departure = '';
  let recipient = '';
  let decided: PlanReport;

  test('a departure is forbidden for one recipient: it does not ride on it, and the note gives the reason', async () => {
    const before = await planned();
    const line = before.lines.find(({ route }) => route.length === 1);
    invariant(line !== undefined, 'the plan has lines');
    departure = line.route[0] ?? '';
    recipient = line.recipient;
    decided = await planned('--forbid', `${departure}:${recipient}`, '--record');
    expect(rides(before, departure, recipient)).toBeGreaterThan(0);
    expect(rides(decided, departure, recipient)).toBe(0);
    expect(decided.beside?.plan).toBe(before.plan);
    expect(decided.notes).toContainEqual(expect.stringMatching(new RegExp(`^Departure ${departure} is forbidden for .*: asked for on the command line\\.$`)));
    // Nobody has approved it: it binds no plan yet.
    expect(await planned()).toMatchObject({ plan: before.plan });
  }, 60_000);

  test('a departure that nobody knows is refused with the nearest, and 2', async () => {
    const { code, err } = await airbridge('plan', OP, '--as-of', '2020-03-13T23:00:00Z', '--forbid', departure.slice(0, -1));
    expect(code).toBe(2);
    expect(err.toLowerCase()).toContain('did you mean ');
  }, 60_000);

  test('a plan is approved with what was decided for it, once', async () => {
    const approval = ['approve', OP, decided.plan, '--reason', 'seen by the cell', '--by', 'head of cell', '--freeze', 'decided'];
    expect(await airbridge(...approval)).toEqual({ code: 0, out: `Plan ${decided.plan} is approved: 2 facts recorded, 0 lines stand from now on.\n`, err: '' });
    expect(await airbridge(...approval)).toMatchObject({ code: 0, out: `Plan ${decided.plan} was approved so before.\n` });
    const { out } = await airbridge(...approval, '--json');
    expect(JSON.parse(out)).toEqual({ plan: decided.plan, facts: 0, frozen: 0 });
    expect(rides(await planned(), departure, recipient)).toBe(0);
  }, 60_000);

  test.each([
    ['a plan that there never was', ['approve', OP, 'P-1', '--reason', 'x'], 'Name a plan that was proposed'],
    ['no reason', ['approve', OP, 'P-1'], '--reason <text>'],
  ])('%s is refused, and 2', async (_, args, remedy) => {
    const { code, out, err } = await airbridge(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(remedy);
  });
});

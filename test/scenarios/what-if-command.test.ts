// `airbridge what-if` on what is kept: several side by side, one that cannot be tried among them; what it prints, and with which code it ends.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WhatIfsReport } from '../../src/app/what-if/several.ts';
import { highsSolvers } from '../../src/solver/highs.ts';
import { writePack } from '../../src/standards/packs/write-pack.ts';
import { newFolder } from '../support/folders.ts';
import { hour, journal, type Line } from '../support/journal.ts';
import { saidIn } from '../support/shell.ts';
import { STOCK } from '../support/small-operation.ts';

const kept = (name: string, changes: readonly object[], more: object = {}): Line => ['what-if.kept', 24, { name, changes, ...more }];
const KEPT = [
  kept('Trains', [{ kind: 'rail' }]),
  kept('One more flight', [{ kind: 'flight', like: 'C1', days: 2, times: 1 }], { asOf: hour(30) }),
  kept('An early flight', [{ kind: 'flight', like: 'C1', days: 1, times: 1 }]),
];

const solver = highsSolvers(2);
const folder = newFolder();
beforeAll(() => { for (const [name, content] of writePack(journal([...STOCK, ...KEPT]))) writeFileSync(join(folder, name), content); });
afterAll(() => solver.close());
const whatIf = (...options: readonly string[]) => saidIn(folder, ['what-if', folder, '--as-of', hour(25), ...options], { solver: () => Promise.resolve(solver) });

describe('what is kept, side by side:', () => {
  test('a line for each that is named, and below it the difference', async () => {
    const { code, out, err } = await whatIf('--kept', 'Trains', '--kept', 'One more flight');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "What if? test, as of Mon 2 Mar 2020, 01:00 UTC: 2 what-ifs

                       worst-off  mean cover   Gini  middle, h  last, h  cost, €  CO₂, kg  cartons  check
      ───────────────  ─────────  ──────────  ─────  ─────────  ───────  ───────  ───────  ───────  ─────
      as it stands         12.1%       12.1%   0.00         30       30        5        9        6  clean
      Trains               12.1%       12.1%   0.00         43       43       12        0        6  clean
                              ±0          ±0  ±0.00        +13      +13       +7       −9       ±0
          rail (by itself: as of Thu 1 Jan 2026, 00:00 UTC)
      One more flight      24.1%       24.1%   0.00         30       78       10       18       12  clean
                           +12.1       +12.1  ±0.00         ±0      +48       +5       +9       +6
          flight:C1+2*1 (by itself: as of Mon 2 Mar 2020, 06:00 UTC)

      Below each what-if stands the difference to the operation as it stands; of worst-off and mean cover in points.
      "
    `);
  });

  test('all, in alphabetical order; where one cannot be tried it says why, and the command ends with 1', async () => {
    const { code, out, err } = await whatIf('--all-kept', '--as-of', hour(60));
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/\nAn early flight\n {4}flight:C1\+1\*1: a day after C1 lies before [^.]+\. Name more days, or a later flight\. \(by\s+itself:\s+as of Thu 1 Jan 2026/);
    const { code: again, out: json } = await whatIf('--all-kept', '--as-of', hour(60), '--json');
    expect(again).toBe(1);
    const { futures } = JSON.parse(json) as WhatIfsReport;
    expect(futures.map(({ name, plan, failure }) => [name, plan?.check.ok ?? null, failure?.code ?? null])).toEqual([
      ['An early flight', null, 'bad-change'],
      ['One more flight', null, 'bad-change'],
      ['Trains', true, null],
    ]);
  });

  test.each([
    ['a name that is not kept', ['--kept', 'Trains', '--kept', 'One more fligt'], 'no what-if is kept as One more fligt. Did you mean One more flight?'],
    ['one name twice', ['--kept', 'Trains', '--kept', 'Trains'], 'two what-ifs are named Trains. Give each a name of its own, or name it once.'],
    ['names beside all', ['--kept', 'Trains', '--all-kept'], "option '--kept <name>' cannot be used with option '--all-kept'"],
    ['a change beside all', ['--change', 'rail', '--all-kept'], "option '--change <change>' cannot be used with option '--all-kept'"],
    ['a list beside all', ['--list', '--all-kept'], "option '--all-kept' cannot be used with option '--list'"],
    ['an instant that is none', ['--all-kept', '--as-of', 'soon'], 'soon is not an instant'],
  ])('not %s', async (_, options, told) => expect(await whatIf(...options)).toEqual({ code: 2, out: '', err: expect.stringContaining(told) as string }));
});

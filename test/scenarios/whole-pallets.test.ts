// The reference operation on whole pallets: the plan passes the check, says what goes together, and is approved on the terms on
// which it was made.

import { expect, test } from 'vitest';
import { invariant } from '../../src/domain/result.ts';
import { deskOfReference, OP } from '../support/reference-desk.ts';

const desk = await deskOfReference();

test('a plan on whole pallets is another plan, can be carried out, and is approved as it was asked for', async () => {
  const answer = await desk.plan(OP, { policy: 'deprivation', seed: 1, gap: 0, pallets: 'whole', problem: true });
  invariant(answer.ok, answer.ok ? '' : JSON.stringify(answer.error));
  const { report, problem } = answer.value;
  expect(report.check).toEqual({ ok: true, violations: [] });
  expect(problem).toContain('"pallets": "whole"');
  const pallets = report.pallets ?? [];
  expect(pallets.length).toBeGreaterThan(0);
  for (const { places, filled } of pallets) expect(places - filled).toBeLessThan(1 + 1e-6);
  const told = new Set(pallets.flatMap(({ lines }) => lines));
  expect([...told].toSorted()).toEqual(report.lines.flatMap(({ line, route }) => (route.length > 0 ? [line] : [])).toSorted());
  const ask = { plan: report.plan, by: 'planner', reason: 'seen by the cell', freeze: 'decided', asOf: report.asOf } as const;
  expect(await desk.approve(OP, ask, 'k1')).toMatchObject({ ok: false, error: { code: 'plan-changed' } });
  expect(await desk.approve(OP, { ...ask, pallets: 'whole' }, 'k2')).toMatchObject({ ok: true, value: { plan: report.plan } });
}, 180_000);

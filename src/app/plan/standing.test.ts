// Where a plan's search for prices begins: the latest earlier plan of the same policy that has some, whatever was recorded since.

import { describe, expect, test } from 'vitest';
import { PlanId } from '../../domain/ids.ts';
import type { PlanPrices, PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { at } from '../../planner/tiny.fixture.ts';
import { planBefore } from './standing.ts';

const prices: PlanPrices = { rooms: {}, handling: {}, stocks: [] };
const recorded = (plan: string, asOf: string, policy: Policy, its: PlanPrices | null = prices): PlanProposed => ({ plan: PlanId.parse(plan), asOf: at(asOf), policy, ...(its !== null && { prices: its }) }) as PlanProposed;
const begun = (asOf: string, ...plans: readonly PlanProposed[]): string | null =>
  planBefore({ asOf: at(asOf), known: { plans: new Map(plans.map((proposed) => [proposed.plan, { proposed }])) } } as unknown as Parameters<typeof planBefore>[0], 'deprivation')?.plan ?? null;

describe('begins from the prices of', () => {
  const nine = recorded('deprivation-9', '14T09:00', 'deprivation');
  const ten = recorded('deprivation-10', '14T10:00', 'deprivation');
  test('the plan of the hour before', () => expect(begun('14T11:00', nine, ten)).toBe('deprivation-10'));
  test('the latest instant, not the last that was recorded', () => expect(begun('14T11:00', ten, nine)).toBe('deprivation-10'));
  test('of one instant the last that was recorded', () => expect(begun('14T11:00', nine, recorded('deprivation-9b', '14T09:00', 'deprivation'))).toBe('deprivation-9b'));
  test('none of the same instant: asked again once it is recorded, it is the same plan', () => expect(begun('14T10:00', nine, ten)).toBe('deprivation-9'));
  test('none of another policy, for its objective is another', () => expect(begun('14T11:00', nine, recorded('severity-10', '14T10:00', 'severity'))).toBe('deprivation-9'));
  test('none without prices: an exact plan, or one of equal cover', () => expect(begun('14T11:00', nine, recorded('deprivation-10', '14T10:00', 'deprivation', null))).toBe('deprivation-9'));
  test('nothing, where no plan was recorded', () => expect(begun('14T11:00')).toBeNull());
});

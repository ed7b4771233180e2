// The state machine of a request as a table: every state against every step.

import { describe, expect, test } from 'vitest';
import { after, REQUEST_STATES, REQUEST_STEPS, waitsFor, type RequestState } from './request.ts';

const NO = null;
//                             ask       answer      accept      decline     withdraw     replace
const ROWS: readonly (readonly [RequestState, ...(RequestState | null)[]])[] = [
  ['open',      'asked',  NO,         'accepted', 'declined', 'withdrawn', 'replaced'],
  ['asked',     'asked',  'answered', 'accepted', 'declined', 'withdrawn', 'replaced'],
  ['answered',  'asked',  NO,         'accepted', 'declined', 'withdrawn', 'replaced'],
  ['accepted',  NO,       NO,         NO,         NO,         'withdrawn', NO],
  ['declined',  NO,       NO,         NO,         NO,         NO,          NO],
  ['withdrawn', NO,       NO,         NO,         NO,         NO,          NO],
  ['replaced',  NO,       NO,         NO,         NO,         NO,          NO],
];

describe('a request', () => {
  test('has a row for each state and a cell for each step', () => {
    expect(ROWS.map(([state]) => state)).toEqual(REQUEST_STATES);
    expect(new Set(ROWS.map(([, ...cells]) => cells.length))).toEqual(new Set([REQUEST_STEPS.length]));
  });
  test.each(ROWS.flatMap(([state, ...cells]) => REQUEST_STEPS.map((step, k) => [state, step, cells[k] ?? NO] as const)))('that is %s: %s → %s', (state, step, expected) => {
    const found = after(state, step);
    expect(found.ok ? found.value : NO).toBe(expected);
  });
  test('that cannot take a step says why, and what can be done', () => {
    expect(after('declined', 'accept')).toEqual({ ok: false, error: { problem: 'a request that is declined cannot be accepted', remedy: 'correct the refusal, or file the request anew' } });
    expect(after('open', 'answer')).toEqual({ ok: false, error: { problem: 'a request that is open cannot be answered', remedy: 'ask, accept, decline or withdraw it' } });
  });
  test('waits for a person until there is a question, then for the requester, and in the end for nobody', () =>
    expect(REQUEST_STATES.map(waitsFor)).toEqual(['person', 'requester', 'person', null, null, null, null]));
});

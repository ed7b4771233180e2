// The cache of pages by its own clock: one making for many readers, an old page for a moment and never for longer, bounded memory.

import { describe, expect, test } from 'vitest';
import { PageCache, TooBusy, type KeptPage, type Page } from './page-cache.ts';

const page = (body: string): Page => ({ type: 'text/html', body });
const text = (kept: KeptPage): string => kept.plain.toString();

/** A cache whose clock stands still, and a page that says which version it was made of. */
function setUp(limits = {}) {
  const clock = { now: 0 };
  const cache = new PageCache(limits, () => clock.now);
  const made: string[] = [];
  const ask = async (version: string, key = 'a', rare = false): Promise<string> => text(await cache.page(key, version, rare, async () => {
    made.push(`${key} ${version}`);
    return Promise.resolve(page(`${key} of ${version}`));
  }));
  return { clock, cache, made, ask };
}

describe('a page', () => {
  test('is made once for all who ask at the same time', async () => {
    const { ask, made } = setUp();
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => ask('1'))))).toEqual(new Set(['a of 1']));
    expect(made).toEqual(['a 1']);
  });

  test('is handed out old for a second while the next one is made, and never later', async () => {
    const { ask, made, clock } = setUp();
    await ask('1');
    clock.now = 700;
    expect(await ask('2')).toBe('a of 1');
    await expect.poll(() => ask('2')).toBe('a of 2');
    clock.now = 2_000;
    expect(await ask('3')).toBe('a of 3');
    expect(made).toEqual(['a 1', 'a 2', 'a 3']);
  });

  test('is not made for every fact of a burst', async () => {
    const { ask, made, clock } = setUp();
    await ask('1');
    for (let n = 2; n < 60; n += 1) {
      clock.now += 10;
      await ask(String(n));
    }
    expect(made.length).toBeLessThan(5);
  });

  test('that cannot be made is nobody’s, and is tried again', async () => {
    const { cache } = setUp();
    await expect(cache.page('a', '1', false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(cache.state.entries).toBe(0);
    expect(text(await cache.page('a', '1', false, () => Promise.resolve(page('yes'))))).toBe('yes');
  });
});

describe('pages', () => {
  test('of other instants are made at a measured rate', async () => {
    const { ask, made, clock } = setUp({ burst: 3, perSecond: 1 });
    const asked = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => ask('1', `at ${n}`, true)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(asked.find((it) => it.status === 'rejected')?.reason).toBeInstanceOf(TooBusy);
    expect(await ask('1', 'at 0', true)).toBe('at 0 of 1');
    clock.now = 2_000;
    await ask('1', 'at 8', true);
    await ask('1', 'at 9', true);
    await expect(ask('1', 'at 10', true)).rejects.toThrow(TooBusy);
    expect(made).toHaveLength(5);
  });

  test('take no more than so much memory, and the newest stay', async () => {
    const { ask, cache, made } = setUp({ entries: 5 });
    for (let n = 0; n < 50; n += 1) await ask('1', `key ${n}`);
    expect(cache.state.entries).toBe(5);
    expect(cache.state.bytes).toBeLessThan(5 * 20);
    await ask('1', 'key 49');
    expect(made).toHaveLength(50);
    await ask('1', 'key 0');
    expect(made).toHaveLength(51);
  });
});

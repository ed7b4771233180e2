import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Instant } from '../domain/time.ts';
import { bootId, type Holder, readLock, takeLock } from './lock.ts';

const NOW = Instant.parse('2020-03-13T20:30:00.000Z');
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'airbridge-lock-'));
});
afterEach(() => rmSync(home, { recursive: true }));

async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

const leaveBehind = (holder: Partial<Holder>) => writeFileSync(join(home, 'lock'), JSON.stringify({ pid: process.pid, processStart: null, boot: bootId(), startedAt: NOW, url: null, ...holder }));

describe('the lock of a data folder', () => {
  test('names who has it, and where they serve once they do', async () => {
    const taken = await takeLock(home, NOW);
    expect(readLock(home)).toMatchObject({ pid: process.pid, url: null });
    if (taken.ok) taken.value.setUrl('http://127.0.0.1:4020');
    expect(readLock(home)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4020' });
    expect(await takeLock(home, NOW)).toMatchObject({ ok: false, error: { code: 'folder-in-use', pid: process.pid, url: 'http://127.0.0.1:4020' } });
    if (taken.ok) taken.value.release();
    expect(readLock(home)).toBeNull();
    expect((await takeLock(home, NOW)).ok).toBe(true);
  });

  test.each([
    ['a process that is gone', async () => leaveBehind({ pid: await pidOfTheDead() })],
    ['an earlier run of the machine', async () => leaveBehind({ boot: 'an earlier run' })],
    ['an earlier process that had our number', async () => leaveBehind({ processStart: 'long ago' })],
    ['a process that died while writing it', async () => writeFileSync(join(home, 'lock'), '{"pid":')],
  ])('of %s is taken over', async (_, leave) => {
    await leave();
    expect(readLock(home)).toBeNull();
    expect((await takeLock(home, NOW)).ok).toBe(true);
    expect(readLock(home)?.pid).toBe(process.pid);
  });

  test('lets one through of several that find it left behind', async () => {
    leaveBehind({ boot: 'an earlier run' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeLock(home, NOW)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test('that another has taken meanwhile is neither released nor changed', async () => {
    const taken = await takeLock(home, NOW);
    leaveBehind({ startedAt: Instant.parse('2020-03-14T00:00:00.000Z'), url: 'http://other' });
    const before = readFileSync(join(home, 'lock'), 'utf8');
    if (taken.ok) taken.value.setUrl('http://ours');
    if (taken.ok) taken.value.release();
    expect(readFileSync(join(home, 'lock'), 'utf8')).toBe(before);
  });
});

// Data folders of tests: fresh ones, removed afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Clock } from '../../src/app/ports.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import { type EmbeddedOptions, openEmbedded } from '../../src/storage/open.ts';

export const wallClock: Clock = { now: () => instantFromMs(Date.now()) };

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder; call it inside a test file only. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-test-'));
  made.push(folder);
  return folder;
}

/** Opens a folder that must open. */
export async function openHome(home: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedStore> {
  const opened = await openEmbedded(home, { clock: wallClock, ...options });
  invariant(opened.ok, opened.ok ? '' : `${opened.error.message} ${opened.error.remedy}`);
  return opened.value;
}

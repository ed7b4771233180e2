// The transparency logs of the operations in a store, and keeping them up to their journals while a server runs.

import { machineSha256 } from '../app/log/machine-sha256.ts';
import { type PublicLogs, publicLogs } from '../app/log/public-logs.ts';
import type { Store } from '../app/ports.ts';
import { storeFailure } from '../app/store-failure.ts';
import type { World } from './world.ts';

/** How long a fact may wait for its checkpoint where nobody asks for one. */
const BEAT_MS = 5_000;

/** `host`: as in the address that people type. */
export const logsOf = ({ signer, clock }: World, store: Store, host: string): PublicLogs => publicLogs({ store, signer, clock, sha256: machineSha256, host });

/** What is wrong with a log is said once. */
export function keepPublishing(world: World, logs: PublicLogs): { end(): Promise<void> } {
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) world.err(`airbridge: ${line}\n`);
    said.add(line);
  };
  const publish = async (): Promise<void> => {
    try {
      await logs.publish();
      for (const { operation, problem } of logs.problems()) say(`the transparency log of ${operation} does not go on: ${problem}. Nothing is signed until the journal is put back from a backup.`);
    } catch (error) {
      const failed = storeFailure(error);
      // A log that broke must not take the hub with it.
      say(failed === null ? `the transparency logs broke off: ${String(error)}` : `the transparency logs wait: ${failed.message} ${failed.remedy}`);
    }
  };
  let running = publish();
  const beat = setInterval(() => {
    running = running.then(publish);
  }, BEAT_MS);
  return {
    end: async () => {
      clearInterval(beat);
      await running;
    },
  };
}

// Kills a program at a moment of the test's choosing, and checks what a data folder still holds against what the program
// had acknowledged before it died. The check reads facts, chains them itself and shares no code with the store.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import type { Head, Store } from '../../src/app/ports.ts';
import type { OperationId, Sha256 } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';

export const FACTS_IN_BATCH = 3;
export const UNITS_A_FACT = 11;

/** A line of the acknowledgement file. */
export interface Acknowledged {
  readonly operation: OperationId;
  readonly key: string;
  readonly head: Head;
}

export const acknowledgedIn = (path: string): readonly Acknowledged[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as Acknowledged)
    : [];

/**
 * Runs a TypeScript program and kills it with SIGKILL `afterMs` after it has acknowledged something new, or after it was
 * started. Throws where it ends by itself.
 */
export async function runAndKill(program: string, args: readonly string[], moment: { readonly since: 'start' | 'first-answer'; readonly afterMs: number; readonly acknowledged: string }): Promise<void> {
  const before = acknowledgedIn(moment.acknowledged).length;
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = once(child, 'exit');
  const alive = () => invariant(child.exitCode === null, `the program ended by itself: ${complaint}`);
  const deadline = performance.now() + 60_000;
  try {
    while (moment.since === 'first-answer' && acknowledgedIn(moment.acknowledged).length === before) {
      alive();
      invariant(performance.now() < deadline, 'the program acknowledged nothing within 60 s');
      await wait(10);
    }
    await wait(moment.afterMs);
    alive();
  } finally {
    child.kill('SIGKILL');
  }
  await ended;
}

/** What is wrong with a store that should hold everything acknowledged, whole batches only, and sums that fit; empty where nothing is. */
export async function losses(store: Store, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const operation of new Set(acknowledged.map((it) => it.operation))) {
    const facts = await store.facts(operation);
    const heads = ['0'.repeat(64)];
    for (const fact of facts) heads.push(createHash('sha256').update(`${heads.at(-1)}${canonicalize(fact)}`).digest('hex'));
    for (const { key, head } of acknowledged.filter((it) => it.operation === operation)) {
      if (heads[head.seq] !== head.hash) problems.push(`${operation}: batch ${key}, acknowledged with head ${head.seq}, is lost or changed`);
    }
    const stored = await store.head(operation);
    if (stored.seq !== facts.length || stored.hash !== heads.at(-1)) problems.push(`${operation}: the head is not that of its facts`);
    const batches = Map.groupBy(facts, (fact) => fact.key.split('/')[0]);
    for (const [key, batch] of batches) if (batch.length !== FACTS_IN_BATCH) problems.push(`${operation}: batch ${key} is half there`);
    const sum = (await store.balances(operation)).find((it) => it.account === 'outstanding')?.units;
    if (sum !== facts.length * UNITS_A_FACT) problems.push(`${operation}: ${sum} units stand where the facts promise ${facts.length * UNITS_A_FACT}`);
    for (const fact of facts) {
      const hash = fact.evidence[0]?.sha256;
      if (hash === undefined || (await store.evidence(hash)) === null) problems.push(`${operation}: the evidence of fact ${fact.seq} is lost`);
      if ((await store.person(operation, fact.note as Sha256)) === null) problems.push(`${operation}: the person of fact ${fact.seq} is lost`);
    }
  }
  return problems;
}

// The transparency logs of the operations that are public: what their addresses answer. Each is brought up to its journal when
// somebody asks, and every few seconds while a server runs. An operation that is not public has no log for anybody.

import { ALWAYS, effective } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import { OperationId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { fold } from '../../ledger/apply.ts';
import { partition } from '../../ledger/partition.ts';
import { toBase64 } from '../../log/hash.ts';
import { writeKeys } from '../../log/keys.ts';
import { inclusionProof } from '../../log/proofs.ts';
import { ENTRIES, isWithin, type Tile } from '../../log/tiles.ts';
import { writeTotals } from '../../log/totals-page.ts';
import { FIGURES, type TotalsRow } from '../../log/totals.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import { OperationLog } from './operation-log.ts';
import { type LogTools, rotate, sign, type Signed } from './publish.ts';

type Answer<T> = Promise<Result<T, Failure>>;

export interface LogSummary {
  readonly operation: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** The key that signs. */
  readonly key: string;
  /** Facts that are in it. */
  readonly facts: number;
  /** Why it has not gone on; null: it has. */
  readonly problem: string | null;
}

export interface FactProof {
  readonly operation: string;
  readonly origin: string;
  readonly fact: { readonly seq: number; readonly id: string };
  /** Nearly always one: a fact that moves a great deal goes on in further leaves. */
  readonly leaves: readonly { readonly index: number; readonly leaf: string; readonly proof: readonly string[] }[];
  /** The tree that the proofs lead to. */
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
}

export interface PublicLogs {
  checkpoint(operation: string): Answer<string>;
  keys(operation: string): Answer<string>;
  totals(operation: string): Answer<string>;
  /** Hashes, or leaves. */
  tile(operation: string, tile: Tile): Answer<Uint8Array>;
  summary(operation: string): Answer<LogSummary>;
  /** That a fact, by its id or number, is in the log. */
  prove(operation: string, fact: string): Answer<FactProof>;
  rotate(operation: string, from: string): Answer<LogSummary>;
  /** Brings every public log up to its journal. */
  publish(): Promise<void>;
  /** Logs that cannot go on, and why. */
  problems(): readonly { readonly operation: string; readonly problem: string }[];
}

interface Standing {
  readonly log: OperationLog;
  readonly signed: Signed;
}

interface Kept extends Standing {
  /** Of the journal that it was brought up to. */
  readonly head: string;
  readonly at: number;
}

/** How old what tiles are served from may be. */
const FRESH_MS = 1_000;

export function publicLogs(tools: LogTools): PublicLogs {
  const logs = new Map<OperationId, OperationLog>();
  const standing = new Map<OperationId, Kept>();
  const last = new Map<OperationId, Promise<unknown>>();

  /** One after the other for an operation. */
  const inTurn = <T>(operation: OperationId, task: () => Promise<T>): Promise<T> => {
    const running = (last.get(operation) ?? Promise.resolve()).then(task, task);
    last.set(operation, running.catch(() => undefined));
    return running;
  };

  const now = (): number => Date.parse(tools.clock.now());

  const bringUp = async (operation: OperationId): Answer<Standing> => {
    const head = (await tools.store.head(operation)).hash;
    const before = standing.get(operation);
    if (before?.head === head) {
      // Another process may have a new key sign meanwhile.
      const stands = { ...before, signed: await sign(before.log, tools), at: now() };
      standing.set(operation, stands);
      return ok(stands);
    }
    const journal = await tools.store.facts(operation);
    if (journal.length === 0 || !operationOf(journal).isPublic) {
      standing.delete(operation);
      return err(notPublic(operation));
    }
    let log = logs.get(operation);
    // The journal was put back from an older copy while we ran.
    if (log === undefined || log.seq > journal.length) logs.set(operation, (log = new OperationLog(operation, tools.store, tools.sha256)));
    await log.extend(journal);
    const signed = await sign(log, tools);
    // Facts that came in since the head was read are in it: then the next call reads once more, and finds nothing new.
    const stands = { log, signed, head, at: now() };
    standing.set(operation, stands);
    return ok(stands);
  };

  const known = async (operation: string): Answer<OperationId> => {
    const id = OperationId.safeParse(operation);
    return id.success && (await tools.store.operations()).includes(id.data) ? ok(id.data) : err(notPublic(operation));
  };

  const current = async (operation: string): Answer<Standing> => {
    const id = await known(operation);
    return id.ok ? inTurn(id.value, () => bringUp(id.value)) : id;
  };

  const recent = async (operation: string): Answer<Standing> => {
    const id = OperationId.safeParse(operation);
    const stands = id.success ? standing.get(id.data) : undefined;
    return stands !== undefined && now() - stands.at < FRESH_MS ? ok(stands) : current(operation);
  };

  const summaryOf = ({ log, signed: { origin, size, root, keys, problem } }: Standing): LogSummary => ({ operation: log.operation, origin, size, root: toBase64(root), key: keys.keys.at(-1)?.vkey ?? '', facts: log.seq, problem });

  const totals = keptTotals(tools);

  return {
    checkpoint: async (operation) => mapped(await current(operation), ({ signed }) => signed.checkpoint),
    keys: async (operation) => mapped(await current(operation), ({ signed }) => writeKeys(signed.keys)),
    totals: async (operation) => {
      const stands = await current(operation);
      return stands.ok ? ok(await totals(stands.value)) : stands;
    },
    tile: async (operation, tile) => {
      const stands = await recent(operation);
      if (!stands.ok) return stands;
      const { log, signed } = stands.value;
      const content = isWithin(tile, Math.min(signed.size, log.size)) ? (tile.level === ENTRIES ? await log.bundle(tile) : log.tile(tile)) : null;
      return content === null ? err({ code: 'no-such-tile', message: `a tree of ${signed.size} leaves has no such tile`, remedy: 'read the checkpoint first: it says how many leaves there are' }) : ok(content);
    },
    summary: async (operation) => mapped(await current(operation), summaryOf),
    prove: async (operation, fact) => {
      const stands = await current(operation);
      return stands.ok ? proofOf(stands.value, await tools.store.facts(stands.value.log.operation), fact) : stands;
    },
    rotate: async (operation, from) => {
      const id = await known(operation);
      if (!id.ok) return id;
      return inTurn(id.value, async () => {
        const stands = await bringUp(id.value);
        if (!stands.ok) return stands;
        const signed = await rotate(stands.value.log, tools, from);
        return mapped(signed, (it) => summaryOf({ log: stands.value.log, signed: it }));
      });
    },
    publish: async () => {
      for (const operation of await tools.store.operations()) await inTurn(operation, () => bringUp(operation));
    },
    problems: () => [...standing].flatMap(([operation, { signed: { problem } }]) => (problem === null ? [] : [{ operation, problem }])),
  };
}

const notPublic = (operation: string): Failure => ({ code: 'log-not-public', message: `there is no public log of ${operation}`, remedy: 'set public to yes in the sheet operation, and import it again; or name another operation' });

const mapped = <T, U>(answer: Result<T, Failure>, shape: (value: T) => U): Result<U, Failure> => (answer.ok ? ok(shape(answer.value)) : answer);

/** What the ledger says at the tree that was signed. A checkpoint that could not go on keeps the figures of the journal that is there: verify then names the difference. */
function keptTotals({ store }: LogTools): (standing: Standing) => Promise<string> {
  const kept = new Map<OperationId, { readonly root: string; readonly page: string }>();
  return async ({ log, signed: { origin, size, root: signedRoot } }) => {
    const root = toBase64(signedRoot);
    const known = kept.get(log.operation);
    if (known?.root === root) return known.page;
    const journal = (await store.facts(log.operation)).slice(0, log.seq);
    const page = writeTotals({ origin, size, root, totals: totalsOf(journal) });
    kept.set(log.operation, { root, page });
    return page;
  };
}

function totalsOf(journal: readonly Fact[]): TotalsRow[] {
  const rows = partition(fold(effective(journal, ALWAYS)).ledger).filter((row) => FIGURES.some((figure) => row[figure] !== 0));
  const key = ({ pledge, item }: TotalsRow): string => `${pledge}\t${item}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function proofOf({ log, signed }: Standing, journal: readonly Fact[], named: string): Answer<FactProof> {
  const fact = /^\d+$/.test(named) ? journal[Number(named) - 1] : journal.find(({ id }) => id === named);
  const place = fact === undefined ? null : log.placeOf(fact.seq);
  if (fact === undefined || place === null || place[1] > Math.min(signed.size, log.size)) return err({ code: 'unknown-leaf', message: `fact ${named} is not in the log`, remedy: 'name a fact by its id or its number in the journal' });
  const [from, to] = place;
  // Of the tree that was signed: the journal may have gone on since.
  const tree = { ...log.tiled(), size: signed.size };
  const made = await log.leaves(from, to);
  const leaves = await Promise.all(made.map(async (leaf, n) => ({ index: from + n, leaf: new TextDecoder().decode(leaf), proof: (await inclusionProof(tree, from + n)).map(toBase64) })));
  return ok({ operation: log.operation, origin: signed.origin, fact: { seq: fact.seq, id: fact.id }, leaves, size: signed.size, root: toBase64(signed.root), checkpoint: signed.checkpoint });
}

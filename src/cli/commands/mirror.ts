// airbridge mirror URL DIR: keeps a copy of a transparency log, checked whole, and says when the log no longer extends what was
// seen of it before. Then the copy stays as it is, both checkpoints are kept as evidence, and the answer is 1.

import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import { machineSha256 } from '../../app/log/machine-sha256.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { type Checkpoint, readCheckpoint } from '../../log/checkpoint.ts';
import { isSame, toBase64 } from '../../log/hash.ts';
import { type KnownKeys, readKeys } from '../../log/keys.ts';
import { nobleVerify } from '../../log/noble.ts';
import { readNote } from '../../log/note.ts';
import { problem, type Problem } from '../../log/problem.ts';
import { checkConsistency, consistencyProof, TileMissing } from '../../log/proofs.ts';
import { tilesFrom } from '../../log/prove.ts';
import type { LogSource } from '../../log/source.ts';
import { signedBy, type Verified, verifyLog } from '../../log/verify.ts';
import { inkFor, type Ink } from '../ink.ts';
import { isAddress, logAt, logIn } from '../log-source.ts';
import { problemLines } from '../log-text.ts';
import { MirrorFolder } from '../mirror-folder.ts';
import { countingOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';
import { keptIn } from './verify.ts';

interface Options {
  readonly json?: true;
  readonly key?: string;
}

export const mirrorCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void program
    .command('mirror')
    .description('keep a copy of a transparency log, and say when it no longer extends what was seen of it')
    .argument('<url>', 'the address of the log, such as https://HOST/log/OPERATION')
    .argument('<folder>', 'a new folder, or the one of an earlier copy')
    .option('--key <vkey>', 'the key that you know to be the log’s; without it, the one seen first is held to')
    .option('--json', 'print one JSON value on stdout, and nothing else')
    .action(async (url: string, folder: string, options: Options) => exit(await mirror(world, url, folder, options)));

interface Mirrored {
  readonly ok: boolean;
  readonly origin: string | null;
  readonly size: number | null;
  readonly root: string | null;
  /** What the copy had; null: it is new. */
  readonly before: { readonly size: number; readonly root: string } | null;
  readonly fetched: number;
  /** Files in the folder that prove that the log was changed. */
  readonly evidence: readonly string[];
  readonly totals: Verified['totals'];
  readonly problems: readonly Problem[];
}

async function mirror(world: World, url: string, path: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const opened = await open(url, path, options);
  if (!opened.ok) return refuse(world, opened.error, json);
  const progress = countingOf(world, 'Copying');
  const mirrored = await copy(opened.value, (leaves, of) => progress.watch(`${count(leaves)} of ${count(of)} leaves`)).finally(() => progress.done());
  if (json) printJson(world, mirrored);
  else world.out(`${mirroredText(mirrored, path, inkFor(world))}\n`);
  return mirrored.ok ? 0 : 1;
}

type Heads = Readonly<Record<'checkpoint' | 'keys' | 'totals', Uint8Array>>;

interface Copy {
  readonly there: LogSource;
  readonly folder: MirrorFolder;
  readonly heads: Heads;
  /** What the copy has: its checkpoint and keys. */
  readonly standing: { readonly head: Checkpoint; readonly note: Uint8Array; readonly keys: KnownKeys } | null;
  readonly pinned: readonly string[];
}

const tools = { sha256: machineSha256, verifySignature: nobleVerify };
/** The log may grow while its heads are read one after the other. */
const TRIES = 3;

async function open(url: string, path: string, { key }: Options): Promise<Result<Copy, Refusal>> {
  if (!isAddress(url)) return err({ code: 'no-such-log', message: `${url} is no address`, remedy: 'name the address of a log, such as https://HOST/log/OPERATION' });
  const folder = new MirrorFolder(path);
  if (await folder.isForeign()) return err({ code: 'target-not-empty', message: `the folder ${path} holds something else`, remedy: 'name a new folder, or the one of an earlier copy' });
  const there = logAt(url);
  const heads = await headsOf(there);
  if (heads === null) return err({ code: 'no-such-log', message: `there is no transparency log at ${url}`, remedy: 'name the address of a public operation’s log, such as http://127.0.0.1:4020/log/liege-2020' });
  const here = logIn(path);
  const [note, keys] = [await here.read('checkpoint'), await here.read('keys')];
  if (note === null || keys === null) return ok({ there, folder, heads, standing: null, pinned: key === undefined ? [] : [key] });
  const [head, known] = [headIn(note), readKeys(keys, tools)];
  if (head === null || !known.ok) return err({ code: 'copy-damaged', message: `the copy in ${path} is damaged`, remedy: 'look at it with airbridge verify, put it back from a backup, or begin a new one in another folder' });
  return ok({ there, folder, heads, standing: { head, note, keys: known.value }, pinned: key === undefined ? known.value.keys.map((it) => it.key.vkey).slice(-1) : [key] });
}

async function headsOf(there: LogSource): Promise<Heads | null> {
  for (let tries = 1; ; tries += 1) {
    const [totals, checkpoint, keys] = [await there.read('totals'), await there.read('checkpoint'), await there.read('keys')];
    if (checkpoint === null || keys === null || totals === null) return null;
    const again = await there.read('totals');
    if (tries >= TRIES || (again !== null && isSame(again, totals))) return { checkpoint, keys, totals };
  }
}

function headIn(bytes: Uint8Array): Checkpoint | null {
  const note = readNote(bytes);
  const head = note.ok ? readCheckpoint(note.value) : note;
  return head.ok ? head.value : null;
}

async function copy({ there, folder, heads, standing, pinned }: Copy, onLeaves: (leaves: number, of: number) => void): Promise<Mirrored> {
  const kept = standing === null ? [] : [...(await keptIn(folder.folder)), { where: 'checkpoint', note: standing.note }];
  const contradiction = standing === null ? null : await contradictionTo(standing, there, heads);
  if (standing !== null && contradiction !== null) {
    const evidence = await folder.keepEvidence([{ ...standing.head, note: standing.note }, { ...contradiction.head, note: heads.checkpoint }]);
    return { ...heldBack(contradiction.head, standing), fetched: 0, evidence, problems: [contradiction.problem] };
  }
  const verified = await verifyLog(folder.through(there, heads), { ...tools, keys: pinned, kept, onProgress: ({ step, done, of }) => step === 'leaves' && onLeaves(done, of) });
  const isSaid = verified.problems.some(({ code }) => code === 'keys');
  const problems = [...verified.problems, ...(isSaid ? [] : exchangedKeys(heads, standing))];
  const head = headIn(heads.checkpoint);
  const before = standing === null ? null : { size: standing.head.size, root: toBase64(standing.head.root) };
  const report = { origin: verified.origin, size: verified.size, root: verified.root, before, totals: verified.totals, problems };
  if (problems.length === 0 && head !== null) {
    await folder.take(heads, head, standing?.head ?? null);
    return { ...report, ok: true, fetched: folder.fetched, evidence: [] };
  }
  // What arrived may be what is wrong: the next try fetches it again.
  await folder.dropIncoming();
  const isEvidence = standing !== null && head !== null && problems.some(({ code }) => code === 'forked' || code === 'shrunk' || code === 'keys');
  const evidence = isEvidence ? await folder.keepEvidence([{ ...standing.head, note: standing.note }, { ...head, note: heads.checkpoint }]) : [];
  return { ...report, ok: false, fetched: folder.fetched, evidence };
}

const heldBack = ({ origin, size, root }: Checkpoint, { head }: NonNullable<Copy['standing']>): Pick<Mirrored, 'ok' | 'origin' | 'size' | 'root' | 'before' | 'totals'> => ({ ok: false, origin, size, root: toBase64(root), before: { size: head.size, root: toBase64(head.root) }, totals: [] });

/** Does the log, by its own tiles and not by those that lie here, extend the tree of the copy? Null: it does, or what it shows is not signed at all. */
async function contradictionTo({ head: before }: NonNullable<Copy['standing']>, there: LogSource, heads: Heads): Promise<{ readonly head: Checkpoint; readonly problem: Problem } | null> {
  const known = readKeys(heads.keys, tools);
  const signed = known.ok ? signedBy(heads.checkpoint, known.value, nobleVerify) : known;
  if (!signed.ok) return null;
  const { head } = signed;
  if (head.size < before.size) return { head, problem: problem('shrunk', 'checkpoint', `the log had ${before.size} leaves, and has ${head.size} now`) };
  if (before.size === 0) return null;
  const proof = await consistencyProof(tilesFrom(there, machineSha256, head.size), before.size).catch((error: unknown) => {
    if (error instanceof TileMissing) return null;
    throw error;
  });
  if (proof !== null && checkConsistency(machineSha256, before, head, proof)) return null;
  return { head, problem: problem('forked', 'checkpoint', `the log no longer extends what was seen of it: its first ${before.size} leaves were others then`) };
}

/** Keys that were seen stay; others may follow them. */
function exchangedKeys({ keys }: Heads, standing: Copy['standing']): Problem[] {
  const known = readKeys(keys, tools);
  if (standing === null || !known.ok) return [];
  const gone = standing.keys.keys.find((it, at) => known.value.keys[at]?.key.vkey !== it.key.vkey);
  return gone === undefined ? [] : [problem('keys', 'keys', `${gone.key.vkey} is no longer among them`)];
}

function mirroredText({ ok: holds, origin, size, before, fetched, evidence, problems }: Mirrored, path: string, ink: Ink): string {
  if (holds) {
    const grown = before === null ? 'copied' : size === before.size ? 'is as it was' : `extends what was seen before (${count(before.size)} leaves)`;
    return `${ink.good(origin ?? '')} ${grown}: ${count(size ?? 0)} leaves, ${count(fetched)} parts fetched into ${path}.`;
  }
  const kept = evidence.length === 0 ? [] : ['', `Both checkpoints are kept in ${path}: ${evidence.join(', ')}.`];
  return [`${ink.bad('The log does not hold')}; the copy stays as it was.`, ...problemLines({ problems }, ink), ...kept].join('\n');
}

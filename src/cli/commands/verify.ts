// airbridge verify URL|DIR: the whole check of a transparency log, at its address or in a copy; 1 where it does not hold.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { count } from '../../app/figures.ts';
import { machineSha256 } from '../../app/log/machine-sha256.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readInstant, Zone } from '../../domain/time.ts';
import { nobleVerify } from '../../log/noble.ts';
import { readVerifierKey } from '../../log/note.ts';
import { verifyLog, type VerifyOptions } from '../../log/verify.ts';
import { inkFor } from '../ink.ts';
import { isAddress, logAt, logIn } from '../log-source.ts';
import { verifiedText } from '../log-text.ts';
import { readSeveral } from '../options.ts';
import { countingOf } from '../progress.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { Refusal, World } from '../world.ts';

interface Options {
  readonly json?: true;
  readonly key?: readonly string[];
  readonly checkpoint?: readonly string[];
  readonly asOf?: string;
  readonly totals: boolean;
}

export const verifyCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void program
    .command('verify')
    .description('check a transparency log: signature, every leaf, every tile, proofs, and the totals that follow from the leaves')
    .argument('<log>', 'its address, such as https://HOST/log/OPERATION, or the folder of a copy (airbridge mirror)')
    .option('--key <vkey>', 'the key that you know to be the log’s (name+id+key); without it, its own word is taken', readSeveral)
    .option('--checkpoint <file>', 'a checkpoint that you kept: the log must extend it; may be given several times', readSeveral)
    .option('--as-of <instant>', 'totals as of an instant, such as 2020-03-16T19:40:00Z; default: everything')
    .option('--no-totals', 'hash the leaves without reading them: quicker')
    .option('--json', 'print one JSON value on stdout, and nothing else')
    .action(async (target: string, options: Options) => exit(await verify(world, target, options)));

async function verify(world: World, target: string, options: Options): Promise<ExitCode> {
  const json = options.json === true;
  const asked = await askedOf(target, options);
  if (!asked.ok) return refuse(world, asked.error, json);
  const source = isAddress(target) ? logAt(target) : logIn(target);
  if ((await source.read('checkpoint')) === null && (await source.read('keys')) === null) return refuse(world, noLog(target), json);
  const progress = countingOf(world, 'Verifying');
  const verified = await verifyLog(source, {
    ...asked.value,
    sha256: machineSha256,
    verifySignature: nobleVerify,
    read: options.totals,
    onProgress: ({ step, done, of }) => progress.watch(step === 'leaves' ? `${count(done)} of ${count(of)} leaves` : step),
  }).finally(() => progress.done());
  if (json) printJson(world, verified);
  else world.out(`${verifiedText(verified, inkFor(world))}\n`);
  return verified.ok ? 0 : 1;
}

const noLog = (target: string): Refusal => ({ code: 'no-such-log', message: `there is no transparency log at ${target}`, remedy: 'name the address of a public operation’s log, such as http://127.0.0.1:4020/log/liege-2020, or the folder of a copy' });

async function askedOf(target: string, { key: keys = [], checkpoint = [], asOf }: Options): Promise<Result<Pick<VerifyOptions, 'keys' | 'kept' | 'asOf'>, Refusal>> {
  if (!isAddress(target) && !existsSync(target)) return err(noLog(target));
  for (const vkey of keys) {
    const key = readVerifierKey(machineSha256, vkey);
    if (!key.ok) return err({ code: 'bad-key', message: `${vkey} is no key: ${key.error}`, remedy: 'copy it whole, from name to the last sign' });
  }
  const at = asOf === undefined ? null : readInstant(asOf, Zone.parse('UTC'));
  if (at?.ok === false) return err({ code: 'bad-instant', message: `${asOf} is not an instant`, remedy: at.error });
  const kept: { where: string; note: Uint8Array }[] = isAddress(target) ? [] : await keptIn(target);
  for (const file of checkpoint) {
    const note = await readFile(file).catch(() => null);
    if (note === null) return err({ code: 'no-such-file', message: `${file} cannot be read`, remedy: 'name the file of a checkpoint that you kept' });
    kept.push({ where: file, note: new Uint8Array(note) });
  }
  return ok({ keys, kept, asOf: at?.value ?? null });
}

/** The checkpoints that a copy has seen. */
export async function keptIn(folder: string): Promise<{ where: string; note: Uint8Array }[]> {
  const names = await readdir(join(folder, 'checkpoints')).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ENOTDIR' ? [] : Promise.reject(error)));
  return Promise.all(names.filter((name) => !name.startsWith('.')).toSorted((a, b) => (a < b ? -1 : 1)).map(async (name) => ({ where: `checkpoints/${name}`, note: new Uint8Array(await readFile(join(folder, 'checkpoints', name))) })));
}

// Airbridge as a person starts it: bin/airbridge.mjs in a process of its own, with a data folder and a port of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import process from 'node:process';

export const CHECKOUT = dirname(dirname(import.meta.dirname));
const COMMAND = join(CHECKOUT, 'bin', 'airbridge.mjs');

type Env = Readonly<Record<string, string>>;
const start = (args: readonly string[], env: Env): ChildProcess => spawn(process.execPath, [COMMAND, ...args], { cwd: CHECKOUT, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly heard: { out: string; err: string };
  readonly child: ChildProcess;
  readonly ended: Promise<Said>;
}

function listenTo(child: ChildProcess): Running {
  const heard = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (heard.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (heard.err += text));
  const ended = new Promise<Said>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...heard }));
  });
  return { heard, child, ended };
}

/** Runs a command to its end. */
export const airbridge = (args: readonly string[], env: Env): Promise<Said> => listenTo(start(args, env)).ended;

export interface ServerProcess {
  readonly url: string;
  readonly heard: { readonly out: string; readonly err: string };
  readonly pid: number;
  /** Asks it to stop, and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<Said>;
}

/** Starts a server and waits until it is ready. @throws what it printed, where it ends before that. */
export async function serve(args: readonly string[], env: Env & { readonly PORT: string }): Promise<ServerProcess> {
  const { heard, child, ended } = listenTo(start(['serve', ...args], env));
  const url = `http://127.0.0.1:${env.PORT}`;
  let over: Said | null = null;
  void ended.then((said) => (over = said));
  const isReady = async (): Promise<boolean> => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200;
  while (!(await isReady())) {
    if (over !== null) throw new Error(`the server ended: ${JSON.stringify(over)}`);
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  return {
    url,
    heard,
    pid: child.pid ?? 0,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return String(port);
}

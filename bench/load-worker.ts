// Readers on loopback, as a worker: so many connections, each asking again as soon as it has its answer, over plain sockets, so that
// the readers cost less than the server. Every body is compared with the first one that bore its tag; each new one is handed back once.

import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../src/domain/result.ts';

export interface LoadAsked {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  /** Null: until a message comes. */
  readonly answers: number | null;
}

export interface LoadDone {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no 200, or whose body is not what its tag stands for. */
  readonly wrong: number;
  readonly bytes: number;
  /** Each different body, with when it was first seen (ms since 1970). */
  readonly bodies: readonly { readonly tag: string; readonly at: number; readonly coding: string; readonly body: Uint8Array }[];
}

const HEAD_END = Buffer.from('\r\n\r\n');

async function load({ port, path, connections, answers }: LoadAsked): Promise<LoadDone> {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: br\r\naccept-language: en\r\n\r\n`;
  const delays: number[] = [];
  const bodies = new Map<string, { readonly tag: string; readonly at: number; readonly coding: string; readonly body: Buffer }>();
  const begun = performance.now();
  let [asked, wrong, bytes] = [0, 0, 0];
  let isTold = false;
  parentPort?.once('message', () => (isTold = true));
  const isOver = (): boolean => (answers !== null ? asked >= answers : isTold);

  const take = (head: string, body: Buffer): void => {
    bytes += body.length;
    const tag = /^etag: (.*)$/im.exec(head)?.[1] ?? '';
    const known = bodies.get(tag);
    if (!head.startsWith('HTTP/1.1 200') || tag === '' || (known !== undefined && !known.body.equals(body))) wrong += 1;
    else if (known === undefined) bodies.set(tag, { tag, at: Date.now(), coding: /^content-encoding: (.*)$/im.exec(head)?.[1] ?? '', body: Buffer.from(body) });
  };

  const reader = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let [held, sentAt]: [Buffer[], number] = [[], 0];
      let [size, length, headLength] = [0, -1, 0];
      let head = '';
      const ask = (): void => {
        if (isOver()) {
          socket.end();
          resolve();
          return;
        }
        asked += 1;
        sentAt = performance.now();
        socket.write(request);
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        held.push(chunk);
        size += chunk.length;
        if (length < 0) {
          const all = Buffer.concat(held);
          const end = all.indexOf(HEAD_END);
          if (end < 0) return;
          held = [all];
          head = all.toString('latin1', 0, end);
          headLength = end + HEAD_END.length;
          length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? Number.NaN);
          invariant(Number.isInteger(length), `an answer of ${path} says how long it is`);
        }
        if (size < headLength + length) return;
        delays.push(performance.now() - sentAt);
        const all = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held);
        take(head, all.subarray(headLength, headLength + length));
        [held, size, length] = [[], 0, -1];
        ask();
      });
    });
  await Promise.all(Array.from({ length: connections }, reader));
  const seconds = (performance.now() - begun) / 1_000;
  const sorted = delays.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { answers: delays.length, seconds, p50: quantile(0.5), p99: quantile(0.99), wrong, bytes, bodies: [...bodies.values()] };
}

invariant(parentPort !== null, 'readers run as a worker');
parentPort.postMessage(await load(workerData as LoadAsked));
parentPort.close();

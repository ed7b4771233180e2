import { connect, type AddressInfo, type Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { TERMINAL } from '../app/people/viewer.ts';
import { eventStreams, type SentEvent } from './event-streams.ts';

const PAGES = 400;
/** Of 64 kB each: more than any buffer between here and the reader. */
const page: readonly SentEvent[] = [{ event: 'fact', id: 1, data: 'x'.repeat(65_536) }];

let app: FastifyInstance;
afterEach(() => app.close());

/** Serves so many pages, and tells how many of them were taken and whether the source was let go. */
async function serving(viewer: FastifyRequest['viewer'] = null): Promise<{ readonly port: number; readonly source: { taken: number; over: boolean } }> {
  const source = { taken: 0, over: false };
  async function* pages(): AsyncGenerator<readonly SentEvent[]> {
    try {
      for (; source.taken < PAGES; source.taken += 1) yield page;
    } finally {
      source.over = true;
    }
  }
  app = Fastify({ forceCloseConnections: true });
  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request) => void (request.viewer = viewer));
  const streams = eventStreams({ signedInMs: 300 });
  app.get('/', async (_, reply) => streams.send(reply, new AbortController(), pages()));
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { port: (app.server.address() as AddressInfo).port, source };
}

const ask = (port: number): Socket => {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  return socket;
};

/** Once it is the same twice, a while apart. */
async function settled(read: () => number): Promise<number> {
  for (let last = -1; ; ) {
    const now = read();
    if (now > 0 && now === last) return now;
    last = now;
    await new Promise((resolve) => void setTimeout(resolve, 200));
  }
}

describe('a stream', () => {
  test('is written no faster than its reader reads, and whole to a reader who goes on', async () => {
    const { port, source } = await serving();
    const socket = ask(port).pause();
    expect(await settled(() => source.taken)).toBeLessThan(PAGES);
    expect(source.over).toBe(false);
    let bytes = 0;
    socket.on('data', (chunk) => (bytes += chunk.length)).resume();
    await expect.poll(() => source.over, { timeout: 20_000 }).toBe(true);
    await expect.poll(() => bytes, { timeout: 20_000 }).toBeGreaterThan(PAGES * 65_536);
    socket.destroy();
  });

  test('that somebody signed in for ends by itself, so that its reader is asked again who it is', async () => {
    const { port, source } = await serving(TERMINAL);
    const socket = ask(port).pause();
    await expect.poll(() => source.over, { timeout: 20_000 }).toBe(true);
    expect(source.taken).toBeLessThan(PAGES);
    socket.destroy();
  });

  test('lets go of its source when the reader goes in the middle', async () => {
    const { port, source } = await serving();
    const socket = ask(port).pause();
    await settled(() => source.taken);
    socket.destroy();
    await expect.poll(() => source.over, { timeout: 20_000 }).toBe(true);
    expect(source.taken).toBeLessThan(PAGES);
  });
});

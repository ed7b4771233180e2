// The transparency log: static parts that anybody may fetch and keep (C2SP tlog-tiles), where the operation is public; and for
// pages, the proof that a fact is in it. What is at a tile's path never changes.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { hash } from 'node:crypto';
import type { Failure } from '../../app/failure.ts';
import type { PublicLogs } from '../../app/log/public-logs.ts';
import type { Result } from '../../domain/result.ts';
import { readTilePath } from '../../log/tiles.ts';
import { answer } from '../answer.ts';
import { FactProof, LogFactParams, LogParams, LogSummary, RotationWish, TileParams } from '../contract/log.ts';
import { fileResponses, responses } from '../contract/responses.ts';
import { refuse } from '../problems.ts';

const tags = ['Transparency log'];
const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const BYTES = 'application/octet-stream';
/** Whoever copies a log of a million leaves asks for eight thousand parts. */
const config = { permission: 'open', rateLimit: { max: 30_000, timeWindow: '1 minute' } } as const;

function hand(request: FastifyRequest, reply: FastifyReply, part: Result<string | Uint8Array, Failure>, type: string, isForEver: boolean): FastifyReply {
  if (!part.ok) return refuse(reply.header('cache-control', 'no-store'), part.error);
  const content = typeof part.value === 'string' ? part.value : Buffer.from(part.value);
  const tag = `W/"${hash('sha256', content).slice(0, 32)}"`;
  void reply.type(type).header('etag', tag).header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(content);
}

export const logRoutes =
  (logs: PublicLogs): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/log/:op/checkpoint', { config, schema: { tags, summary: 'The signed checkpoint: how many leaves, and the root over them', params: LogParams, response: fileResponses('The note.', TEXT, 404) } }, async (request, reply) => hand(request, reply, await logs.checkpoint(request.params.op), TEXT, false));

    app.get('/log/:op/keys', { config, schema: { tags, summary: 'The keys of the log, each brought in by the one before it', params: LogParams, response: fileResponses('The keys, as canonical JSON.', JSON_TYPE, 404) } }, async (request, reply) => hand(request, reply, await logs.keys(request.params.op), JSON_TYPE, false));

    app.get('/log/:op/totals', { config, schema: { tags, summary: 'Where the units of each promise are, by the ledger, at the tree of the checkpoint', params: LogParams, response: fileResponses('The totals, as canonical JSON.', JSON_TYPE, 404) } }, async (request, reply) => hand(request, reply, await logs.totals(request.params.op), JSON_TYPE, false));

    app.get('/log/:op/tile/*', { config, schema: { tags, summary: 'A tile of hashes, or a bundle of leaves', params: TileParams, response: fileResponses('The tile.', BYTES, 404) } }, async (request, reply) => {
      const { op, '*': path } = request.params;
      const tile = readTilePath(`tile/${path}`);
      const part = tile === null ? ({ ok: false, error: NO_TILE } as const) : await logs.tile(op, tile);
      return hand(request, reply, part, BYTES, true);
    });
  };

const NO_TILE: Failure = { code: 'no-such-tile', message: 'that is no path of a tile', remedy: 'write it like tile/0/000.p/17, tile/0/x001/234 or tile/entries/000' };

/** Under the interface for programs. */
export const logProofRoutes =
  (logs: PublicLogs): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/log', { config, schema: { tags, summary: 'How far the log is, and the key that signs it', params: LogParams, response: responses('The log.', LogSummary, 404) } }, async (request, reply) => answer(reply.header('cache-control', 'no-cache'), await logs.summary(request.params.op)));

    app.get('/operations/:op/log/facts/:fact', { config, schema: { tags, summary: 'The leaf of a fact, and the proof that it is in the log', params: LogFactParams, response: responses('The leaf with its proof.', FactProof, 404) } }, async (request, reply) => answer(reply.header('cache-control', 'no-cache'), await logs.prove(request.params.op, request.params.fact)));

    app.post('/operations/:op/log/rotation', { config: { permission: 'log.rotate' }, schema: { tags, summary: 'Have a new key sign from here on, at the machine itself', params: LogParams, body: RotationWish, response: responses('The log, with its new key.', LogSummary, 404, 409) } }, async (request, reply) => answer(reply, await logs.rotate(request.params.op, request.body.from)));
  };

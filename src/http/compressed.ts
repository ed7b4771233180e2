// Large answers go out compressed where the reader can read that. Small ones are not worth it; files are compressed when they
// are built.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LEAST_BYTES = 4096;
/** Papers are written uncompressed, so that they are the same bytes everywhere; workbooks are compressed in themselves. Leaves of a log are text. */
const isPlain = ({ url }: FastifyRequest, reply: FastifyReply): boolean => String(reply.getHeader('content-type')).startsWith('application/pdf') || url.includes('/tile/entries/');
const squeeze = promisify(gzip);

/** For Fastify's hook onSend. */
export async function compressLarge(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!(typeof payload === 'string' || (Buffer.isBuffer(payload) && isPlain(request, reply))) || payload.length < LEAST_BYTES || reply.hasHeader('content-encoding')) return payload;
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
  const compressed = await squeeze(payload);
  reply.header('content-encoding', 'gzip').header('content-length', compressed.length);
  return compressed;
}

// What requests that bring a sheet have in common: how large they may be, and that whoever asked may go away before it is read.

import type { FastifyReply } from 'fastify';

/** 50 MB of a sheet are 67 MB in base64; the answers come on top. */
export const sheetLimit = 72 * 1024 * 1024;

/** Whoever asked may go away before the sheet is read: then nobody needs it read. */
export function goneWith({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => raw.writableFinished || gone.abort());
  return gone.signal;
}

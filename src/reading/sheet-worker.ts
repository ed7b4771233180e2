// Runs inside a reading thread: takes one file, reads it to the end, answers. What is long goes back in parts.
// Not here: queueing, going away (sheet-reader.ts); what a sheet means (app/airlift/read-list.ts, app/need/read-count-files.ts, app/need/requests/read-sheet.ts, standards/packs).

import { parentPort } from 'node:worker_threads';
import { readList, type ListAsk } from '../app/airlift/read-list.ts';
import { readRequests, type RequestSheetToRead } from '../app/need/requests/read-sheet.ts';
import { readCountFiles, type CountFilesAsk } from '../app/need/read-count-files.ts';
import { readPack } from '../standards/packs/read-pack.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';

export type ReadRequest = { readonly kind: 'list'; readonly ask: ListAsk } | { readonly kind: 'counts'; readonly ask: CountFilesAsk } | { readonly kind: 'requests'; readonly ask: RequestSheetToRead } | { readonly kind: 'pack'; readonly files: PackFiles };
export type ReadAnswer = { readonly kind: 'part'; readonly items: readonly unknown[] } | { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'failed'; readonly message: string };

/** So many facts or counts cross at a time: some milliseconds for whoever takes them in. */
const PART = 1_000;

function* answersTo(request: ReadRequest): Generator<ReadAnswer> {
  if (request.kind === 'list') yield { kind: 'read', value: readList(request.ask) };
  else if (request.kind === 'requests') yield { kind: 'read', value: readRequests(request.ask) };
  else if (request.kind === 'counts') {
    const read = readCountFiles(request.ask);
    if (read.ok) for (let from = 0; from < read.value.counts.length; from += PART) yield { kind: 'part', items: read.value.counts.slice(from, from + PART) };
    yield { kind: 'read', value: read.ok ? { ...read, value: { ...read.value, counts: [] } } : read };
  } else {
    const { facts, ...rest } = readPack(request.files);
    for (let from = 0; from < facts.length; from += PART) yield { kind: 'part', items: facts.slice(from, from + PART) };
    yield { kind: 'read', value: rest };
  }
}

const port = parentPort;
if (port !== null)
  port.on('message', (request: ReadRequest) => {
    try {
      for (const answer of answersTo(request)) port.postMessage(answer);
    } catch (problem) {
      port.postMessage({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) } satisfies ReadAnswer);
    }
  });

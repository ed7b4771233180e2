// A sheet of requests as far as it can be read without the journal: the work of seconds for a large one, so it is done away from
// whoever else is asked (ports.ts, SheetReader). What goes in and comes out is plain data.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Sha256 } from '../../../domain/ids.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { Answers } from '../../../standards/intake/question.ts';
import { readRequestSheet, type KnownToRequests, type RequestSheet } from '../../../standards/requests/read-request-sheet.ts';
import { readSheets } from '../../../standards/sheets/read-sheets.ts';
import type { Unread } from '../../airlift/read-list.ts';

export interface RequestSheetToRead extends KnownToRequests {
  readonly content: Uint8Array;
  readonly answers: Answers;
}

export interface RequestSheetRead extends RequestSheet {
  readonly sha256: Sha256;
}

export function readRequests({ content, answers, ...known }: RequestSheetToRead): Result<RequestSheetRead, Unread> {
  const sheets = readSheets(content);
  if (!sheets.ok) return err(sheets.error);
  const read = readRequestSheet(sheets.value, known, answers);
  return read.ok ? ok({ ...read.value, sha256: Sha256.parse(bytesToHex(sha256(content))) }) : err({ row: null, ...read.error });
}

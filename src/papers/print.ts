// A paper's description → its PDF. The one way in for papers; labels have their own (labels.ts).

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { invariant, type Result } from '../domain/result.ts';
import type { Paper, Section } from '../standards/documents/paper.ts';
import { Flow } from './flow.ts';
import { drawBoxes, drawFields, drawText } from './sections.ts';
import type { Unprintable } from './sheet.ts';
import { drawTable } from './table.ts';

/**
 * Draws a paper. The same description gives the same bytes, on any machine at any hour.
 * @returns the PDF; or an error where a text holds signs that cannot be printed
 */
export async function printPaper(paper: Paper): Promise<Result<Uint8Array, Unprintable>> {
  const flow = new Flow(paper);
  for (const section of paper.sections) drawSection(flow, section);
  flow.feet(fingerprintOf(paper));
  return await flow.sheets.finish();
}

/** SHA-256 of the description in canonical JSON (RFC 8785): two prints of one paper bear the same, whatever draws them. */
export function fingerprintOf(paper: Paper): string {
  const text = canonicalize(paper);
  invariant(text !== undefined, 'a paper has a canonical form');
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function drawSection(flow: Flow, section: Section): void {
  switch (section.kind) {
    case 'fields':
      return drawFields(flow, section);
    case 'boxes':
      return drawBoxes(flow, section);
    case 'table':
      return drawTable(flow, section);
    case 'text':
      return drawText(flow, section);
  }
}

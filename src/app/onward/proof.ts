// What proves a delivery besides the count: photos and signatures as files, and who signed as a commitment whose name lies in
// the vault. What a file is, is read from its first bytes, never from what it is called. Pages that a claim was read from are kept
// in the same way, also as text.

import { isKind, type Fact } from '../../domain/facts.ts';
import { Sha256 } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import type { PersonalData, Store } from '../ports.ts';

/** A photo of a telephone has 3 to 8 MB. */
const LARGEST = 15 * 1024 * 1024;

const KINDS = [
  { type: 'image/jpeg', begins: [[0, [0xff, 0xd8, 0xff]]] },
  { type: 'image/png', begins: [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]] },
  { type: 'image/webp', begins: [[0, [0x52, 0x49, 0x46, 0x46]], [8, [0x57, 0x45, 0x42, 0x50]]] },
  { type: 'application/pdf', begins: [[0, [0x25, 0x50, 0x44, 0x46, 0x2d]]] },
] as const;

export interface KeptEvidence {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
}

/** A file as it was kept, and the facts that name it: whoever may read one of them may read it. */
export interface EvidenceFile {
  readonly name: string;
  /** As its first bytes say; what is none of the kinds that a browser may show is `application/octet-stream`. */
  readonly type: string;
  readonly content: Uint8Array;
  readonly namedBy: readonly Fact[];
}

const kindOf = (content: Uint8Array): (typeof KINDS)[number] | undefined => KINDS.find(({ begins }) => begins.every(([at, bytes]) => bytes.every((byte, index) => content[at + index] === byte)));

/** UTF-8 without control signs but line ends and tabs. */
function isText(content: Uint8Array): boolean {
  try {
    return content.length > 0 && !/[^\P{Cc}\r\n\t]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

export const unknownEvidence = (hash: string): Failure => ({ code: 'unknown-evidence', message: `no fact names a file ${hash.slice(0, 12)}…`, remedy: 'name a file that a fact bears in its evidence' });

/** Only what a fact of the operation names is handed out. */
export async function evidenceNamed(store: Store, operation: string, hash: string): Promise<Result<EvidenceFile, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const namedBy = journal.value.filter((fact) => fact.evidence.some(({ sha256 }) => sha256 === hash) || (isKind(fact, 'document.filed') && fact.body.file === hash) || (isKind(fact, 'claim.recorded') && fact.body.snapshot === hash));
  const content = namedBy.length === 0 ? null : await store.evidence(Sha256.parse(hash));
  if (content === null) return err(unknownEvidence(hash));
  const title = namedBy.flatMap(({ evidence }) => evidence).find(({ sha256 }) => sha256 === hash)?.title;
  return ok({ name: title ?? hash.slice(0, 12), type: kindOf(content)?.type ?? (namedBy.some((fact) => isKind(fact, 'claim.recorded')) && isText(content) ? 'text/plain; charset=utf-8' : 'application/octet-stream'), content, namedBy });
}

/** The same file again is the same evidence. `also`: a text is taken too, as what somebody said in public may be. */
export async function keepEvidence(store: Store, operation: string, content: Uint8Array, also: 'text' | null = null): Promise<Result<KeptEvidence, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  if (content.length > LARGEST) return err(refused(`the file has ${Math.ceil(content.length / 1_048_576)} MB; at most ${LARGEST / 1_048_576} MB are kept`, 'take the photo in a smaller size, or split the document'));
  const type = kindOf(content)?.type ?? (also === 'text' && isText(content) ? 'text/plain' : null);
  if (type === null) return err(refused(content.length === 0 ? 'the file is empty' : `the file is neither a JPEG, PNG or WebP picture nor a PDF${also === 'text' ? ' nor a text in UTF-8' : ''}`, also === 'text' ? 'paste the text, or save the page as PDF' : 'take a photo, or save the document as PDF'));
  return ok({ sha256: await store.putEvidence(content), type, bytes: content.length });
}

/** Who signed. The fact bears the commitment; the name can be erased. */
export async function keepSignatory(store: Store, operation: string, person: PersonalData): Promise<Result<{ readonly signedBy: Sha256 }, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  return ok({ signedBy: await store.keepPerson(operationOf(journal.value).id, person) });
}

const refused = (message: string, remedy: string): Failure => ({ code: 'evidence-refused', message, remedy });

// What the use cases need of the world. Each port has a contract suite in test/contract that every implementation passes.

import type { Fact, NewFact } from '../domain/facts.ts';
import type { IdempotencyKey, OperationId, Sha256 } from '../domain/ids.ts';
import type { FeedFailureKind } from '../domain/need/publication.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { Posting } from '../ledger/accounts.ts';
import type { Label, LabelFormat } from '../standards/documents/label.ts';
import type { Paper } from '../standards/documents/paper.ts';
import type { Refused as RefusedCounts } from '../standards/counts/table.ts';
import type { ReadPack } from '../standards/packs/read-pack.ts';
import type { PackFiles } from '../standards/packs/write-pack.ts';
import type { ListAsk, ListRead, Unread } from './airlift/read-list.ts';
import type { RequestSheetRead, RequestSheetToRead } from './need/requests/read-sheet.ts';
import type { CountFilesAsk, CountFilesRead } from './need/read-count-files.ts';

export interface Clock {
  now(): Instant;
}

/** The journal's end: how many facts, and the hash that chains them all. `hash` is 64 zeros before the first fact. */
export interface Head {
  readonly seq: number;
  readonly hash: Sha256;
}

export interface Appended {
  /** One for each fact handed in, in that order: fresh ones, and for a repeated key the fact that stands already. */
  readonly facts: readonly Fact[];
  /** How many of them are new. */
  readonly fresh: number;
  readonly head: Head;
}

/** The same key has stood before with another body. */
export interface KeyReused {
  readonly code: 'key-reused';
  readonly key: IdempotencyKey;
  /** Position of the offending fact among those handed in. */
  readonly index: number;
  readonly existing: Fact;
}

/**
 * Decides inside the transaction. Gets the journal as it stands and the facts that would be added (numbered, with ids);
 * answers the postings to write, or why not. Never called for an append that adds nothing; called again, with the journal as it
 * stands then, where somebody else wrote in between or the connection was lost. So it must answer from what it is given alone.
 */
export type Decide<E> = (journal: readonly Fact[], fresh: readonly Fact[]) => Result<readonly Posting[], E>;

/** A balance as the read model holds it: the sum of all postings of one account. */
export interface Balance {
  readonly pledge: string;
  readonly item: string;
  readonly lot: string;
  readonly account: string;
  readonly at: string;
  readonly units: number;
}

/** Reads files that people bring, away from whoever else is asked: a large one takes seconds. The signal ends the work. */
export interface SheetReader {
  list(ask: ListAsk, signal?: AbortSignal): Promise<Result<ListRead, Unread>>;
  requests(ask: RequestSheetToRead, signal?: AbortSignal): Promise<Result<RequestSheetRead, Unread>>;
  pack(files: PackFiles, signal?: AbortSignal): Promise<ReadPack>;
  counts(ask: CountFilesAsk, signal?: AbortSignal): Promise<Result<CountFilesRead, RefusedCounts>>;
}

/** What an address answered. `etag` and `lastModified` as it bore them, to be shown the next time. */
export type Fetched =
  | { readonly outcome: 'fetched'; readonly name: string; readonly content: Uint8Array; readonly etag: string | null; readonly lastModified: string | null }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: Exclude<FeedFailureKind, 'column-drift' | 'unreadable'>; readonly detail: string; readonly remedy: string };

/** Fetches files of counts from elsewhere: within a size and a time, never from the machine's own network. */
export interface CountsFetcher {
  /** The address as it will be asked, or what is wrong with it. */
  check(url: string): Promise<Result<string, { readonly message: string; readonly remedy: string }>>;
  fetch(url: string, known: { readonly etag: string | null; readonly lastModified: string | null }, signal?: AbortSignal): Promise<Fetched>;
}

export interface Store {
  /** In the order in which they were opened. */
  operations(): Promise<OperationId[]>;
  head(operation: OperationId): Promise<Head>;
  /** Facts with seq > after, in order. */
  facts(operation: OperationId, after?: number): Promise<Fact[]>;
  /**
   * All or nothing, and durable before it answers: decide → journal → commit. Appends to one operation are served one after
   * the other. A repeated key with the same kind, occurredAt and body answers the first fact; with others it is refused.
   */
  append<E>(operation: OperationId, facts: readonly NewFact[], decide: Decide<E>): Promise<Result<Appended, KeyReused | E>>;
  balances(operation: OperationId): Promise<Balance[]>;
  /** Stores a document or photo by its content; durable before it answers. */
  putEvidence(content: Uint8Array): Promise<Sha256>;
  evidence(hash: Sha256): Promise<Uint8Array | null>;
  /** Stores personal data under a fresh salt and answers the commitment that a fact may bear: SHA-256(salt ‖ canonical JSON). */
  keepPerson(operation: OperationId, person: PersonalData): Promise<Sha256>;
  person(operation: OperationId, commitment: Sha256): Promise<PersonalData | null>;
  /** Erases for good; true where there was something. Facts that bear the commitment stand unchanged. */
  forgetPerson(operation: OperationId, commitment: Sha256): Promise<boolean>;
  /** The postings that facts with after < seq ≤ upTo caused, in the order in which they were written. */
  postings(operation: OperationId, after: number, upTo: number): Promise<Posting[]>;
  /** What the operation's transparency log signs with, and signed last; null: it has signed nothing yet. */
  logState(operation: OperationId): Promise<LogState | null>;
  /** Durable before it answers. False, and nothing is written, where `before` is no longer what stands. */
  keepLogState(state: LogState, before: LogState | null): Promise<boolean>;
  close(): Promise<void>;
}

/** A key of a transparency log. */
export interface LogKey {
  /** `name+id+key`, as it is published. */
  readonly vkey: string;
  /** Of the private key, hexadecimal: whoever has it can sign as the log. */
  readonly seed: string;
  /** The size of the tree from which on it signs. */
  readonly from: number;
  /** The note, signed with the key before it, that brings it in; null: it is the first. */
  readonly statement: string | null;
}

/** What cannot be computed again of an operation's transparency log. */
export interface LogState {
  readonly operation: OperationId;
  /** The last one signs. */
  readonly keys: readonly LogKey[];
  /** The last signed checkpoint. */
  readonly checkpoint: string | null;
}

/** Ed25519. */
export interface Signer {
  /** A new private key, as its seed in hexadecimal. */
  newSeed(): string;
  /** 32 bytes. */
  publicKey(seed: string): Uint8Array;
  sign(seed: string, message: Uint8Array): Uint8Array;
}

/** What one append added to one operation. */
export interface Entry {
  readonly operation: OperationId;
  readonly facts: readonly Fact[];
  /** Kept beside the facts so that balances can be rebuilt without deciding again. */
  readonly postings: readonly Posting[];
  /** The operation's head after it. */
  readonly head: Head;
}

/** A person in the vault, with the salt of the commitment. */
export interface KeptPerson {
  readonly operation: OperationId;
  readonly commitment: Sha256;
  /** Hexadecimal. */
  readonly salt: string;
  readonly person: PersonalData;
}

/** A row of what is kept beside the journals: organisations, members with their passwords as hashes, tokens, links. Not who is signed in. */
export interface AccountRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The whole of a store, to be carried into another. Evidence goes through Store. */
export interface Archive {
  /** The journal up to a sequence number, in order. Neighbouring appends that moved nothing may come as one entry. */
  entries(operation: OperationId, upTo: number): AsyncIterable<Entry>;
  evidenceHashes(): Promise<Sha256[]>;
  people(): Promise<KeptPerson[]>;
  /** In an order in which they can be written. */
  accounts(): Promise<AccountRow[]>;
  logStates(): Promise<LogState[]>;
  /** Writes what follows from the heads that stand, in one transaction, durable before it answers. Throws where the facts do not give the heads. */
  restoreEntries(entries: readonly Entry[]): Promise<void>;
  restorePerson(kept: KeptPerson): Promise<void>;
  /** In one transaction; rows that stand already stay as they are. Throws BrokenInvariant for a row of no table. */
  restoreAccounts(rows: readonly AccountRow[]): Promise<void>;
}

/** Draws papers as PDF: the same description, the same bytes. */
export interface Printer {
  /** An error where the paper holds signs that cannot be printed. */
  print(paper: Paper): Promise<Result<Uint8Array, { readonly message: string; readonly remedy: string }>>;
  /** Labels of one language, in their order; all that is wrong with any of them, and then there is none. */
  labels(labels: readonly [Label, ...(readonly Label[])], sheet: { readonly format: LabelFormat; readonly title: string; readonly issuedAt: Instant; readonly linkBase: string }): Promise<Result<Uint8Array, readonly { readonly message: string; readonly remedy: string }[]>>;
}

export interface PersonalData {
  readonly name: string;
  readonly contact?: string;
  readonly role?: string;
}

// A shipper's sheet accepted: its consignment, lots, the sheet itself as a paper, and what was learned of the sender join the
// journal in one transaction, once for each file. While anything is open or wrong, nothing is written.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { missingPapers } from '../../domain/airlift/papers.ts';
import { FACT_BODIES, type FactKind, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey, Sha256, type OperationId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readInstant } from '../../domain/time.ts';
import { lessonOf, senderKey } from '../../standards/intake/learn.ts';
import type { Failure, Rejection } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import type { Clock, SheetReader, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { IntakeAccepted, IntakeAsk, IntakePreview } from './intake-shape.ts';
import { examine, papersOf, type Examined } from './preview-intake.ts';
import { MOST_LOTS } from './read-list.ts';

export async function acceptIntake(store: Store, operation: string, ask: IntakeAsk, { clock, reader }: { readonly clock: Clock; readonly reader: SheetReader }): Promise<Result<IntakeAccepted, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const { id, zone } = operationOf(journal.value);
  const now = clock.now();
  const occurredAt = ask.occurredAt === undefined ? ok(now) : readInstant(ask.occurredAt, zone);
  if (!occurredAt.ok) return err({ code: 'bad-instant', message: `occurredAt is ${ask.occurredAt ?? ''}, which is not an instant`, remedy: occurredAt.error });
  const examined = await examine(journal.value, ask, now, reader);
  if (!examined.ok) return examined;
  const { preview } = examined.value;
  if (preview.duplicateOf?.by === 'file') return ok(stands(examined.value, preview.duplicateOf.consignment));
  if (!preview.matched) return err(stillOpen(preview));
  if (preview.counts.lots > MOST_LOTS) return err({ code: 'intake-open', message: `the sheet makes ${preview.counts.lots} lots; ${MOST_LOTS} can be accepted at once`, remedy: 'split it by consignment', rejected: [] });
  await store.putEvidence(ask.file.content);
  const contacts = await contactsOf(store, id, examined.value);
  const recorded = await record(store, id, factsOf(examined.value, contacts, { occurredAt: occurredAt.value, recordedAt: now, by: ask.by ?? Actor.parse('intake') }));
  if (!recorded.ok) for (const contact of contacts) await store.forgetPerson(id, contact);
  // Somebody accepted the same file at the same moment: theirs stands.
  if (!recorded.ok && recorded.error.code === 'key-reused') {
    const after = await journalOf(store, operation);
    const second = after.ok ? await examine(after.value, ask, now, reader) : after;
    if (second.ok && second.value.preview.duplicateOf?.by === 'file') return ok(stands(second.value, second.value.preview.duplicateOf.consignment));
  }
  if (!recorded.ok) return recorded;
  return ok({ operation: id, consignment: preview.consignment ?? '', lots: preview.lots.flatMap(({ lot }) => lot ?? []), facts: recorded.value.fresh, missingPapers: preview.missingPapers });
}

function stands({ register, preview }: Examined, consignment: string): IntakeAccepted {
  const held = [...register.consignments.values()].find(({ announced }) => announced.consignment === consignment);
  return { operation: preview.operation, consignment, lots: held?.lots.map(({ lot }) => lot) ?? [], facts: 0, missingPapers: held === undefined ? [] : missingPapers(papersOf(held), held.announced.mode) };
}

function stillOpen({ file, sheet, questions, rows, counts, lots }: IntakePreview): Failure {
  const rejected = rows.filter(({ isAside }) => !isAside).flatMap(({ problems }) => problems.map(({ row, column, value, problem, remedy }): Rejection => ({ file: file.name, sheet: sheet === '' ? null : sheet, row, column, value, problem, remedy })));
  const asked = questions.map(({ id, text }): Rejection => ({ file: file.name, sheet: sheet === '' ? null : sheet, row: null, column: null, value: null, problem: text, remedy: `answer ${id}` }));
  const nothing: Rejection[] = lots.length === 0 && questions.length === 0 && rejected.length === 0 ? [{ file: file.name, sheet: null, row: null, column: null, value: null, problem: 'no goods are left to announce', remedy: 'set fewer rows aside, or hand in another sheet' }] : [];
  return { code: 'intake-open', message: `nothing was written: ${questions.length} ${questions.length === 1 ? 'question is' : 'questions are'} open and ${counts.withProblems} ${counts.withProblems === 1 ? 'row has' : 'rows have'} problems`, remedy: 'answer the questions; correct the rows, or set them aside (row:NUMBER → aside)', rejected: [...asked, ...rejected, ...nothing] };
}

/** Whoever a service request names goes into the vault; the facts bear commitments only. */
async function contactsOf(store: Store, operation: OperationId, { request }: Examined): Promise<Sha256[]> {
  const kept: Sha256[] = [];
  for (const person of request === null ? [] : [request.sender, request.receiver]) {
    const contact = [person.phone, person.email].filter((part) => part !== null).join(', ');
    if (person.name !== null) kept.push(await store.keepPerson(operation, { name: person.name, ...(contact !== '' && { contact }), ...(person.role !== null && { role: person.role }) }));
  }
  return kept;
}

function factsOf({ preview, list, request, answers, decided, drawn, register }: Examined, contacts: readonly Sha256[], envelope: Pick<NewFact, 'occurredAt' | 'recordedAt' | 'by'>): NewFact[] {
  const { sha256: file, name } = preview.file;
  const prefix = `intake:${file.slice(0, 32)}`;
  const evidence = [{ sha256: Sha256.parse(file), title: name }];
  const fact = (kind: FactKind, key: string, body: unknown): NewFact => ({ kind, ...envelope, key: IdempotencyKey.parse(`${prefix}:${key}`), sources: [], note: null, evidence, body: FACT_BODIES[kind].parse(body) }) as NewFact;
  const lots = list.lots.map((lot, k) => {
    const to = drawn.get(lot.item);
    const master = register.items.get(lot.item);
    return fact('lot.announced', `lot:${k + 1}`, {
      lot: preview.lots[k]?.lot, consignment: decided.id, pledge: to?.pledge, item: lot.item, units: lot.units,
      ...(to !== undefined && to.earmark !== null && { earmark: to.earmark }), ...(lot.unitsPerCarton !== master?.unitsPerCarton && { unitsPerCarton: lot.unitsPerCarton }),
      ...(lot.gross !== null && { gross: lot.gross }), ...(lot.volume !== null && { volume: lot.volume }), ...(lot.batch !== null && { batch: lot.batch }), ...(lot.expires !== null && { expires: lot.expires }),
    });
  });
  const { headers, ...lesson } = lessonOf(list, answers);
  const fingerprint = Sha256.parse(bytesToHex(sha256(utf8ToBytes(headers.join('\n')))));
  return [
    ...(decided.announce === null ? [] : [fact('consignment.announced', 'consignment', decided.announce)]),
    ...lots,
    fact('document.filed', 'document', { consignment: decided.id, document: request === null ? 'packing-list' : 'service-request', file, ...(request !== null && request.reference !== null && { reference: request.reference.slice(0, 120) }), ...(contacts.length > 0 && { contacts }) }),
    ...(preview.sender === null || senderKey(preview.sender) === '' ? [] : [fact('sender.mapping-learned', 'sender', { sender: senderKey(preview.sender), fingerprint, ...lesson })]),
  ];
}

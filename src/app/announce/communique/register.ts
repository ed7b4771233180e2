// The texts of an operation: what was approved, what was published, and whether each still says what the record holds. A published
// text never changes; when a correction or a late fact changes one of its figures it is stale, until a correction of it is published.

import { isFigure, type CommuniqueForm, type CommuniquePart } from '../../../domain/announce/communique.ts';
import type { FigureUnit } from '../../../domain/announce/figure.ts';
import { ALWAYS, effective } from '../../../domain/asof.ts';
import { isKind, type BodyOf, type Fact } from '../../../domain/facts.ts';
import type { Instant } from '../../../domain/time.ts';
import { heldAt, type Held } from './held.ts';

/** A figure that the text gives and the record no longer holds. */
export interface FigureChange {
  readonly figure: string;
  readonly unit: FigureUnit;
  readonly was: number;
  /** Null: the record holds no figure of that name any more. */
  readonly now: number | null;
  /** Why, in the words of the corrections since. */
  readonly reasons: readonly string[];
  /** The facts that came since and speak of it. */
  readonly facts: readonly string[];
}

export interface CommuniqueStatus {
  readonly communique: string;
  readonly language: string;
  readonly form: CommuniqueForm | null;
  readonly asOf: Instant | null;
  readonly text: string;
  readonly parts: readonly CommuniquePart[];
  readonly approved: { readonly fact: string; readonly at: Instant; readonly by: string } | null;
  readonly published: { readonly fact: string; readonly at: Instant; readonly by: string } | null;
  readonly publishedAt: Instant | null;
  readonly link: string | null;
  readonly basis: readonly string[];
  readonly corrects: string | null;
  /** The correction that was published of it. */
  readonly correctedBy: string | null;
  readonly state: 'approved' | 'published' | 'stale' | 'corrected';
  readonly changes: readonly FigureChange[];
}

type Content = BodyOf<'communique.approved'> | BodyOf<'communique.published'>;
type Written = Fact<'communique.approved'> | Fact<'communique.published'>;

/** Newest first. A text that was struck out is not among them. */
export function communiquesIn(journal: readonly Fact[]): CommuniqueStatus[] {
  const texts = effective(journal, ALWAYS).filter((fact): fact is Written => isKind(fact, 'communique.approved') || isKind(fact, 'communique.published'));
  const known = new Map<string, Held>();
  const held = (at: Instant): Held => {
    const found = known.get(at) ?? heldAt(journal, at);
    known.set(at, found);
    return found;
  };
  const published = new Map(texts.flatMap((fact) => (fact.kind === 'communique.published' ? [[nameOf(fact.body), fact] as const] : [])));
  const approved = new Map(texts.flatMap((fact) => (fact.kind === 'communique.approved' ? [[nameOf(fact.body), fact] as const] : [])));
  const correctedBy = new Map<string, string>([...published.values()].flatMap(({ body }) => (body.corrects === undefined ? [] : [[`${body.corrects}\t${body.language}`, body.communique] as const])));
  return [...new Set([...approved.keys(), ...published.keys()])]
    .map((name) => statusOf(journal, approved.get(name), published.get(name), correctedBy.get(name) ?? null, held))
    .toSorted((a, b) => ((a.published ?? a.approved)?.at ?? '') < ((b.published ?? b.approved)?.at ?? '') ? 1 : -1);
}

const nameOf = ({ communique, language }: Content): string => `${communique}\t${language}`;

function statusOf(journal: readonly Fact[], approved: Written | undefined, published: Written | undefined, correctedBy: string | null, held: (at: Instant) => Held): CommuniqueStatus {
  const shown = published ?? approved;
  if (shown === undefined) throw new Error('a text was approved or published');
  const { communique, language, form, asOf, text, parts, basis, corrects } = shown.body;
  const changes = published === undefined || asOf === undefined ? [] : changesIn(journal, published, held(asOf));
  const stamp = (fact: Written | undefined): CommuniqueStatus['approved'] => (fact === undefined ? null : { fact: fact.id, at: fact.recordedAt, by: fact.by });
  return {
    communique, language, form: form ?? null, asOf: asOf ?? null, text, parts: parts ?? [{ words: text }], basis, corrects: corrects ?? null, correctedBy,
    approved: stamp(approved),
    published: stamp(published),
    publishedAt: published?.recordedAt ?? null,
    link: published?.kind === 'communique.published' ? (published.body.link ?? null) : null,
    state: published === undefined ? 'approved' : correctedBy !== null ? 'corrected' : changes.length > 0 ? 'stale' : 'published',
    changes,
  };
}

function changesIn(journal: readonly Fact[], published: Written, held: Held): FigureChange[] {
  const since = journal.filter(({ seq }) => seq > published.seq);
  const said = new Map((published.body.parts ?? []).filter(isFigure).filter((part) => !('saidIn' in part)).map((part) => [part.figure, part]));
  return [...said.values()].flatMap(({ figure, value, unit }): FigureChange[] => {
    const now = held.figures.get(figure);
    if (now?.value === value) return [];
    const spoken = new Set<string>([...published.body.basis, ...(now?.facts ?? [])]);
    const causes = since.filter((fact) => spoken.has(fact.id) || (isKind(fact, 'correction.made') && spoken.has(fact.body.corrects)));
    return [{ figure, unit, was: value, now: now?.value ?? null, reasons: [...new Set(causes.flatMap((fact) => (isKind(fact, 'correction.made') ? [fact.body.reason] : [])))], facts: causes.map(({ id }) => id) }];
  });
}

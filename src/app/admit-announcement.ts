// Admission of what the operation says in public: no number that the ledger does not hold, nothing published that was not approved
// as it stands, no name used twice.

import { isKind, type Fact } from '../domain/facts.ts';
import { effective, ALWAYS } from '../domain/asof.ts';
import type { Instant } from '../domain/time.ts';
import { faultsOf, heldAt, type Held } from './announce/communique/held.ts';
import type { Object_ } from './admit.ts';

/** `journal`: with the fresh facts, of which `fact` is one. */
export function checkAnnouncement(fact: Extract<Fact, { kind: 'communique.approved' | 'communique.published' }>, journal: readonly Fact[], object: Object_): void {
  const { body } = fact;
  const standing = effective(journal, ALWAYS).filter(({ seq }) => seq < fact.seq);
  const same = (other: { readonly communique: string; readonly language: string }): boolean => other.communique === body.communique && other.language === body.language;
  const published = standing.filter((it) => isKind(it, 'communique.published'));
  const held = (at: Instant): Held => heldAt(journal, at);
  for (const { field, value, problem, remedy } of faultsOf(body, held, (name) => published.find((it) => it.body.communique === name && it.body.language === body.language)?.body)) object(field, problem, remedy, value);
  if (published.some((it) => same(it.body))) object('communique', 'a text of this name and language is published already', 'give it another name; a published text is put right by a correction', body.communique);
  if (fact.kind === 'communique.approved') return;
  const approved = standing.findLast((it) => isKind(it, 'communique.approved') && same(it.body));
  if (approved === undefined) object('communique', 'nobody has approved this text', 'approve it first', body.communique);
  else if (isKind(approved, 'communique.approved') && approved.body.text !== body.text) object('text', 'it is not the text that was approved', 'publish it as it was approved, or approve it anew', body.text.slice(0, 60));
}

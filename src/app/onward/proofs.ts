// What proves the steps of a dispatch: photos, signatures and documents that facts about it name, and the papers filed for the
// flights that its goods came on. By name only; the files themselves are in the evidence (proof.ts).

import { isKind, type Evidence, type Fact, type FactKind } from '../../domain/facts.ts';
import type { LotId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';

export interface Proof {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: FactKind;
  /** What the file was called, or the number of the paper. */
  readonly title: string | null;
  readonly sha256: string | null;
  readonly link: string | null;
  /** Of a paper filed for a flight: which, and what paper. */
  readonly consignment: string | null;
  readonly document: string | null;
}

/** By dispatch: in the order in which they happened. */
export function proofsByDispatch({ facts }: Pick<Situation, 'facts'>): ReadonlyMap<string, readonly Proof[]> {
  const found = new Map<string, Proof[]>();
  for (const fact of facts) {
    const { dispatch } = fact.body as { readonly dispatch?: string };
    if (dispatch === undefined || fact.evidence.length === 0) continue;
    const own = found.get(dispatch) ?? [];
    found.set(dispatch, own);
    own.push(...fact.evidence.map((it) => proofOf(fact, it)));
  }
  return found;
}

const proofOf = ({ seq, occurredAt, kind }: Fact, { title, sha256, link }: Evidence): Proof => ({ seq, at: occurredAt, kind, title: title ?? null, sha256: sha256 ?? null, link: link ?? null, consignment: null, document: null });

/** Papers filed for the flights on which these lots came, with their files where they were kept. */
export function papersOfLots({ facts, known }: Pick<Situation, 'facts' | 'known'>, lots: readonly string[]): Proof[] {
  const flights = new Set(lots.map((lot) => known.lots.get(lot as LotId)?.consignment as string | undefined));
  return facts.flatMap((fact): Proof[] => {
    if (!isKind(fact, 'document.filed') || !flights.has(fact.body.consignment)) return [];
    const named = fact.evidence.find(({ sha256 }) => sha256 !== undefined);
    return [{ seq: fact.seq, at: fact.occurredAt, kind: fact.kind, title: fact.body.reference ?? named?.title ?? null, sha256: fact.body.file ?? named?.sha256 ?? null, link: fact.evidence.find(({ link }) => link !== undefined)?.link ?? null, consignment: fact.body.consignment, document: fact.body.document }];
  });
}

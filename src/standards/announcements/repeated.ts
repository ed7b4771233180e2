// What a text says twice is one claim: the title and the sentence that spells it out. The fuller one stays.

import type { Fields, Proposal } from './shape.ts';

const PROMISES = new Set(['promise', 'promise-total']);
const areasOf = ({ areas }: Fields): string => (areas ?? []).map(({ value }) => value).toSorted().join('+');
const size = ({ fields }: Proposal): number => Object.keys(fields).length;

/** What must be the same: the donor and the countries may be left out in one of them. */
function isSame(a: Proposal | undefined, b: Proposal): boolean {
  if (a === undefined) return false;
  const [one, two] = [a.fields, b.fields];
  if (a.kind !== b.kind && !(PROMISES.has(a.kind) && PROMISES.has(b.kind))) return false;
  if (one.quantity === undefined || two.quantity === undefined || one.item?.value.item !== two.item?.value.item) return false;
  if (one.quantity.value.least === null || one.quantity.value.least !== two.quantity.value.least || one.quantity.value.most !== two.quantity.value.most) return false;
  const near = (x: string, y: string): boolean => x === y || x === '' || y === '';
  return near(areasOf(one), areasOf(two)) && near(one.donor?.value.name ?? '', two.donor?.value.name ?? '') && near(one.date?.value.first ?? '', two.date?.value.first ?? '');
}

/** Each is held against the claims of its figure alone, so that a long text costs no more than it is long. */
export function mergeRepeated(proposals: readonly Proposal[]): Proposal[] {
  const kept: Proposal[] = [];
  const byFigure = new Map<string, number[]>();
  for (const proposal of proposals) {
    const figure = `${String(proposal.fields.quantity?.value.least)} ${proposal.fields.item?.value.item ?? ''}`;
    const known = byFigure.get(figure) ?? [];
    byFigure.set(figure, known);
    const at = known.slice(-MOST).find((k) => isSame(kept[k], proposal));
    const held = at === undefined ? undefined : kept[at];
    if (at === undefined || held === undefined) known.push(kept.push(proposal) - 1);
    else {
      const [full, other] = size(proposal) > size(held) ? [proposal, held] : [held, proposal];
      kept[at] = { ...full, because: [...full.because, { rule: 'said-again', span: (other.because[0] ?? full.because[0])?.span ?? { start: 0, end: 0 } }] };
    }
  }
  return kept;
}

const MOST = 8;

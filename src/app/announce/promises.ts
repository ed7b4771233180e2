// The promises of the public page: each row of the ledger with the sum behind every part, and the verdict.

import { phrase } from '../../domain/phrase.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { PromiseVerdict } from '../../domain/promise/promise.ts';
import { pledgeKey } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import type { Account, AccountName } from '../../ledger/accounts.ts';
import { partition, type PartitionRow } from '../../ledger/partition.ts';
import type { Situation } from '../plan/situation.ts';
import { verdictOf } from '../promise/verdict.ts';
import type { Book } from './book.ts';
import { STATES, type PublicFigure, type State, type StoryPromise } from './shape.ts';
import { termsIn, termsLanded, termsOut, type Step } from './steps.ts';

const ACCOUNTS: Readonly<Record<State, readonly AccountName[]>> = {
  delivered: ['delivered', 'accepted'],
  lost: ['lost', 'damaged', 'seized', 'refused', 'recalled', 'destroyed'],
  onward: ['onward'],
  allocated: ['allocated'],
  atHub: ['landed', 'held', 'quarantined', 'available'],
  inTheAir: ['airborne'],
  consigned: ['consigned'],
  outstanding: ['outstanding'],
};
export const isIn = (state: State, { name }: Account): boolean => ACCOUNTS[state].includes(name);
export const stateOf = (name: AccountName): State | null => STATES.find((state) => ACCOUNTS[state].includes(name)) ?? null;

/** What verdicts rest on: the plan of just these facts, or verdicts that were given over fewer of them. */
export type Judged = { readonly plan: PlanProposed } | { readonly earlier: ReadonlyMap<string, PromiseVerdict> } | null;

export function storyPromises(now: Situation, steps: readonly Step[], book: Book, judged: Judged): StoryPromise[] {
  return partition(now.ledger).map((row) => {
    const { pledge, item } = row;
    const onRecord = now.known.pledges.get(pledgeKey(pledge, item));
    const own = steps.filter(({ transfers, landed }) => transfers.some((it) => it.pledge === pledge && it.item === item) || landed.some((it) => it.pledge === pledge && it.item === item));
    const name = (part: string): string => `${pledge}:${item}:${part}`;
    const of = (moved: { readonly pledge: string; readonly item: string }): boolean => moved.pledge === pledge && moved.item === item;
    const part = (state: State): PublicFigure => book.sum(name(state), 'pieces', item, termsIn(own, (account, moved) => of(moved) && isIn(state, account)));
    const promised = book.sum(name('promised'), 'pieces', item, termsOut(own, (account, moved) => of(moved) && account.name === 'promised'));
    const surplus = book.sum(name('surplus'), 'pieces', item, termsOut(own, (account, moved) => of(moved) && account.name === 'surplus'));
    const parts = Object.fromEntries(STATES.map((state) => [state, part(state)])) as Record<State, PublicFigure>;
    const rest: readonly State[] = ['outstanding', 'consigned', 'inTheAir'];
    const toLand = book.sum(name('to-land'), 'pieces', item, termsIn(own, (account, moved) => of(moved) && rest.some((state) => isIn(state, account))));
    const landed = book.sum(name('landed'), 'pieces', item, termsLanded(own, of));
    invariant(promised.value === row.promised && landed.value === row.everLanded, `the steps of ${pledge} ${item} come to what the ledger holds`);
    invariant(promised.value + surplus.value === STATES.reduce((sum, state) => sum + parts[state].value, 0), `the parts of ${pledge} ${item} add up`);
    return { pledge, donor: onRecord?.donor ?? '', item, scope: onRecord?.scope ?? '', viaHub: onRecord?.viaHub ?? true, due: onRecord?.due ?? null, promised, surplus, parts, landed, toLand, share: book.share(name('share'), landed, promised), ...judgement(now, row, judged) };
  });
}

/** Without a plan only the ledger's own verdicts hold: kept, or broken. */
function judgement(now: Situation, row: PartitionRow, judged: Judged): Pick<StoryPromise, 'verdict' | 'expectedBy' | 'because'> {
  if (judged !== null && 'plan' in judged) return pick(verdictOf(now, row, judged.plan));
  const own = verdictOf(now, row, { lines: [] });
  if (own.verdict === 'kept' || own.verdict === 'broken') return pick(own);
  const earlier = judged?.earlier.get(pledgeKey(row.pledge, row.item));
  return earlier === undefined || earlier.verdict === 'kept' || earlier.verdict === 'broken' ? { verdict: null, expectedBy: null, because: [] } : { ...pick(earlier), because: earlier.expectedBy === null ? earlier.because : [phrase('promise.expected', { by: { at: earlier.expectedBy, zone: now.operation.zone } })] };
}

const pick = ({ verdict, expectedBy, because }: PromiseVerdict): Pick<StoryPromise, 'verdict' | 'expectedBy' | 'because'> => ({ verdict, expectedBy, because });

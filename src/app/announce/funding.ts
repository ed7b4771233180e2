// An operation at an instant → the rows of a financial tracking service. Each unit of a pledge stands in one row, with the status that it
// has reached: still outstanding is a pledge; on a consignment, a commitment; landed or handed to a receiver, a paid contribution.
// What was lost on the way stands in none. So the rows of a pledge and what was lost add up to promised and surplus, to the unit.

import type { Fact } from '../../domain/facts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Held } from '../../ledger/accounts.ts';
import { partition } from '../../ledger/partition.ts';
import type { FundingRow } from '../../standards/iati/funding-rows.ts';
import type { Failure } from '../failure.ts';
import type { Situation } from '../plan/situation.ts';
import { donorOf, itemName } from '../reports/pipeline.ts';
import { areaOf, countryIn } from './destinations.ts';
import { dayOf, flowsOf, worthOf, type Flow } from './flows.ts';
import { publisherOf } from './iati.ts';

type Reached = Pick<FundingRow, 'status'> & { readonly by: 'consignment' | 'hub' | 'receiver' };

const REACHED: Readonly<Partial<Record<Held, Reached>>> = {
  consigned: { status: 'commitment', by: 'consignment' },
  airborne: { status: 'commitment', by: 'consignment' },
  landed: { status: 'paid contribution', by: 'hub' },
  held: { status: 'paid contribution', by: 'hub' },
  quarantined: { status: 'paid contribution', by: 'hub' },
  available: { status: 'paid contribution', by: 'hub' },
  allocated: { status: 'paid contribution', by: 'hub' },
  onward: { status: 'paid contribution', by: 'hub' },
  delivered: { status: 'paid contribution', by: 'receiver' },
  accepted: { status: 'paid contribution', by: 'receiver' },
};

export function fundingRowsOf(now: Situation): Result<FundingRow[], Failure> {
  const publisher = publisherOf(now);
  if (!publisher.ok) return publisher;
  const flows = flowsOf(now);
  const row = (of: Pick<Flow, 'pledge' | 'item' | 'lot' | 'recipient'>, status: FundingRow['status'], quantity: number, causes: readonly Fact[]): FundingRow => {
    const area = areaOf(now, of);
    const last = causes.at(-1)?.occurredAt ?? now.operation.openedAt;
    return {
      donor: donorOf(now, of.pledge, of.item),
      receiver: of.recipient === '' ? publisher.value.name : (now.known.recipients.get(of.recipient as never)?.name ?? of.recipient),
      pledge: of.pledge, status, item: of.item, description: itemName(now, of.item), quantity, cents: worthOf(now, of.item, quantity), date: dayOf(last),
      destination: area ?? '', country: area === null ? null : countryIn(area), glide: now.operation.publishing.glide, facts: causes.map(({ id }) => id),
    };
  };
  return ok(partition(now.ledger).flatMap(({ pledge, item, outstanding }) => {
    const own = flows.filter((flow) => flow.pledge === pledge && flow.item === item);
    const promised = own.filter(({ kind }) => kind === 'pledge').map(({ fact }) => fact);
    const piles = now.piles.filter((pile) => pile.pledge === pledge && pile.item === item).flatMap(({ lot, state, at, units }) => { const reached = REACHED[state]; return reached === undefined ? [] : [{ lot, reached, recipient: reached.by === 'receiver' ? at : '', units }]; });
    const groups = Map.groupBy(piles, ({ lot, reached, recipient }) => `${lot}\t${reached.by}\t${recipient}`);
    return [
      ...(outstanding === 0 ? [] : [row({ pledge, item, lot: '', recipient: '' }, 'pledge', outstanding, promised)]),
      ...[...groups.values()].flatMap((piled) => {
        const [first] = piled;
        return first === undefined ? [] : [row({ pledge, item, lot: first.lot, recipient: first.recipient }, first.reached.status, piled.reduce((sum, { units }) => sum + units, 0), causesOf(now, own, first))];
      }),
    ];
  }));
}

/** The facts that brought a lot's units where they stand: its announcement or what it was split off by, its landing, its delivery. */
function causesOf(now: Situation, flows: readonly Flow[], { lot, reached, recipient }: { readonly lot: string; readonly reached: Reached; readonly recipient: string }): Fact[] {
  const kind = ({ consignment: 'commitment', hub: 'landing', receiver: 'delivery' } as const)[reached.by];
  const found = flows.filter((flow) => flow.kind === kind && flow.lot === lot && flow.recipient === recipient).map(({ fact }) => fact);
  return found.length > 0 ? found : now.facts.filter((fact) => fact.kind === 'lot.offloaded' && fact.body.as === lot);
}

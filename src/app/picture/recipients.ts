// The recipients of the picture: what each needs a day, what it has had, what is on its way, and until when that lasts.

import { holdingKey } from '../../domain/register.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { needAt } from '../need/asked.ts';
import type { lastingIn } from '../need/lasting.ts';
import type { Situation } from '../plan/situation.ts';
import type { EvidenceIndex } from './evidence.ts';
import type { Holding, RecipientInPicture } from './shape.ts';

export function recipientsOf(now: Situation, evidence: EvidenceIndex, plan: PlanProposed | null, lasting: ReturnType<typeof lastingIn>): RecipientInPicture[] {
  const asked = new Set([...now.known.needs.values()].map(({ need }) => holdingKey(need.recipient, need.item)));
  return [...now.known.recipients.values()].map(({ recipient, name, area, place }) => ({
    recipient,
    name,
    area,
    place,
    holdings: [...now.known.items.keys()].flatMap((item) => (asked.has(holdingKey(recipient, item)) || hasHad(now, recipient, item) || now.known.stock.has(holdingKey(recipient, item)) ? [holdingOf(now, { evidence, plan, lasting }, recipient, item)] : [])),
  }));
}

const hasHad = (now: Situation, recipient: string, item: string): boolean => now.known.deliveries.some(({ delivery }) => delivery.recipient === recipient && now.known.lots.get(delivery.lot)?.item === item);

interface Beside {
  readonly evidence: EvidenceIndex;
  readonly plan: PlanProposed | null;
  readonly lasting: ReturnType<typeof lastingIn>;
}

function holdingOf(now: Situation, { evidence, plan, lasting }: Beside, recipient: string, item: string): Holding {
  const { known, ledger, piles } = now;
  const need = needAt(now, recipient, item);
  const received = known.deliveries.filter(({ delivery }) => delivery.recipient === recipient && known.lots.get(delivery.lot)?.item === item);
  const onTheWay = (state: 'onward' | 'allocated'): number =>
    piles.reduce((sum, pile) => sum + (pile.state === state && pile.item === item && ledger.dispatches.get(pile.at)?.recipient === recipient ? pile.units : 0), 0);
  const reported = known.stock.get(holdingKey(recipient, item)) ?? null;
  const lasts = lasting(recipient, item);
  const lots = new Set(received.map(({ delivery }): string => delivery.lot));
  return {
    item,
    perDay: { value: Math.round(need?.perDay ?? 0), facts: evidence.ofNeed(recipient, item) },
    severity: need?.severity ?? 0,
    delivered: { value: received.reduce((sum, { delivery }) => sum + delivery.units, 0), facts: lots.size === 0 ? [] : evidence.ofLots('delivered', lots) },
    onward: onTheWay('onward'),
    allocated: onTheWay('allocated'),
    planned: (plan?.lines ?? []).reduce((sum, line) => sum + (line.recipient === recipient && line.item === item ? line.units : 0), 0),
    stock: reported === null ? null : { value: reported.units, facts: evidence.ofStock(recipient, item), at: reported.reportedAt },
    lastsUntil: lasts?.until ?? null,
    use: lasts === null ? null : { perDay: Math.round(lasts.perDay), basis: lasts.basis, warnDays: lasts.warnDays, facts: lasts.basis === 'asked' ? evidence.ofNeed(recipient, item) : lasts.facts },
  };
}

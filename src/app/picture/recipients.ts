// The recipients of the picture: what each needs a day, what it has had, what is on its way, and until when that lasts.

import { holdingKey } from '../../domain/register.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { epochMs, plusMinutes, type Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';
import type { EvidenceIndex } from './evidence.ts';
import type { Holding, RecipientInPicture } from './shape.ts';

const DAY = 86_400_000;

export interface NeedNow {
  /** Units a day, fractional. */
  readonly perDay: number;
  readonly severity: number;
  readonly reportedAt: Instant;
}

/** The due window that the instant lies in, or the next one; null: nothing is asked from here on. */
export function needAt({ known, asOf }: Situation, recipient: string, item: string): NeedNow | null {
  const windows = [...known.needs.values()].filter(({ need }) => need.recipient === recipient && need.item === item && need.until > asOf);
  const first = windows.toSorted((a, b) => (a.need.from < b.need.from ? -1 : 1))[0];
  if (first === undefined) return null;
  const { need, reportedAt } = first;
  return { perDay: need.units / ((epochMs(need.until) - epochMs(need.from)) / DAY), severity: need.severity, reportedAt };
}

export function recipientsOf(now: Situation, evidence: EvidenceIndex, plan: PlanProposed | null): RecipientInPicture[] {
  const asked = new Set([...now.known.needs.values()].map(({ need }) => holdingKey(need.recipient, need.item)));
  return [...now.known.recipients.values()].map(({ recipient, name, area, place }) => ({
    recipient,
    name,
    area,
    place,
    holdings: [...now.known.items.keys()].flatMap((item) => (asked.has(holdingKey(recipient, item)) || hasHad(now, recipient, item) ? [holdingOf(now, evidence, plan, recipient, item)] : [])),
  }));
}

const hasHad = (now: Situation, recipient: string, item: string): boolean => now.known.deliveries.some(({ delivery }) => delivery.recipient === recipient && now.known.lots.get(delivery.lot)?.item === item);

function holdingOf(now: Situation, evidence: EvidenceIndex, plan: PlanProposed | null, recipient: string, item: string): Holding {
  const { known, ledger, piles } = now;
  const need = needAt(now, recipient, item);
  const received = known.deliveries.filter(({ delivery }) => delivery.recipient === recipient && known.lots.get(delivery.lot)?.item === item);
  const onTheWay = (state: 'onward' | 'allocated'): number =>
    piles.reduce((sum, pile) => sum + (pile.state === state && pile.item === item && ledger.dispatches.get(pile.at)?.recipient === recipient ? pile.units : 0), 0);
  const reported = known.stock.get(holdingKey(recipient, item)) ?? null;
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
    lastsUntil: reported === null || need === null || need.perDay <= 0 ? null : lasting(now, reported, received, need.perDay),
  };
}

/** Reported stock and what was delivered since, used at the rate of the need. */
function lasting({ asOf }: Situation, reported: { readonly units: number; readonly reportedAt: Instant }, received: Situation['known']['deliveries'], perDay: number): Instant {
  const since = received.filter(({ at }) => at > reported.reportedAt && at <= asOf).reduce((sum, { delivery }) => sum + delivery.units, 0);
  return plusMinutes(reported.reportedAt, Math.round(((reported.units + since) / perDay) * 24 * 60));
}

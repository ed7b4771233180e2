// A release order as its paper shows it, and what the square code on a waybill says.

import { writeDigitalLink } from '../../standards/gs1/digital-link.ts';
import type { ReleasedGoods } from '../../standards/documents/release-order.ts';
import type { Shipment } from '../../standards/documents/shipment.ts';
import { dispatchShipment, type Accounts } from './shipments.ts';

/** Null where there is no such order. */
export function orderOf(accounts: Accounts, dispatch: string): ReleasedGoods | null {
  const { now } = accounts;
  const shipment = dispatchShipment(accounts, dispatch);
  const first = now.known.releases.find(({ release }) => release.dispatch === dispatch);
  if (shipment === null || first === undefined) return null;
  const { at, release } = first;
  const word = now.known.releaseStates.get(dispatch);
  return {
    shipment,
    releasedAt: at,
    plan: release.plan ?? null,
    state: word?.state ?? 'ordered',
    reason: word?.reason ?? null,
    reference: release.reference ?? null,
    replaces: release.replaces === undefined ? null : (now.facts.find(({ id }) => id === release.replaces)?.seq ?? null),
  };
}

/** GS1's own resolver: the identifier counts, whoever reads it. */
export const GS1 = 'https://id.gs1.org';

/** The one handling unit that is sent, as a GS1 Digital Link; else the dispatch by name. */
export function labelLink(operation: string, { id, handlingUnits }: Pick<Shipment, 'id' | 'handlingUnits'>): string {
  const outermost = [...new Set(handlingUnits.map(({ unit, within }) => within ?? unit))];
  const [only] = outermost;
  const link = outermost.length === 1 && only !== undefined && /^\d{18}$/.test(only) ? writeDigitalLink(GS1, [{ ai: '00', value: only }]) : null;
  return link?.ok === true ? link.value : `urn:airbridge:${operation}:dispatch:${id}`;
}

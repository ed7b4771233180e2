// A consignment as goods for relief from import duty and VAT: which ones come into the Union, whether on a day that the decision
// covers, and who is to receive them.

import { liesIn } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { ConsignmentOnRecord } from '../../domain/register.ts';
import { localDateIn } from '../../domain/time.ts';
import type { ReliefGoods } from '../../standards/documents/relief-declaration.ts';
import type { Shipment } from '../../standards/documents/shipment.ts';
import { itemOf } from '../plan/overflow.ts';
import type { Situation } from '../plan/situation.ts';

/** Decision (EU) 2020/491, Article 3, last extended by Decision (EU) 2021/660. */
const COVERED = { from: '2020-01-30', until: '2021-12-31' } as const;
const UNION = 'EU' as AreaCode;

export const entersUnion = ({ known }: Situation, { announced }: ConsignmentOnRecord): boolean => {
  const [from, to] = [known.places.get(announced.from), known.places.get(announced.to)];
  return from !== undefined && to !== undefined && !liesIn(from.area, UNION) && liesIn(to.area, UNION);
};

export function reliefOf(now: Situation, shipment: Shipment): ReliefGoods {
  const arrived = shipment.arrivedAt === null ? null : localDateIn(shipment.arrivedAt, now.operation.zone);
  const lots = new Set(shipment.lines.map(({ lot }) => lot));
  const receivers = now.known.releases
    .filter(({ release }) => lots.has(release.lot) && now.known.releaseStates.get(release.dispatch)?.state !== 'refused')
    .map(({ release }) => {
      const recipient = now.known.recipients.get(release.recipient);
      const lot = now.known.lots.get(release.lot);
      return { name: recipient?.name ?? release.recipient, area: recipient?.area ?? shipment.to.area, item: lot === undefined ? release.lot : itemOf(now.known, lot).name, units: release.units, dispatch: release.dispatch };
    });
  return { shipment, isCovered: arrived !== null && arrived >= COVERED.from && arrived <= COVERED.until, receivers };
}

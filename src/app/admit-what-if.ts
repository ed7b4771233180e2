// Admission of what-ifs that are kept: what they name must be on record, so that whoever opens one later is answered. Not here: whether
// an airport is a candidate for a hub; candidates are a sheet and no facts, and the comparison holds them against it.

import { liesIn } from '../domain/areas.ts';
import { isKind, type Fact } from '../domain/facts.ts';
import type { AreaCode } from '../domain/ids.ts';
import type { Change } from '../domain/plan/what-if.ts';
import type { Register } from '../domain/register.ts';
import type { Object_, Refer } from './admit.ts';

export function checkWhatIf(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  if (!isKind(fact, 'what-if.kept')) return;
  for (const [k, change] of fact.body.changes.entries()) checkChange(change, `changes.${k}`, known, object, refer);
  const hubs = fact.body.changes.flatMap((change) => (change.kind === 'hub' ? [change.place] : []));
  if (hubs.length > 1) object('changes', `${hubs.length} other hubs are asked for at once`, 'keep one at a time', hubs.join(', '));
}

function checkChange(change: Change, field: string, known: Register, object: Object_, refer: Refer): void {
  switch (change.kind) {
    case 'need': {
      const { area, item } = change;
      refer(`${field}.item`, item, known.items, 'item');
      const isMeant = area === undefined || [...known.recipients.values()].some((it) => it.area !== undefined && liesIn(it.area, area));
      if (!isMeant) object(`${field}.area`, `no recipient is in ${area}`, 'leave the area out, or name one in which there are recipients', area);
      return;
    }
    case 'flight':
      return refer(`${field}.like`, change.like, known.consignments, 'consignment');
    case 'rail':
      for (const place of change.to ?? []) refer(`${field}.to`, place, known.places, 'place');
      return;
    case 'hub':
      if (change.place === known.opened?.settings.find(({ key }) => key === 'hub')?.value) object(`${field}.place`, `${change.place} is the hub already`, 'name another candidate', change.place);
      for (const area of change.areas) if (!hasPlaces(known, area)) object(`${field}.areas`, `the operation has no place in ${area}`, 'name areas in which the operation has gateways', area);
  }
}

const hasPlaces = (known: Register, area: AreaCode): boolean => [...known.places.values()].some((place) => place.area !== undefined && liesIn(place.area, area));

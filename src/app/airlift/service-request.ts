// A consignment as a service request form, for whoever flies or stores it through the Logistics Cluster. Without the people:
// names and numbers stay in the vault.

import { ALWAYS, effective } from '../../domain/asof.ts';
import { cartonLoad, cartonsFor } from '../../domain/catalogue.ts';
import type { Fact } from '../../domain/facts.ts';
import { ConsignmentId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { register, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { localDateIn } from '../../domain/time.ts';
import type { Contact, LineItem, Stop } from '../../standards/srf/service-request.ts';
import { writeServiceRequest } from '../../standards/srf/write-request.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';

const NOBODY: Contact = { organisation: null, name: null, role: null, phone: null, email: null };

export function serviceRequestOf(facts: readonly Fact[], consignment: string): Result<{ readonly name: string; readonly content: Uint8Array }, Failure> {
  const known = register(effective(facts, ALWAYS));
  const id = ConsignmentId.safeParse(consignment);
  const found = id.success ? known.consignments.get(id.data) : undefined;
  if (found === undefined) {
    const close = nearest(consignment, known.consignments.keys());
    return err({ code: 'unknown-consignment', message: `there is no consignment ${consignment}`, remedy: close === null ? `name one of ${[...known.consignments.keys()].join(', ') || 'those that have been announced'}` : `did you mean ${close}?` });
  }
  const { announced } = found;
  const donors = [...new Set(found.lots.flatMap(({ pledge }) => [...known.pledges.values()].find((row) => row.pledge === pledge)?.donor ?? []))];
  const content = writeServiceRequest({
    reference: found.documents.find(({ document }) => document === 'service-request')?.reference ?? null,
    sender: { ...NOBODY, organisation: donors.length === 0 ? null : donors.join('; ') }, receiver: NOBODY,
    readyToLoad: localDateIn(announced.plannedDeparture, operationOf(facts).zone),
    from: stopAt(known, announced.from), to: stopAt(known, announced.to),
    storage: { location: null, start: null, until: null },
    items: itemsOf(known, found),
    remarks: [announced.carrier, announced.run, announced.waybill].filter((part) => part !== undefined).join(', '),
  });
  return ok({ name: `srf-${announced.consignment.replaceAll('/', '-')}.xlsx`, content });
}

function stopAt({ places }: Register, code: ConsignmentOnRecord['announced']['from']): Stop {
  const place = places.get(code);
  return { town: place?.name ?? code, facility: code, address: null, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null };
}

/** A line for each lot; weight and volume by the catalogue where nothing was declared. */
const itemsOf = ({ items }: Register, { lots }: ConsignmentOnRecord): LineItem[] =>
  lots.map(({ item, units, unitsPerCarton, gross, volume, batch, expires }) => {
    const master = items.get(item);
    const each = unitsPerCarton ?? master?.unitsPerCarton ?? units;
    const cartons = cartonsFor(units, each);
    const load = master === undefined ? null : cartonLoad(master);
    const special = [master === undefined || master.temperature === 'ambient' ? null : `keep ${master.temperature}`, batch === undefined ? null : `batch ${batch}`, expires === undefined ? null : `expires ${expires}`].filter((part) => part !== null).join(', ');
    return { description: master?.name ?? item, category: master?.class ?? null, handlingUnit: 'carton', handlingUnits: cartons, unitsEach: each, grossKg: (gross ?? (load === null ? 0 : load.grams * cartons)) / 1000, volumeM3: (volume ?? (load === null ? 0 : load.volume * cartons)) / 1e6, valueUsd: null, special: special === '' ? null : special };
  });

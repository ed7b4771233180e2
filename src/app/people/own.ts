// What is a viewer's own in an operation, as a set of names: pledges, lots, consignments, dispatches, recipients, departures,
// places. Drawn from the register, so that it follows what is known; used to filter answers (own-answers.ts) and to refuse
// writes outside (own-writes.ts).

import type { Register } from '../../domain/register.ts';
import { charterOfRun } from '../../domain/register.ts';
import type { Role } from './permissions.ts';

export interface Own {
  readonly role: Role;
  readonly known: Register;
  /** What the organisation is bound to: donors' or carriers' names, recipients, places. */
  readonly subjects: ReadonlySet<string>;
  readonly pledges: ReadonlySet<string>;
  readonly lots: ReadonlySet<string>;
  readonly consignments: ReadonlySet<string>;
  readonly dispatches: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** Departures and charters, with their copies. */
  readonly isOwnRun: (run: string) => boolean;
}

type Sets = Omit<Own, 'role' | 'known' | 'subjects'>;
const NO_RUN = (): boolean => false;

export function ownIn(known: Register, role: Role, subjects: ReadonlySet<string>): Own {
  return { role, known, subjects, ...setsOf(known, role, subjects) };
}

function setsOf(known: Register, role: Role, subjects: ReadonlySet<string>): Sets {
  switch (role) {
    case 'donor':
      return ofDonor(known, subjects);
    case 'carrier':
      return ofCarrier(known, subjects);
    case 'consignee':
      return ofConsignee(known, subjects);
    case 'hub-operator':
      return ofHub(known, subjects);
    case 'planner':
    case 'auditor':
    case 'administrator':
      return { pledges: new Set(), lots: new Set(), consignments: new Set(), dispatches: new Set(), recipients: new Set(), isOwnRun: NO_RUN };
  }
}

/** The donor's pledges; their lots, the flights that brought those, the dispatches that take them on, and to whom. */
function ofDonor(known: Register, donors: ReadonlySet<string>): Sets {
  const pledges = new Set([...known.pledges.values()].filter(({ donor }) => donors.has(donor)).map(({ pledge }) => pledge));
  const lots = new Set<string>([...known.lots.values()].filter(({ pledge }) => pledges.has(pledge)).map(({ lot }) => lot));
  const releases = known.releases.filter(({ release }) => lots.has(release.lot));
  return {
    pledges,
    lots,
    consignments: consignmentsOf(known, lots),
    dispatches: new Set(releases.map(({ release }) => release.dispatch as string)),
    recipients: new Set([...releases.map(({ release }) => release.recipient as string), ...known.deliveries.filter(({ delivery }) => lots.has(delivery.lot)).map(({ delivery }) => delivery.recipient as string)]),
    isOwnRun: NO_RUN,
  };
}

/** What flies or drives under the carrier's name. */
function ofCarrier(known: Register, carriers: ReadonlySet<string>): Sets {
  const isOwnRun = (run: string): boolean => {
    const departure = [...known.departures.values()].find((it) => it.departure === run);
    const carrier = departure === undefined ? charterOfRun(known, run)?.carrier : known.services.get(departure.service)?.carrier;
    return carrier !== undefined && carriers.has(carrier);
  };
  const flown = [...known.consignments.values()].filter(({ announced }) => carriers.has(announced.carrier));
  const releases = known.releases.filter(({ release }) => release.route.some(isOwnRun));
  return {
    pledges: new Set(),
    lots: new Set([...flown.flatMap(({ lots }) => lots.map(({ lot }) => lot as string)), ...releases.map(({ release }) => release.lot as string)]),
    consignments: new Set(flown.map(({ announced }) => announced.consignment as string)),
    dispatches: new Set(releases.map(({ release }) => release.dispatch as string)),
    recipients: new Set(releases.map(({ release }) => release.recipient as string)),
    isOwnRun,
  };
}

function ofConsignee(known: Register, recipients: ReadonlySet<string>): Sets {
  const releases = known.releases.filter(({ release }) => recipients.has(release.recipient));
  const deliveries = known.deliveries.filter(({ delivery }) => recipients.has(delivery.recipient));
  const direct = deliveries.flatMap(({ delivery }) => (delivery.consignment === undefined ? [] : [delivery.consignment as string]));
  return {
    pledges: new Set(),
    lots: new Set([...releases.map(({ release }) => release.lot as string), ...deliveries.map(({ delivery }) => delivery.lot as string)]),
    consignments: new Set(direct),
    dispatches: new Set(releases.map(({ release }) => release.dispatch as string)),
    recipients,
    isOwnRun: NO_RUN,
  };
}

/** What comes to, lies at, or leaves the hub. */
function ofHub(known: Register, places: ReadonlySet<string>): Sets {
  const through = [...known.consignments.values()].filter(({ announced }) => places.has(announced.to) || places.has(announced.from));
  const releases = known.releases.filter(({ release }) => places.has(release.place));
  return {
    pledges: new Set(),
    lots: new Set([...through.flatMap(({ lots }) => lots.map(({ lot }) => lot as string)), ...releases.map(({ release }) => release.lot as string)]),
    consignments: new Set(through.map(({ announced }) => announced.consignment as string)),
    dispatches: new Set(releases.map(({ release }) => release.dispatch as string)),
    recipients: new Set(releases.map(({ release }) => release.recipient as string)),
    isOwnRun: NO_RUN,
  };
}

const consignmentsOf = (known: Register, lots: ReadonlySet<string>): Set<string> => new Set([...known.lots.values()].filter(({ lot }) => lots.has(lot)).map(({ consignment }) => consignment as string));

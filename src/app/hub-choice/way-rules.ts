// How long a way from a hub takes, what it costs and emits, by mode, when nobody has a timetable of it yet: the rules by which the
// reference operation's own timetable was made, so that every candidate is measured alike. Each figure has unit, source and note.

import type { Parameter } from '../../need/parameter.ts';

const assumed = (value: number, unit: string, note: string): Parameter => ({ value, unit, source: 'assumption', note });

/** All that can be varied: a what-if or a question of sensitivity hands in other values. */
export const WAY_RULES = {
  detour: assumed(1.25, 'km/km', 'road km per km of great circle: roads go round'),
  roadKmPerHour: assumed(70, 'km/h', 'a truck on motorways, without stops'),
  roadHoursAtEnds: assumed(4, 'h', 'loading, unloading, and breaks of the two drivers'),
  crewDrivingHours: { value: 20, unit: 'h', source: 'Regulation (EC) 561/2006', note: 'two drivers of ten hours each, then both rest' },
  crewRestHours: { value: 9, unit: 'h', source: 'Regulation (EC) 561/2006', note: 'of a vehicle manned by two' },
  roadEurosPerKm: assumed(1.25, '€/km', 'a truck of 33 EUR pallets'),
  truckChargeableKg: assumed(33 * 250.8, 'kg', '33 pallets of 20 cartons of masks'),
  roadCo2: { value: 112, unit: 'g/tkm', source: 'UBA 2018', note: 'truck' },
  railKmPerRoadKm: assumed(1.1, 'km/km', 'tracks go round a little more than roads'),
  railKmPerHour: { value: 30, unit: 'km/h', source: 'assumption', note: 'the European Court of Auditors gives 18 across borders' },
  railHoursAtEnds: assumed(24, 'h', 'at both terminals'),
  railEurosPerTkm: assumed(0.06, '€/tkm', 'wagon load'),
  railEurosPerPallet: assumed(20, '€/pallet', 'two lifts of €110 a TEU over 11 pallets'),
  railCo2: { value: 18, unit: 'g/tkm', source: 'UBA 2018', note: 'freight train' },
  airKmPerHour: assumed(750, 'km/h', 'block speed of a 737 freighter'),
  airHoursBlock: assumed(0.7, 'h', 'taxi, climb and approach'),
  airHoursAtEnds: assumed(8, 'h', 'acceptance to release'),
  airEurosPerKg: assumed(2, '€/kg', 'within Europe'),
  airCo2: assumed(1200, 'g/tkm', 'short-haul freighter'),
  airFromRoadKm: assumed(450, 'km', 'nearer than that by road nobody flies goods'),
  longHaulKmPerHour: assumed(850, 'km/h', 'how much later a flight lands that goes further'),
} as const satisfies Record<string, Parameter>;

export type WayRules = Readonly<Record<keyof typeof WAY_RULES, number>>;
export const valuesOf = (rules: Readonly<Record<keyof typeof WAY_RULES, Parameter>>): WayRules => Object.fromEntries(Object.entries(rules).map(([name, { value }]) => [name, value])) as Record<keyof typeof WAY_RULES, number>;

export interface Way {
  /** Door to door, hours. */
  readonly hours: number;
  readonly eurosPerKg: number;
  readonly eurosPerPallet: number;
  readonly co2KgPerKg: number;
}

const roadKm = (rules: WayRules, greatCircle: number): number => greatCircle * rules.detour;

/** Two drivers, who rest together once their driving hours are used. */
export function byRoad(rules: WayRules, greatCircle: number): Way {
  const km = roadKm(rules, greatCircle);
  const driving = km / rules.roadKmPerHour;
  const rests = Math.max(0, Math.ceil(driving / rules.crewDrivingHours) - 1);
  return { hours: driving + rules.roadHoursAtEnds + rests * rules.crewRestHours, eurosPerKg: (km * rules.roadEurosPerKm) / rules.truckChargeableKg, eurosPerPallet: 0, co2KgPerKg: (km * rules.roadCo2) / 1e6 };
}

export function byRail(rules: WayRules, greatCircle: number): Way {
  const km = roadKm(rules, greatCircle);
  return { hours: (km * rules.railKmPerRoadKm) / rules.railKmPerHour + rules.railHoursAtEnds, eurosPerKg: (km * rules.railEurosPerTkm) / 1000, eurosPerPallet: rules.railEurosPerPallet, co2KgPerKg: (km * rules.railCo2) / 1e6 };
}

/** Null: too near to fly. */
export function byAir(rules: WayRules, greatCircle: number): Way | null {
  if (roadKm(rules, greatCircle) < rules.airFromRoadKm) return null;
  return { hours: greatCircle / rules.airKmPerHour + rules.airHoursBlock + rules.airHoursAtEnds, eurosPerKg: rules.airEurosPerKg, eurosPerPallet: 0, co2KgPerKg: (greatCircle * rules.airCo2) / 1e6 };
}

const TRUCK_PALLETS = 33;

/** € for whole trucks that hold so many pallets together. */
export const truckEuros = (rules: WayRules, greatCircle: number, pallets = TRUCK_PALLETS): number => roadKm(rules, greatCircle) * rules.roadEurosPerKm * Math.ceil(pallets / TRUCK_PALLETS);

/** Within so many hours of leaving, goods get so far as the crow flies; 0: nowhere. The rules rise with distance but for the rests of a crew, so a bisection finds it. */
export function reachKm(rules: WayRules, mode: 'road' | 'rail' | 'air', hours: number): number {
  const within = (km: number): boolean => (mode === 'road' ? byRoad(rules, km) : mode === 'rail' ? byRail(rules, km) : (byAir(rules, km) ?? byRoad(rules, km))).hours <= hours;
  let [near, far] = [0, 10_000];
  if (!within(near)) return 0;
  while (far - near > 1) {
    const middle = (near + far) / 2;
    if (within(middle)) near = middle;
    else far = middle;
  }
  return Math.floor(near);
}

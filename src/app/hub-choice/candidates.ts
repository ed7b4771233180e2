// The candidates that somebody asks about, held against the operation: enough of them, each with a way to somewhere. What is wrong is
// said with file, row and column where it stands in a sheet. Not here: how good they are.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readCandidates } from '../../standards/hubs/read-candidates.ts';
import type { Failure } from '../failure.ts';
import type { Tools } from '../plan/propose.ts';
import type { Before } from './before.ts';
import { gatewaysOf, relocated } from './relocate.ts';
import type { HandedSheet } from './report.ts';
import type { WayRules } from './way-rules.ts';

export interface HubTools extends Tools {
  /** The candidates that Airbridge brings. */
  candidates?(): Promise<HandedSheet>;
}

export async function candidatesFor({ sheet }: { readonly sheet?: HandedSheet | undefined }, tools: HubTools): Promise<Result<readonly HubCandidate[], Failure>> {
  const handed = sheet ?? (await tools.candidates?.());
  return handed === undefined ? err({ code: 'bad-hub', message: 'no candidates were handed in', remedy: 'hand in a sheet of candidates: docs/how-to/add-a-hub-candidate.md describes it' }) : candidatesIn(handed);
}

function candidatesIn({ name, content }: HandedSheet): Result<readonly HubCandidate[], Failure> {
  const read = readCandidates(new Uint8Array(Buffer.from(content, 'base64')));
  if (read.ok) return read;
  const rejected = read.error.map((it) => ({ file: name, ...it }));
  const [first] = rejected;
  const more = rejected.length > 1 ? `, and ${rejected.length - 1} more` : '';
  return err({ code: 'sheet-refused', message: `${where(first ?? { file: name })}: ${first?.problem ?? 'it cannot be read'}${more}`, remedy: first?.remedy ?? 'correct the sheet', rejected });
}

/** `mine.csv, row 3, column rail` */
const where = ({ file, sheet = null, row = null, column = null }: { readonly file: string; readonly sheet?: string | null; readonly row?: number | null; readonly column?: string | null }): string =>
  [file, ...(sheet === null ? [] : [`sheet ${sheet}`]), ...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [`column ${column}`])].join(', ');

export interface Field {
  readonly candidates: readonly HubCandidate[];
  /** By candidate: gateways of the operation to which no way leads from it. */
  readonly unconnected: ReadonlyMap<PlaceCode, readonly PlaceCode[]>;
}

/** @returns a failure where there are fewer candidates than hubs are asked for, or one has no way to any gateway. */
export function fieldOf(before: Before, candidates: readonly HubCandidate[], hubs: number, rules: WayRules): Result<Field, Failure> {
  if (hubs > candidates.length) return err({ code: 'bad-hub', message: `${hubs} hubs are asked for, and there ${candidates.length === 1 ? 'is one candidate' : `are ${candidates.length} candidates`}`, remedy: `ask for ${candidates.length} at most, or add candidates` });
  const gateways = gatewaysOf(before);
  if (gateways.length === 0) return err({ code: 'bad-hub', message: `no service leaves the hub ${before.hub.name}, so there is no timetable to draw anew from another`, remedy: 'add the onward services to the sheets services and departures' });
  const unconnected = new Map(candidates.map(({ place }, k) => {
    const { known } = relocated(before, candidates[k] as HubCandidate, rules);
    const reached = new Set([...known.services.values(), ...known.charters.values()].filter(({ from }) => from === place.place).map(({ to }) => to));
    return [place.place, gateways.filter((gateway) => gateway !== place.place && !reached.has(gateway))];
  }));
  const cutOff = candidates.find(({ place }) => (unconnected.get(place.place) ?? []).length === gateways.filter((gateway) => gateway !== place.place).length);
  if (cutOff !== undefined) return err({ code: 'bad-hub', message: `no way leads from ${cutOff.place.name} (${cutOff.place.place}) to any gateway of the operation: it has no services`, remedy: 'leave the candidate out, or add a service by road to the operation' });
  return ok({ candidates, unconnected });
}

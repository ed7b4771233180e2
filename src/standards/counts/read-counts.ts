// Files of official counts → counts, whichever of the published layouts they have. Several files of one source make one set.

import type { CountFault, OfficialCount } from '../../domain/need/counts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readDpc } from './dpc.ts';
import { readEcdc } from './ecdc.ts';
import { readJhu } from './jhu.ts';
import type { Refused } from './table.ts';
import { readWho } from './who.ts';

/** ECDC daily; JHU CSSE daily reports or time series; Protezione Civile, regions; WHO global daily. */
export const COUNT_FORMATS = ['ecdc', 'jhu', 'dpc', 'who'] as const;
export type CountFormat = (typeof COUNT_FORMATS)[number];

export interface ReadCounts {
  readonly counts: readonly OfficialCount[];
  readonly faults: readonly CountFault[];
  /** Of the header; where each day has a column of its own, without those. */
  readonly columns: readonly string[];
  /** Below the header, those that cannot be read among them. */
  readonly rows: number;
}

export interface CountsFile {
  readonly name: string;
  readonly text: string;
}

const READERS: Readonly<Record<CountFormat, (file: CountsFile) => Result<ReadCounts, Refused>>> = { ecdc: readEcdc, jhu: readJhu, dpc: readDpc, who: readWho };

export function readCounts(files: readonly CountsFile[], format: CountFormat): Result<ReadCounts, Refused> {
  const read = files.map(READERS[format]);
  const refused = read.flatMap((it) => (it.ok ? [] : it.error));
  if (refused.length > 0) return err(refused);
  const found = read.flatMap((it) => (it.ok ? [it.value] : []));
  return ok({ counts: found.flatMap(({ counts }) => counts), faults: found.flatMap(({ faults }) => faults), columns: [...new Set(found.flatMap(({ columns }) => columns))], rows: found.reduce((sum, { rows }) => sum + rows, 0) });
}

// Files of official counts → counts, whichever of the published layouts they have. Several files of one source make one set.

import type { CountFault, OfficialCount } from '../../domain/need/counts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readDpc } from './dpc.ts';
import { readEcdc } from './ecdc.ts';
import { readJhu } from './jhu.ts';
import type { Refused } from './table.ts';

/** ECDC daily; JHU CSSE daily reports or time series; Protezione Civile, regions. */
export const COUNT_FORMATS = ['ecdc', 'jhu', 'dpc'] as const;
export type CountFormat = (typeof COUNT_FORMATS)[number];

export interface ReadCounts {
  readonly counts: readonly OfficialCount[];
  readonly faults: readonly CountFault[];
}

export interface CountsFile {
  readonly name: string;
  readonly text: string;
}

const READERS: Readonly<Record<CountFormat, (file: CountsFile) => Result<ReadCounts, Refused>>> = { ecdc: readEcdc, jhu: readJhu, dpc: readDpc };

export function readCounts(files: readonly CountsFile[], format: CountFormat): Result<ReadCounts, Refused> {
  const read = files.map(READERS[format]);
  const refused = read.flatMap((it) => (it.ok ? [] : it.error));
  if (refused.length > 0) return err(refused);
  return ok({ counts: read.flatMap((it) => (it.ok ? it.value.counts : [])), faults: read.flatMap((it) => (it.ok ? it.value.faults : [])) });
}

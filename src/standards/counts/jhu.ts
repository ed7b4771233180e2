// JHU CSSE: which of its files this is. The daily reports have had three layouts, and the time series one for each measure.

import type { Result } from '../../domain/result.ts';
import { readJhuDaily } from './jhu-daily.ts';
import { readJhuSeries } from './jhu-series.ts';
import type { CountsFile, ReadCounts } from './read-counts.ts';
import type { Refused } from './table.ts';

/** Time series have a column for each day and no hour; daily reports have the hour in a column. */
export const readJhu = (file: CountsFile): Result<ReadCounts, Refused> => (/(^|,)1\/2[2-9]\/20,/.test(file.text.split('\n', 1)[0] ?? '') || file.name.includes('time_series') ? readJhuSeries(file) : readJhuDaily(file));

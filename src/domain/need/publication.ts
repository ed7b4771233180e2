// What a source published for a day, as one fact; what an import read; how a series of one's own is to be read; and where a series
// comes in by itself. A later publication of the same day says what changed: the latest recorded stands, the earlier stay readable.

import { z } from 'zod';
import { Sha256 } from '../ids.ts';
import { Instant, LocalDate } from '../time.ts';
import { MOST_PEOPLE } from './need.ts';

/** A series of counts bears the id of the source that publishes it: `ecdc`, `dpc`. */
export const SeriesId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a series is named like its source, in letters, digits, . _ -').brand<'SeriesId'>();
export type SeriesId = z.infer<typeof SeriesId>;

/** What can be read: the layouts of four publishers, and any sheet whose columns are told. */
export const SERIES_FORMATS = ['ecdc', 'jhu', 'dpc', 'who', 'sheet'] as const;
export const SeriesFormat = z.enum(SERIES_FORMATS);
export type SeriesFormat = z.infer<typeof SeriesFormat>;

const People = z.int().min(0).max(MOST_PEOPLE);
/** An ISO 3166 code; where the source counts something that has none (a ship), the source's own name. */
const CountedArea = z.string().min(1).max(120);
const Document = z.strictObject({ name: z.string().min(1).max(200), sha256: Sha256 });

/** As many areas as one fact holds; a day of more is several facts. */
export const MOST_AREAS = 300;

const AreaCounted = z.strictObject({
  area: CountedArea,
  cases: People.optional(),
  deaths: People.optional(),
  wards: People.optional(),
  intensiveCare: People.optional(),
  /** The row's own hour, where it is another than the fact's. */
  at: Instant.optional(),
});
export type AreaCounted = z.infer<typeof AreaCounted>;

/**
 * What a series says of a day: cumulative cases and deaths, patients on wards and in intensive care. `date` is the day that the source
 * gives the figures, by its own calendar; the hour of the figures is that of the fact. Of a day that was published before, only what is
 * new or another.
 */
export const CountsPublished = z.strictObject({ series: SeriesId, date: LocalDate, areas: z.array(AreaCounted).min(1).max(MOST_AREAS), document: Document.optional() });
export type CountsPublished = z.infer<typeof CountsPublished>;

/** A file that was taken in: the columns and rows that it had, and what it called each area, so that the next one can be held against it. */
export const CountsImported = z.strictObject({
  series: SeriesId,
  format: SeriesFormat,
  documents: z.array(Document).min(1).max(1000),
  columns: z.array(z.string().max(300)).max(500),
  rows: z.int().min(0),
  /** Area → what the source calls it, where that is new or another than before. */
  names: z.array(z.strictObject({ area: CountedArea, name: z.string().min(1).max(200) })).max(2000),
});
export type CountsImported = z.infer<typeof CountsImported>;

const Header = z.string().min(1).max(300);

/** How a sheet of somebody's own is read, by its headers in plain words, so that columns may move. */
export const SheetMapping = z.strictObject({
  columns: z.strictObject({ area: Header.optional(), date: Header, cases: Header.optional(), deaths: Header.optional(), wards: Header.optional(), intensiveCare: Header.optional() }),
  /** The area of every row, where no column tells it. */
  area: CountedArea.optional(),
  /** Of cases and deaths: all until that day, or those of the day. */
  counting: z.enum(['cumulative', 'new']),
  dates: z.enum(['day-first', 'month-first']).optional(),
  numbers: z.enum(['point', 'comma']).optional(),
});
export type SheetMapping = z.infer<typeof SheetMapping>;

export const CountsMappingLearned = z.strictObject({ series: SeriesId, mapping: SheetMapping });
export type CountsMappingLearned = z.infer<typeof CountsMappingLearned>;

/** A series that is asked for by itself. Set again, it replaces what stood. */
export const CountFeedSet = z.strictObject({ series: SeriesId, url: z.url({ protocol: /^https?$/ }).max(2000), format: SeriesFormat, everyHours: z.int().min(1).max(168), active: z.boolean() });
export type CountFeedSet = z.infer<typeof CountFeedSet>;

/**
 * Why a feed brought nothing. `unreachable`: nobody answered, or with an error. `truncated`: the file broke off. `column-drift`: its
 * columns are not those of the format. `disappeared`: the address says that there is no such file. `refused`: it may not be asked.
 * `unreadable`: it came, and cannot be taken as it is.
 */
export const FEED_FAILURES = ['unreachable', 'truncated', 'column-drift', 'disappeared', 'too-large', 'refused', 'unreadable'] as const;
export type FeedFailureKind = (typeof FEED_FAILURES)[number];

/** What became of asking a feed. Entered when it changed something, and when the outcome is another than the last time. */
export const CountFeedAsked = z.strictObject({
  series: SeriesId,
  url: z.string().min(1).max(2000),
  outcome: z.enum(['changed', 'unchanged', ...FEED_FAILURES]),
  detail: z.string().max(1000),
  /** As the answer bore them, to be shown the next time. */
  etag: z.string().max(500).optional(),
  lastModified: z.string().max(100).optional(),
});
export type CountFeedAsked = z.infer<typeof CountFeedAsked>;

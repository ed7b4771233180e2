// What the routes about official counts and their feeds take and answer.

import { z } from 'zod';
import { FEED_FAILURES, SeriesFormat } from '../../domain/need/publication.ts';
import { OperationParams, WhenQuery } from './operation.ts';

const Header = z.string().min(1).max(300);
const Series = z.string().min(1).max(64);

const Mapping = z
  .strictObject({
    sheet: z.string().max(200).optional().describe('Of a workbook; absent: the one whose columns are known best.'),
    columns: z.strictObject({ date: Header.optional(), area: Header.optional(), cases: Header.optional(), deaths: Header.optional(), wards: Header.optional(), intensiveCare: Header.optional() }).optional().describe('A header, a column’s letter, or none.'),
    area: z.string().min(1).max(120).optional().describe('Of every row, where no column tells it: IT, IT-25.'),
    counting: z.enum(['cumulative', 'new']).optional().describe('Of cases and deaths: all until that day, or those of the day.'),
    dates: z.enum(['day-first', 'month-first']).optional(),
    numbers: z.enum(['point', 'comma']).optional().describe('The decimal mark.'),
  })
  .describe('Of a sheet: what is known of its columns. What is absent is proposed from the headers, or as it was settled the last time.');

const File = z.strictObject({ name: z.string().min(1).max(200), content: z.base64() });

export const CountsBody = z.strictObject({
  format: SeriesFormat.describe('ecdc, jhu, dpc, who as they publish; sheet: any other table, with its columns told.'),
  series: Series.optional().describe('The id of the source; absent: as the publisher is known. A sheet names its own.'),
  title: z.string().min(1).max(200).optional().describe('What the source is called, where it is not on record yet.'),
  files: z.array(File).min(1).max(1000).optional().describe('File name and bytes in base64; several of one source make one set.'),
  text: z.string().min(1).optional().describe('Pasted, instead of files.'),
  url: z.string().min(1).max(2000).optional().describe('Fetched, instead of files: https, and outside the server’s own network.'),
  mapping: Mapping.optional(),
}).refine(({ files, text, url }) => [files, text, url].filter((it) => it !== undefined).length === 1, 'one of files, text and url');

const Instant = z.string();
const Measure = z.enum(['cases', 'deaths', 'wards', 'intensiveCare']);
const Fault = z.object({ kind: z.string(), file: z.string().nullable(), row: z.int().nullable(), column: z.string().nullable(), area: z.string().nullable(), date: z.string().nullable(), value: z.string().nullable(), problem: z.string(), remedy: z.string() }).meta({ id: 'CountFault' });
const Document = z.object({ name: z.string(), sha256: z.string() });

const PREVIEW = {
  operation: z.string(),
  series: z.string(),
  format: SeriesFormat,
  source: z.object({ title: z.string(), isNew: z.boolean().describe('It is not on record yet, and will be.') }),
  documents: z.array(Document),
  isKnown: z.boolean().describe('These very files were taken in before.'),
  rows: z.int(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  days: z.int(),
  areas: z.int(),
  figures: z.object({ new: z.int(), revised: z.int(), unchanged: z.int(), absent: z.int().describe('They stand, and the files cover their day and do not have them. They go on standing.') }),
  revisions: z.array(z.object({ area: z.string(), date: z.string(), measure: Measure, before: z.int(), firstSeen: Instant, after: z.int() })).describe('At most 500, newest day first.'),
  unknownAreas: z.array(z.string()),
  drift: z.object({ since: Instant, came: z.array(z.string()), went: z.array(z.string()) }).nullable().describe('Columns against the files that were taken in last; null: none was yet.'),
  faultKinds: z.array(z.object({ kind: z.string(), count: z.int() })),
  faults: z.array(Fault).describe('At most 500. None of them was mended.'),
  mapping: z.object({ sheet: z.string(), headerRow: z.int(), columns: z.array(z.object({ letter: z.string(), header: z.string(), field: z.string().nullable(), by: z.enum(['answer', 'learned', 'words']).nullable(), samples: z.array(z.string()) })), counting: z.enum(['cumulative', 'new']).nullable(), dates: z.enum(['day-first', 'month-first']).nullable(), numbers: z.enum(['point', 'comma']).nullable(), area: z.string().nullable() }).nullable(),
};

export const CountsPreview = z
  .object({ ...PREVIEW, questions: z.array(z.object({ id: z.string().describe('The field of the mapping that answers it.'), problem: z.string(), remedy: z.string(), options: z.array(z.string()) })), isReady: z.boolean().describe('Nothing is open: it can be taken in.') })
  .meta({ id: 'CountsPreview', description: 'Files of counts, read and held against what stands.' });

export const CountsImported = z.object({ ...PREVIEW, facts: z.int().describe('That were written; 0: all of it was known.') }).meta({ id: 'CountsImported' });

export const CountsQuery = WhenQuery.extend({ area: z.string().min(2).max(10).optional().describe('An ISO 3166 code; absent: all areas, without their days.') });

const Figure = z.object({ value: z.int(), firstSeen: Instant.describe('When the operation first had it.'), revisions: z.array(z.object({ value: z.int(), firstSeen: Instant, until: Instant })).describe('What stood before, oldest first.') }).nullable();
const Sources = z.array(z.string());
const Day = z.object({ date: z.string(), at: Instant.nullable(), total: z.int() });

export const CountsReport = z
  .object({
    operation: z.string(),
    asOf: Instant,
    series: z.array(z.object({ series: z.string(), title: z.string(), areas: z.int(), from: z.string(), until: z.string(), figures: z.int(), revised: z.int(), lastImport: z.object({ at: Instant, format: SeriesFormat, documents: z.array(Document), rows: z.int() }).nullable() })),
    areas: z.array(
      z.object({
        area: z.string(), name: z.string(), sources: z.array(Sources), used: Sources,
        why: z.object({ rule: z.enum(['only-source', 'counted-last', 'counted-more-days']), countedAt: Instant.nullable(), days: z.int(), before: z.object({ sources: Sources, countedAt: Instant.nullable(), days: z.int() }).nullable() }).describe('Why that source is used: no other counts the area; it counted last; of those that counted last it counted on more days.'),
        last: z.object({ date: z.string(), cases: z.int().nullable(), deaths: z.int().nullable() }).nullable(),
      }),
    ),
    days: z.array(z.object({ date: z.string(), told: z.array(z.object({ sources: Sources, at: Instant, figures: z.object({ cases: Figure, deaths: Figure, wards: Figure, intensiveCare: Figure }) })) })).describe('Of the area that was asked for, newest first.'),
    world: z
      .object({
        series: z.string(),
        days: z.array(z.object({ date: z.string(), at: Instant.nullable(), cases: z.int(), deaths: z.int() })),
        said: z.array(z.object({ claim: z.string(), saidAt: Instant, figure: z.int(), between: z.object({ measure: z.enum(['cases', 'deaths']), figure: z.int(), before: Day, after: Day }).nullable() })).describe('Figures that claims give of the world, each with the two days between which it was true.'),
      })
      .nullable()
      .describe('What all areas of one source add up to; null: no source counts the world.'),
  })
  .meta({ id: 'CountsReport', description: 'Official counts, source beside source.' });

export const FeedBody = z.strictObject({
  series: Series.optional().describe('The id of the source; absent: as the publisher is known.'),
  title: z.string().min(1).max(200).optional().describe('What the source is called, where it is not on record yet.'),
  url: z.string().min(1).max(2000),
  format: SeriesFormat,
  everyHours: z.int().min(1).max(168),
  active: z.boolean().default(true).describe('False: it is not asked until it is set again.'),
});

export const FeedParams = OperationParams.extend({ series: Series });

export const Feed = z
  .object({
    series: z.string(), url: z.string(), format: SeriesFormat, everyHours: z.int(),
    state: z.enum(['waiting', 'well', 'failed', 'paused']),
    askedAt: Instant.nullable(),
    last: z.object({ outcome: z.enum(['changed', 'unchanged', ...FEED_FAILURES]), detail: z.string(), remedy: z.string().nullable() }).nullable(),
    changedAt: Instant.nullable().describe('When something was last put on record of it.'),
    nextAt: Instant.nullable().describe('When it is asked again; null: paused, not asked yet, or nobody asks here.'),
  })
  .meta({ id: 'CountFeed' });
export const FeedList = z.object({ feeds: z.array(Feed) });

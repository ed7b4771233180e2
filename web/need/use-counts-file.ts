// Counts on their way in: files, a pasted text or an address; what has been said of their columns; what the server makes of them. Nothing
// is written until they are taken in.

import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ClientFailure } from '../../src/client/client.ts';
import type { CountsImportedAnswer, CountsPreviewAnswer } from '../../src/http/contract/answers.ts';
import type { CountsFileAsk } from '../../src/http/contract/questions.ts';
import { readFile, type SheetFile } from '../intake/sheet-file.ts';
import { client, given } from '../shared/client.ts';
import { formatOf, type Format } from './format-of.ts';
import { useNeed } from './scene.ts';

export type Preview = CountsPreviewAnswer;
export type Mapping = NonNullable<CountsFileAsk['mapping']>;

/** What is brought: one of three. */
type Brought = { readonly files: readonly SheetFile[] } | { readonly text: string } | { readonly url: string };

export interface CountsFile {
  /** What it is called on the page; null: nothing was brought. */
  readonly name: string | null;
  readonly format: Format;
  readonly series: string;
  readonly title: string;
  readonly read: UseQueryResult<Preview>;
  /** Whose counts a sheet is, has to be said before it can be read. */
  readonly wantsSeries: boolean;
  readonly mapping: Mapping;
  readonly say: (change: { readonly format?: Format; readonly series?: string; readonly title?: string; readonly mapping?: Mapping }) => void;
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  readonly takeText: (text: string) => void;
  readonly takeUrl: (url: string) => void;
  readonly drop: () => void;
  readonly accept: () => Promise<ClientFailure | null>;
  readonly accepting: boolean;
  readonly accepted: CountsImportedAnswer | null;
}

const NOTHING = { format: 'sheet' as Format, series: '', title: '', mapping: {} as Mapping };
/** Enough of a file to know its layout by. */
const FIRST_BYTES = 4000;

export function useCountsFile(): CountsFile {
  const { operation, facts } = useNeed();
  const cache = useQueryClient();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [said, setSaid] = useState(NOTHING);
  const [accepting, setAccepting] = useState(false);
  const [accepted, setAccepted] = useState<CountsImportedAnswer | null>(null);
  const wantsSeries = said.format === 'sheet' && said.series === '';
  const ask = askOf(brought, said);
  const read = useQuery({
    queryKey: ['counts-preview', operation, facts, ask],
    queryFn: ({ signal }) => given(client.counts.preview(operation, ask, { signal })),
    enabled: brought !== null && !wantsSeries && accepted === null,
    placeholderData: brought === null ? undefined : keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const bring = useCallback((next: Brought | null, format: Format) => {
    setBrought(next);
    setSaid({ ...NOTHING, format });
    setAccepted(null);
  }, []);
  const accept = async (): Promise<ClientFailure | null> => {
    setAccepting(true);
    const answer = await client.counts.import(operation, ask);
    setAccepting(false);
    if (!answer.ok) return answer.error;
    setAccepted(answer.value);
    await cache.invalidateQueries({ queryKey: ['operations'] });
    return null;
  };
  return {
    ...said,
    name: brought === null ? null : nameOf(brought),
    read, wantsSeries, accept, accepting, accepted,
    say: (change) => setSaid((held) => ({ ...held, ...change, ...(change.mapping !== undefined && { mapping: { ...held.mapping, ...change.mapping, columns: { ...held.mapping.columns, ...change.mapping.columns } } }) })),
    takeFiles: async (files) => {
      const [first] = files;
      if (first === undefined) return;
      const [whole, head] = await Promise.all([Promise.all(files.map(readFile)), first.slice(0, FIRST_BYTES).text()]);
      bring({ files: whole }, formatOf(head));
    },
    takeText: (text) => bring({ text }, formatOf(text)),
    takeUrl: (url) => bring({ url }, formatOfUrl(url)),
    drop: () => bring(null, 'sheet'),
  };
}

function askOf(brought: Brought | null, { format, series, title, mapping }: typeof NOTHING): CountsFileAsk {
  const what = brought === null ? {} : 'files' in brought ? { files: brought.files.map(({ name, content }) => ({ name, content })) } : brought;
  return { format, ...(series !== '' && { series }), ...(title !== '' && { title }), ...(format === 'sheet' && { mapping }), ...what };
}

function nameOf(brought: Brought): string {
  if ('url' in brought) return brought.url;
  if ('text' in brought) return '';
  const [first] = brought.files;
  return brought.files.length > 1 ? `${first?.name ?? ''} + ${brought.files.length - 1}` : (first?.name ?? '');
}

/** Of an address no line is known before it is fetched: its own words may tell. */
const formatOfUrl = (url: string): Format => (/ecdc/i.test(url) ? 'ecdc' : /dpc|regioni/i.test(url) ? 'dpc' : /who/i.test(url) ? 'who' : /jhu|csse/i.test(url) ? 'jhu' : 'sheet');

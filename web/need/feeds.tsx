// Addresses that are asked for counts by themselves: how each went last, when it is asked again; set one, ask one now, pause one.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import type { FeedsAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { AskedInVain, Refused } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { FORMATS, type Format } from './format-of.ts';
import { useNeed } from './scene.ts';

type Feed = FeedsAnswer['feeds'][number];

const EVERY = [1, 6, 12, 24, 168] as const;

export function Feeds(): ReactElement | null {
  const { t } = useTranslation();
  const { operation, facts } = useNeed();
  const may = useMay();
  const answers = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const feeds = useQuery({ queryKey: ['count-feeds', operation, facts], queryFn: ({ signal }) => given(client.counts.feeds(operation, { signal })), enabled: may('count.follow') });
  if (!may('count.follow')) return null;
  const canSet = may('fact.count');
  const done = async (): Promise<void> => {
    await answers.invalidateQueries({ queryKey: ['operations'] });
    await answers.invalidateQueries({ queryKey: ['count-feeds'] });
  };
  const askNow = async (series: string): Promise<void> => {
    setBusy(series);
    const answer = await client.counts.askFeed(operation, series);
    setBusy(null);
    setFailure(answer.ok ? null : answer.error);
    await done();
  };
  const pause = async ({ series, url, format, everyHours, state }: Feed): Promise<void> => {
    const answer = await client.counts.setFeed(operation, { series, url, format, everyHours, active: state === 'paused' });
    setFailure(answer.ok ? null : answer.error);
    await done();
  };
  const send = async ({ url = '', format = 'sheet', series = '', title = '', everyHours = '24' }: Values): Promise<ClientFailure | null> => {
    const answer = await client.counts.setFeed(operation, { url, format: format as Format, everyHours: Number(everyHours), active: true, ...(series !== '' && { series }), ...(title !== '' && { title }) });
    if (!answer.ok) return answer.error;
    await done();
    return null;
  };
  return (
    <section className="feeds" aria-labelledby="feeds-title">
      <h2 className="head" id="feeds-title">
        {t('need.feeds.title')}
      </h2>
      {feeds.error !== null && <AskedInVain error={feeds.error} />}
      {failure !== null && <Refused failure={failure} />}
      <Table columns={useColumns({ canSet, busy, askNow, pause })} rows={feeds.data?.feeds ?? []} keyOf={({ series }) => series} titled="feeds-title" isTall empty={t('need.feeds.none')} />
      {canSet &&
        (isOpen ? (
          <EntryForm
            label={t('need.feeds.set')}
            fields={[
              { name: 'url', label: t('need.bring.url') },
              { name: 'format', label: t('need.bring.format'), options: FORMATS.map((it) => [it, t(`need.bring.formats.${it}`)]), value: 'ecdc' },
              { name: 'everyHours', label: t('need.feeds.every'), options: EVERY.map((hours) => [String(hours), t('need.feeds.hours', { count: hours })]), value: '24' },
              { name: 'series', label: t('need.bring.series'), isOptional: true },
              { name: 'title', label: t('need.bring.sourceTitle'), isOptional: true },
            ]}
            button={t('need.feeds.enter')}
            send={send}
            onDone={() => setOpen(false)}
            onCancel={() => setOpen(false)}
          />
        ) : (
          <button type="button" className="key" onClick={() => setOpen(true)}>
            {t('need.feeds.set')}
          </button>
        ))}
    </section>
  );
}

interface Acts {
  readonly canSet: boolean;
  /** The series that is being asked. */
  readonly busy: string | null;
  readonly askNow: (series: string) => Promise<void>;
  readonly pause: (feed: Feed) => Promise<void>;
}

function useColumns({ canSet, busy, askNow, pause }: Acts): readonly Column<Feed>[] {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const when = (at: string | null): string => (at === null ? '–' : figures.stamp(at));
  return [
    {
      name: 'series',
      head: t('need.counts.source'),
      cell: ({ series, url }) => (
        <>
          {series} <span className="under">{url}</span>
        </>
      ),
    },
    { name: 'every', head: t('need.feeds.every'), cell: ({ everyHours }) => t('need.feeds.hours', { count: everyHours }) },
    {
      name: 'state',
      head: t('need.feeds.state'),
      className: 'words',
      cell: ({ state, last }) => (
        <>
          <span className={state === 'failed' ? 'wrong' : undefined}>{last === null ? t(`need.feeds.is.${state}`) : `${t(`need.feeds.is.${state}`)}: ${t(`need.feeds.outcome.${last.outcome}`)}`}</span>
          {last !== null && (
            <span className="under" lang="en">
              {last.detail}
              {last.remedy !== null && `. ${last.remedy}`}
            </span>
          )}
        </>
      ),
    },
    { name: 'asked', head: t('need.feeds.asked'), cell: ({ askedAt }) => when(askedAt) },
    { name: 'next', head: t('need.feeds.next'), cell: ({ nextAt }) => when(nextAt) },
    ...(canSet
      ? [
          {
            name: 'acts',
            head: t('need.feeds.acts'),
            cell: (feed: Feed) => (
              <>
                <button type="button" className="verb" disabled={busy !== null} onClick={() => void askNow(feed.series)}>
                  {t(busy === feed.series ? 'need.feeds.asking' : 'need.feeds.askNow')}
                </button>{' '}
                <button type="button" className="verb" onClick={() => void pause(feed)}>
                  {t(feed.state === 'paused' ? 'need.feeds.goOn' : 'need.feeds.pause')}
                </button>
              </>
            ),
          },
        ]
      : []),
  ];
}

// Where "hundreds of thousands" comes from: counts of the world's deaths as they were said, hour by hour, each with the round sum that
// it leads to; and between which two mornings of a daily series a figure lies.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client, given } from '../shared/client.ts';
import { Sourced } from '../shared/sourced.tsx';
import { Table, type Column } from '../shared/table.tsx';
import type { Method } from './method.ts';
import { noonOf, sourcesText, useNeed } from './scene.ts';

type Said = Method['infections']['said'][number];
type Ratio = Method['infections']['parameters'][number];

export function HundredsOfThousands({ said, ratio }: { readonly said: readonly Said[]; readonly ratio: Ratio | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const { operation, facts: known, picture, figures } = useNeed();
  const counts = useQuery({ queryKey: ['counts', operation, known, picture.asOf, 'world'], queryFn: ({ signal }) => given(client.counts.report(operation, { asOf: picture.asOf }, { signal })), placeholderData: keepPreviousData });
  const world = counts.data?.world ?? null;
  if (said.length === 0) return null;
  const last = said.reduce((latest, it) => (it.at > latest.at ? it : latest));
  const columns: Column<Said>[] = [
    { name: 'at', head: t('need.counts.when'), cell: ({ at }) => figures.moment(at) },
    { name: 'who', head: t('need.counts.source'), cell: ({ author, channel }) => `${author}, ${channel}` },
    { name: 'deaths', head: t('need.counts.measure.deaths'), isNumber: true, cell: ({ deaths, facts }) => <Sourced value={figures.count(deaths)} unit={t('need.infections.people')} facts={facts} /> },
    { name: 'ratio', head: t('need.infections.ratio'), isNumber: true, cell: () => (ratio === undefined ? '' : `÷ ${figures.decimal(ratio.value * 100, 0)} %`) },
    { name: 'infected', head: t('need.infections.infected'), isNumber: true, cell: ({ roundSum }) => <b>{figures.count(roundSum.people)}</b> },
  ];
  return (
    <section aria-labelledby="hundreds-title" className="hundreds">
      <h2 className="head" id="hundreds-title">
        {t('need.infections.hundreds')} <span>{t('need.infections.never')}</span>
      </h2>
      <p className="round-sum">{t('need.infections.roundSum', { deaths: figures.count(last.deaths), ratio: figures.decimal((ratio?.value ?? 0.01) * 100, 0), people: figures.count(last.roundSum.people), when: figures.moment(last.at) })}</p>
      <Table columns={columns} rows={said} keyOf={({ claim }) => claim} titled="hundreds-title" />
      {world?.said.map(({ claim, figure, between }) =>
        between === null || claim !== last.claim ? null : (
          <p key={claim}>{t('need.infections.between', { figure: figures.count(figure), source: sourcesText([world.series], picture), before: figures.count(between.before.total), dayBefore: figures.date(noonOf(between.before.date)), after: figures.count(between.after.total), dayAfter: figures.date(noonOf(between.after.date)) })}</p>
        ),
      )}
      <p>{t('need.infections.byHour')}</p>
    </section>
  );
}

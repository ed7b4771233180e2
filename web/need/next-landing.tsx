// What the next landing changes: which areas then miss how much less over the week, and how the load was shared to say so.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { useNeed, type NextFlight } from './scene.ts';

type Changed = NextFlight['areas'][number];

export function NextLanding(): ReactElement {
  const { t } = useTranslation();
  const { report, picture, item, rows, figures } = useNeed();
  const next = report.shortages?.nextFlight ?? null;
  const units = next?.load.reduce((sum, it) => (it.item === item ? sum + it.units : sum), 0) ?? 0;
  const changed = next?.areas.filter((it) => it.item === item) ?? [];
  const facts = picture.flights.find(({ consignment }) => consignment === next?.consignment)?.facts ?? [];
  const unit = t('source.units', { item: figures.item(item) });
  const nameOf = (area: string): string => rows.find(({ need }) => need.area === area && need.recipient === null)?.area ?? figures.area(area);
  const columns: Column<Changed>[] = [
    { name: 'area', head: t('need.next.area'), cell: ({ area }) => nameOf(area) },
    { name: 'gets', head: t('need.next.gets'), isNumber: true, cell: (it) => <Sourced value={figures.count(it.units)} unit={unit} facts={facts} plan={next?.plan ?? undefined} sum={<p>{t(`need.next.shared.${next?.sharedBy ?? 'earmarks'}`)}</p>} /> },
    { name: 'before', head: t('need.next.before'), isNumber: true, cell: ({ unmetBefore }) => figures.count(unmetBefore) },
    { name: 'after', head: t('need.next.after'), isNumber: true, cell: ({ unmetAfter }) => <b>{figures.count(unmetAfter)}</b> },
  ];
  return (
    <section className="next-landing" aria-labelledby="next-title">
      <h2 className="head" id="next-title">
        {t('need.next.title')}
      </h2>
      {next === null || units === 0 ? (
        <p className="none">{t('need.next.none', { item: figures.item(item) })}</p>
      ) : (
        <>
          <p>
            {t('need.next.says', { consignment: next.consignment, when: figures.hour(next.arrives), units: figures.count(units), item: figures.item(item) })} {t(`need.next.shared.${next.sharedBy}`)}
          </p>
          <Table columns={columns} rows={changed} keyOf={({ area }) => area} titled="next-title" empty={t('need.next.nobody')} />
        </>
      )}
    </section>
  );
}

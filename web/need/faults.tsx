// What is wrong with the counts, each with where it stands and what to do; those of the area in view first.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { More, useFirst } from '../shared/more.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { noonOf, useNeed, type Report } from './scene.ts';

type Fault = Report['faults'][number];

const ROWS = 40;

export function Faults({ area }: { readonly area: string | null }): ReactElement {
  const { t } = useTranslation();
  const { report, figures } = useNeed();
  const first = useFirst(0, ROWS);
  const rows = report.faults.toSorted((a, b) => Number(b.area === area) - Number(a.area === area));
  return (
    <section aria-labelledby="faults-title" className="faults">
      <h2 className="head" id="faults-title">
        {t('need.counts.faults')} <span>{t('need.counts.notMended')}</span>
      </h2>
      {rows.length === 0 ? <p className="none">{t('need.counts.faultsNone')}</p> : <FaultTable faults={rows.slice(0, first.most)} titled="faults-title" />}
      <More first={first} all={rows.length} figures={figures} />
    </section>
  );
}

/** The server words a fault in English. */
export function FaultTable({ faults, titled }: { readonly faults: readonly Pick<Fault, 'kind' | 'area' | 'date' | 'file' | 'row' | 'column' | 'problem' | 'remedy'>[]; readonly titled: string }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const columns: Column<(typeof faults)[number]>[] = [
    { name: 'kind', head: t('need.counts.fault'), cell: ({ kind }) => t(`need.fault.${kind}`, { defaultValue: kind }) },
    {
      name: 'where',
      head: t('need.counts.where'),
      cell: ({ area, date, file, row, column }) => [area === null ? null : figures.area(area), date === null ? null : figures.date(noonOf(date)), file, row === null ? null : t('need.counts.row', { n: row }), column].filter((it) => it !== null && it !== '').join(', '),
    },
    { name: 'problem', head: t('need.counts.problem'), className: 'words', cell: ({ problem }) => <span lang="en">{problem}</span> },
    { name: 'remedy', head: t('need.counts.remedy'), className: 'words', cell: ({ remedy }) => <span lang="en">{remedy}</span> },
  ];
  return <Table columns={columns} rows={faults} keyOf={(it) => `${it.kind} ${it.area ?? ''} ${it.date ?? ''} ${it.row ?? ''} ${it.problem}`} titled={titled} />;
}

// Who is short, as a table: sorted by each column, filtered by name and country, copied, printed; a row opens what it rests on.

import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyAndPrint } from '../shared/copy-print.tsx';
import { More, useFirst } from '../shared/more.tsx';
import { Table, type Column, type Sorted } from '../shared/table.tsx';
import { Days, PerDay, Share, Stock, UnderWay, Unmet } from './figures-of-row.tsx';
import { RowDetail } from './row-detail.tsx';
import { fits, RANKED, sorted, type Row } from './rows.ts';
import { useNeed } from './scene.ts';

/** At a time: the map beside them is as high. */
const ROWS = 40;

interface RankingProps {
  readonly text: string | undefined;
  readonly country: string | undefined;
}

export function Ranking({ text, country }: RankingProps): ReactElement {
  const { t } = useTranslation();
  const { rows, item, area, figures, onLook } = useNeed();
  const [order, setOrder] = useState<Sorted>(RANKED);
  const shown = useMemo(() => sorted(rows.filter((row) => fits(row, { text, of: country })), order), [rows, text, country, order]);
  const first = useFirst(shown.findIndex(({ id }) => id === area) + 1, ROWS);
  const columns = useColumns();
  return (
    <section className="ranking" aria-labelledby="ranking-title">
      <h2 className="head" id="ranking-title">
        {t('need.table.title')}
      </h2>
      <div className="filters">
        <label>
          {t('need.table.filter')} <input className="choice" type="search" value={text ?? ''} onChange={(event) => onLook({ text: event.currentTarget.value })} />
        </label>
        <CountryChoice country={country} />
        <span className="quiet" role="status">
          {t('need.table.shown', { shown: figures.count(shown.length), all: figures.count(rows.length) })}
        </span>
        <CopyAndPrint rows={() => asText(shown, t)} />
      </div>
      <Table
        columns={columns}
        rows={shown.slice(0, first.most)}
        keyOf={({ id }) => id}
        titled="ranking-title"
        isTall
        isSelected={({ id }) => id === area}
        below={(row) => (row.id === area ? <RowDetail row={row} /> : null)}
        empty={rows.length === 0 ? t('need.table.empty', { item: figures.item(item) }) : t('need.table.none')}
        sorted={{ by: order, onSort: setOrder }}
      />
      <More first={first} all={shown.length} figures={figures} />
      <p className="quiet">{t('need.table.note')}</p>
    </section>
  );
}

const names = new Intl.Collator();

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const { rows, area, figures, onLook } = useNeed();
  const all = useMemo(() => rows.reduce((sum, row) => sum + (row.isPart ? 0 : (row.perDay ?? 0)), 0), [rows]);
  return useMemo(() => {
    const head = (name: string): string => t(`need.column.${name}`);
    const opening = (row: Row): ReactElement => {
      const isOpen = row.id === area;
      return (
        <>
          <button type="button" className="plain" aria-expanded={isOpen} aria-label={t(isOpen ? 'need.table.close' : 'need.table.open', { area: row.area })} onClick={() => onLook({ area: isOpen ? '' : row.id })}>
            {row.area}
          </button>
          {row.isPart && <span className="under">{t('need.table.part', { country: figures.area(row.country) })}</span>}
        </>
      );
    };
    const band = (row: Row): ReactElement =>
      row.need.perDay === null ? (
        <span className="quiet">{t('need.table.noNeed')}</span>
      ) : (
        <>
          <PerDay row={row} />
          <span className="under">
            <PerDay row={row} end="low" />–<PerDay row={row} end="high" />
          </span>
        </>
      );
    return [
      { name: 'area', head: head('area'), cell: opening },
      { name: 'days', head: head('days'), cell: (row) => <Days row={row} /> },
      { name: 'perDay', head: head('perDay'), isNumber: true, cell: band },
      { name: 'stock', head: head('stock'), isNumber: true, cell: (row) => <Stock row={row} /> },
      { name: 'underWay', head: head('underWay'), isNumber: true, cell: (row) => <UnderWay row={row} /> },
      { name: 'unmet', head: head('unmet'), isNumber: true, cell: (row) => <Unmet row={row} /> },
      { name: 'share', head: head('share'), isNumber: true, cell: (row) => <Share row={row} all={all} /> },
    ];
  }, [area, all, figures, onLook, t]);
}

function CountryChoice({ country }: { readonly country: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { rows, figures, onLook } = useNeed();
  const countries = useMemo(() => [...new Set([...rows.map((row) => row.country), ...(country === undefined ? [] : [country])])].map((code) => [code, figures.area(code)] as const).toSorted(([, a], [, b]) => names.compare(a, b)), [rows, country, figures]);
  return (
    <label>
      {t('need.table.country')}{' '}
      <select className="choice" value={country ?? ''} onChange={(event) => onLook({ country: event.currentTarget.value })}>
        <option value="">{t('need.table.any')}</option>
        {countries.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}


/** Figures as they are, for a spreadsheet: no grouping, an empty cell where nothing is known. */
function asText(rows: readonly Row[], t: ReturnType<typeof useTranslation>['t']): string[][] {
  const cell = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const head = (name: string, end?: string): string => (end === undefined ? t(`need.column.${name}`) : `${t(`need.column.${name}`)}, ${t(`need.column.${end}`)}`);
  return [
    ['ISO 3166', head('area'), head('days', 'low'), head('days', 'central'), head('days', 'high'), head('perDay', 'low'), head('perDay', 'central'), head('perDay', 'high'), head('stock'), head('stockAt'), head('underWay'), head('unmet', 'low'), head('unmet', 'central'), head('unmet', 'high'), head('share')],
    ...rows.map(({ need, area, share }) => [need.area, area, ...[need.daysOfSupplyBand, need.perDay].flatMap((band) => [band?.low, band?.central, band?.high].map(cell)), cell(need.stock), cell(need.stockAt), cell(need.underWay), ...[need.unmet?.low, need.unmet?.central, need.unmet?.high].map(cell), cell(share)]),
  ];
}

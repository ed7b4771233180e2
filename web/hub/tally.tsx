// The count against the manifest, lot by lot. What people count is cartons; a lot whose last carton is not full is counted in units.
// The form stands filled in with what was announced: all as announced is one press of its button.

import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { Batch } from '../shared/batch.tsx';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { useMay } from '../shared/may.ts';
import { Refused, wordsOf } from '../shared/refused.tsx';
import { Sign } from '../shared/signs.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { useHub, type Arrival, type ArrivingLot } from './scene.ts';

/** How many units are one of what is counted. */
const sizeOf = ({ uncounted, unitsPerCarton }: ArrivingLot): number => (uncounted % unitsPerCarton === 0 ? unitsPerCarton : 1);

export function Tally({ arrival }: { readonly arrival: Arrival }): ReactElement {
  const { t } = useTranslation();
  const { board, figures } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const [goesOn, setGoesOn] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const goesOnId = useId();
  const isAsked = (lot: string): boolean => board.questions.some((question) => question.lot === lot && question.missing > 0);
  const waiting = arrival.lots.filter((lot) => lot.uncounted > 0 && !isAsked(lot.lot));
  const count = async (): Promise<void> => {
    const entries = waiting.map((lot): Entry => {
      const said = written[lot.lot];
      const units = said === undefined ? lot.uncounted : Number(said) * sizeOf(lot);
      return { kind: 'goods.tallied', body: { place: arrival.to, lot: lot.lot, units, by: 'count', ...(goesOn && { partial: true }) } };
    });
    const refused = await enter(entries, t(goesOn ? 'hub.did.counting' : 'hub.did.tallied', { consignment: arrival.consignment }));
    setFailure(refused);
    if (refused === null) setWritten({});
  };
  const isChanged = waiting.some((lot) => written[lot.lot] !== undefined && Number(written[lot.lot]) * sizeOf(lot) !== lot.uncounted);
  const columns: readonly Column<ArrivingLot>[] = [
    { name: 'lot', head: t('hub.column.lot'), cell: ({ lot }) => lot },
    { name: 'item', head: t('hub.column.item'), cell: ({ item }) => figures.item(item) },
    {
      name: 'batch', head: t('hub.column.batch'),
      cell: ({ batch, expires }) => <Batch batch={batch} expires={expires} figures={figures} />,
    },
    {
      name: 'announced', head: t('hub.column.announced'), isNumber: true,
      cell: ({ units, cartons }) => (
        <>
          {figures.count(units)}
          <span className="under">{t('map.cartons', { n: figures.count(cartons) })}</span>
        </>
      ),
    },
    { name: 'uncounted', head: t('hub.column.uncounted'), isNumber: true, cell: ({ uncounted }) => figures.count(uncounted) },
    { name: 'counted', head: t('hub.column.counted'), isNumber: true, cell: countOf },
  ];
  function countOf(lot: ArrivingLot): ReactNode {
    if (waiting.includes(lot) && may('fact.hub')) return <Counted lot={lot} value={written[lot.lot]} onWrite={(text) => setWritten((held) => ({ ...held, [lot.lot]: text }))} problem={problemOf(failure, waiting.indexOf(lot))} />;
    if (isAsked(lot.lot))
      return (
        <span className="late">
          <Sign name="differ" size={13} /> {t('hub.isAsked')}
        </span>
      );
    return lot.uncounted === 0 && arrival.arrivedAt !== null ? t('hub.isCounted') : '–';
  }
  return (
    <form
      className="tally"
      aria-label={t('hub.tally')}
      onSubmit={(event) => {
        event.preventDefault();
        void count();
      }}
    >
      <Table columns={columns} rows={arrival.lots} keyOf={({ lot }) => lot} label={t('hub.manifest')} caption={t('hub.manifest')} isTall />
      {waiting.length > 0 && may('fact.hub') && (
        <p className="close-tally">
          <button type="submit" className="go">
            {t(isChanged ? (goesOn ? 'hub.do.count' : 'hub.do.closeTally') : goesOn ? 'hub.do.count' : 'hub.do.allAsAnnounced')}
          </button>
          <input type="checkbox" id={goesOnId} checked={goesOn} onChange={(event) => setGoesOn(event.target.checked)} />
          <label htmlFor={goesOnId}>{t('hub.goesOn')}</label>
        </p>
      )}
      {failure !== null && (failure.rejected ?? []).every(({ row }) => row === null) && <Refused failure={failure} />}
    </form>
  );
}

/** Rows of a refusal are numbered as the entries are, from 1. */
const problemOf = (failure: ClientFailure | null, index: number): string | undefined => {
  const found = failure?.rejected?.find(({ row }) => row === index + 1);
  return found && wordsOf(found);
};

interface CountedProps {
  readonly lot: ArrivingLot;
  readonly value: string | undefined;
  readonly onWrite: (text: string) => void;
  readonly problem: string | undefined;
}

function Counted({ lot, value, onWrite, problem }: CountedProps): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  const id = useId();
  const size = sizeOf(lot);
  const unit = size === 1 ? t('hub.inUnits') : t('hub.inCartons', { n: figures.count(size) });
  return (
    <span className="counted">
      <input className="choice" type="number" min={0} step={1} required aria-label={t('hub.countOf', { lot: lot.lot, unit })} aria-invalid={problem !== undefined} aria-describedby={problem === undefined ? undefined : id} value={value ?? String(lot.uncounted / size)} onChange={(event) => onWrite(event.target.value)} />
      <span className="under">{unit}</span>
      {problem !== undefined && (
        <span id={id} className="wrong" role="alert" lang="en">
          {problem}
        </span>
      )}
    </span>
  );
}

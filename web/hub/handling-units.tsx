// Handling units as they stand: pallets, unit load devices and loose cartons at the hub and on flights, each with what is in it.
// Those that are ticked go into another one; each can be opened, broken down, set down elsewhere.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitsAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { useMay } from '../shared/may.ts';
import { placeName } from '../shared/names.ts';
import { AskedInVain } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { PackInto } from './pack-into.tsx';
import { UnitActions } from './unit-actions.tsx';
import { useHub } from './scene.ts';

export type StandingUnit = UnitsAnswer['units'][number];

/** Lots and cartons named in a row; the rest are counted. */
const SHOWN = 3;

export function HandlingUnits(): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  const may = useMay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const asked = useUnits();
  const units = asked.data?.units ?? [];
  const ticked = units.filter(({ unit }) => chosen.has(unit));
  return (
    <section className="units" aria-labelledby="units-title">
      <h2 className="head" id="units-title">
        {t('hub.units.title')} {asked.data !== undefined && asked.data.count > 0 && <span>{t('hub.units.count', { count: asked.data.count, n: figures.count(asked.data.count) })}</span>}
      </h2>
      {asked.error !== null && <AskedInVain error={asked.error} />}
      {asked.data?.count === 0 ? (
        <p className="none">{t('hub.units.none')}</p>
      ) : (
        units.length > 0 && <UnitsTable units={units} titled="units-title" chosen={may('fact.hub') ? chosen : null} onChoose={setChosen} />
      )}
      {ticked.length > 0 && <PackInto chosen={ticked} all={units} onDone={() => setChosen(new Set())} />}
      {asked.data !== undefined && asked.data.count > units.length && <p className="quiet">{t('source.more', { n: figures.count(asked.data.count - units.length) })}</p>}
    </section>
  );
}

function useUnits(within?: string): { readonly data: UnitsAnswer | undefined; readonly error: Error | null } {
  const { operation, board, at } = useHub();
  return useQuery({ queryKey: ['units', operation, board.asOf, board, within], queryFn: ({ signal }) => given(client.hub.units(operation, { asOf: at, in: within }, { signal })), placeholderData: keepPreviousData });
}

interface UnitsTableProps {
  readonly units: readonly StandingUnit[];
  readonly titled?: string;
  readonly label?: string;
  /** Null: none can be ticked. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function UnitsTable({ units, titled, label, chosen, onChoose }: UnitsTableProps): ReactElement {
  const { t } = useTranslation();
  const { figures, picture } = useHub();
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const tick = (unit: string): void => {
    const next = new Set(chosen);
    if (!next.delete(unit)) next.add(unit);
    onChoose(next);
  };
  const columns: readonly Column<StandingUnit>[] = [
    {
      name: 'unit', head: t('hub.column.unit'),
      cell: ({ unit, type }) => (
        <>
          {chosen !== null && <input type="checkbox" className="tick" aria-label={t('hub.units.choose', { unit })} checked={chosen.has(unit)} onChange={() => tick(unit)} />}
          {unit}{' '}
          <button type="button" className="verb" aria-expanded={open === unit} aria-label={t(may('fact.hub') ? 'hub.actOn' : 'hub.units.open', { lot: unit, unit })} onClick={() => setOpen((held) => (held === unit ? null : unit))}>
            {t(may('fact.hub') ? 'hub.act' : 'hub.units.look')}
          </button>
          <span className="under">{t(`hub.units.type.${type}`)}</span>
        </>
      ),
    },
    { name: 'where', head: t('hub.column.where'), cell: ({ at }) => [at.place === undefined ? (at.consignment ?? at.dispatch ?? at.recipient ?? '–') : placeName(picture, at.place), at.bin].filter((it) => it !== undefined).join(', ') },
    { name: 'holds', head: t('hub.column.holds'), isNumber: true, cell: ({ holds }) => (holds === 0 ? '–' : figures.count(holds)) },
    {
      name: 'contents', head: t('hub.column.contents'),
      cell: ({ contents }) => (
        <>
          {contents.length === 0 && <span className="quiet">{t('hub.units.empty')}</span>}
          {contents.slice(0, SHOWN).map(({ lot, item, units: n, recalled }) => (
            <span key={lot} className="in-it">
              {figures.count(n)} {figures.item(item)}, {lot}
              {recalled && <b className="late"> {t('hub.recalled')}</b>}
            </span>
          ))}
          {contents.length > SHOWN && <span className="quiet">{t('source.more', { n: figures.count(contents.length - SHOWN) })}</span>}
        </>
      ),
    },
  ];
  const below = (unit: StandingUnit): ReactElement | null =>
    open !== unit.unit ? null : (
      <div className="unit-open">
        {may('fact.hub') && <UnitActions unit={unit} onDone={() => setOpen(null)} />}
        {unit.holds > 0 && <Inner unit={unit.unit} />}
      </div>
    );
  return <Table columns={columns} rows={units} keyOf={({ unit }) => unit} {...(titled === undefined ? { label: label ?? '' } : { titled })} isTall isSelected={({ unit }) => open === unit || chosen?.has(unit) === true} below={below} />;
}

/** What stands in it. */
function Inner({ unit }: { readonly unit: string }): ReactElement | null {
  const { t } = useTranslation();
  const asked = useUnits(unit);
  if (asked.error !== null) return <AskedInVain error={asked.error} />;
  if (asked.data === undefined || asked.data.in !== unit) return null;
  return <UnitsTable units={asked.data.units} label={t('hub.units.within', { unit })} chosen={null} onChoose={() => undefined} />;
}

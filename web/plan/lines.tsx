// The lines of the plan as a table: to whom, what, by which way, when, and why. Filters and order stand in the page's address.

import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { PlanSeen } from '../router.tsx';
import { CopyAndPrint } from '../shared/copy-print.tsx';
import type { Figures } from '../shared/figures.ts';
import { More, useFirst } from '../shared/more.tsx';
import { useRecipientNames } from '../shared/names.ts';
import { Sign } from '../shared/signs.tsx';
import { useTelling, type Telling } from '../shared/told.tsx';
import type { Line } from './draft.ts';
import type { PlanProposed } from './policies.ts';
import { Reason } from './reason.tsx';
import { fits, rowsOf, sorted, type Column, type Order } from './rows.ts';
import { modesIn } from './ways.ts';

interface LinesProps {
  readonly plan: PlanProposed;
  readonly picture: Picture;
  readonly search: PlanSeen;
  readonly onLook: (change: Partial<PlanSeen>) => void;
  /** One line was dragged onto another of the same item. */
  readonly onDrag: (from: Line, onto: Line) => void;
  /** The reason stands elsewhere already. */
  readonly terse: boolean;
  readonly figures: Figures;
}

const COLUMNS: readonly { readonly name: Column; readonly number: boolean }[] = [
  { name: 'to', number: false },
  { name: 'item', number: false },
  { name: 'cartons', number: true },
  { name: 'units', number: true },
  { name: 'by', number: false },
  { name: 'leaves', number: false },
  { name: 'arrives', number: false },
];

export function Lines({ plan, picture, search, onLook, onDrag, terse, figures }: LinesProps): ReactElement {
  const { t } = useTranslation();
  const tell = useTelling(picture, figures);
  const [order, setOrder] = useState<Order>({ column: 'arrives', down: false });
  const nameOf = useRecipientNames(picture, figures);
  const dragged = useRef<Line | null>(null);
  const columns = COLUMNS.filter(({ name }) => !terse || name !== 'units');
  const rows = useMemo(() => rowsOf(plan.lines, { recipient: nameOf, item: figures.item, modes: modesIn(picture), by: (modes) => modes.map((mode) => t(`mode.${mode}`)).join(' + ') || t('plan.onSpot') }), [plan, picture, nameOf, figures, t]);
  const { recipient, item, mode } = search;
  const shown = useMemo(() => sorted(rows.filter((row) => fits(row, { recipient, item, mode })), order), [rows, recipient, item, mode, order]);
  const first = useFirst(shown.findIndex(({ line }) => line.line === search.line) + 1);
  return (
    <section className="lines" aria-label={t('plan.title')} tabIndex={0}>
      <div className="filters">
        <Filter name={t('plan.filterRecipient')} value={search.recipient} options={[...new Set(plan.lines.map((line): string => line.recipient))].map((id) => [id, nameOf(id)])} onChange={(value) => onLook({ recipient: value })} />
        <Filter name={t('plan.filterItem')} value={search.item} options={[...new Set(plan.lines.map((line): string => line.item))].map((id) => [id, figures.item(id)])} onChange={(value) => onLook({ item: value })} />
        <Filter name={t('plan.filterMode')} value={search.mode} options={['road', 'rail', 'air', 'sea'].filter((name) => rows.some(({ modes }) => modes.includes(name))).map((name) => [name, t(`mode.${name}`)])} onChange={(value) => onLook({ mode: value })} />
        <span className="quiet" role="status">
          {t('plan.linesOf', { shown: figures.count(shown.length), all: figures.count(plan.lines.length) })}
        </span>
        <CopyAndPrint rows={() => [[...COLUMNS.map(({ name }) => t(`plan.${name}`)), t('plan.route'), t('plan.why')], ...shown.map(({ line, ...row }) => [...COLUMNS.map(({ name }) => String(row[name])), line.route.join(' → '), tell(line.why, line.because)?.text ?? line.why])]} />
      </div>
      <table className={terse ? 'terse' : undefined}>
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" className={number ? 'number' : undefined} aria-sort={order.column === name ? (order.down ? 'descending' : 'ascending') : 'none'}>
                <button type="button" className="plain" aria-label={t('plan.sort', { column: t(`plan.${name}`) })} onClick={() => setOrder((held) => ({ column: name, down: held.column === name && !held.down }))}>
                  {t(`plan.${name}`)}
                  {order.column === name && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
                </button>
              </th>
            ))}
            {!terse && <th scope="col">{t('plan.why')}</th>}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {shown.slice(0, first.most).map(({ line, to, by, modes }) => (
            <LineRow key={line.line} line={line} to={to} by={by} modes={modes} selected={line.line === search.line} terse={terse} onSelect={() => onLook({ line: line.line === search.line ? '' : line.line, need: '' })} onDragFrom={() => (dragged.current = line)} onDropHere={() => {
              const from = dragged.current;
              dragged.current = null;
              if (from !== null && from.line !== line.line && from.item === line.item && from.recipient !== line.recipient) onDrag(from, line);
            }} tell={tell} figures={figures} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {shown.length === 0 ? t('plan.noLines') : t('plan.sum')}
            </th>
            <td className="number">{figures.count(shown.reduce((sum, { line }) => sum + line.cartons, 0))}</td>
            {!terse && <td className="number">{figures.count(shown.reduce((sum, { line }) => sum + line.units, 0))}</td>}
            <td colSpan={terse ? 3 : 4} />
          </tr>
        </tfoot>
      </table>
      <More first={first} all={shown.length} figures={figures} />
    </section>
  );
}

/** The row itself says who gets what and how: its reason begins with what was weighed. */
const weighedIn = ({ because }: Line): Line['because'] => because?.filter(({ say }) => say !== 'line.gets');

interface RowProps {
  readonly line: Line;
  readonly to: string;
  readonly by: string;
  readonly modes: readonly string[];
  readonly selected: boolean;
  readonly terse: boolean;
  readonly onSelect: () => void;
  readonly onDragFrom: () => void;
  readonly onDropHere: () => void;
  readonly tell: Telling;
  readonly figures: Figures;
}

function LineRow({ line, to, by, modes, selected, terse, onSelect, onDragFrom, onDropHere, tell, figures }: RowProps): ReactElement {
  const { t } = useTranslation();
  const row = useRef<HTMLTableRowElement>(null);
  // A line that somebody's link names is brought into view.
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <tr ref={row} className={selected ? 'selected' : undefined} onClick={onSelect} draggable onDragStart={onDragFrom} onDragOver={(event) => event.preventDefault()} onDrop={onDropHere}>
      <th scope="row">
        <button type="button" className="plain" aria-pressed={selected} aria-label={`${to}. ${t('plan.select', { line: line.line })}`} onClick={(event) => {
          event.stopPropagation();
          onSelect();
        }}>
          {to}
        </button>
        {line.frozen && <span className="quiet"> {t('plan.frozen')}</span>}
      </th>
      <td>{figures.item(line.item)}</td>
      <td className="number strong">{figures.count(line.cartons)}</td>
      {!terse && <td className="number">{figures.count(line.units)}</td>}
      <td className="by">
        {modes.map((mode) => (
          <Sign key={mode} name={mode === 'rail' ? 'rail' : mode === 'air' ? 'air' : mode === 'sea' ? 'sea' : 'road'} size={15} />
        ))}{' '}
        {by}
      </td>
      <td className="when">{figures.hour(line.departs)}</td>
      <td className="when">{figures.hour(line.arrives)}</td>
      {!terse && (
        <td className="why">
          <Reason why={line.why} because={weighedIn(line)} tell={tell} />
        </td>
      )}
    </tr>
  );
}

/** Arrow keys go from line to line, as in a list. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('tr');
  const other = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const button = other?.querySelector('button');
  if (button === null || button === undefined) return;
  event.preventDefault();
  button.focus();
}

const names = new Intl.Collator();

function Filter({ name, value, options, onChange }: { readonly name: string; readonly value: string | undefined; readonly options: readonly (readonly [string, string])[]; readonly onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <label>
      {name}{' '}
      <select className="choice" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('plan.any')}</option>
        {value !== undefined && value !== '' && !options.some(([id]) => id === value) && <option value={value}>{value}</option>}
        {options
          .toSorted(([, a], [, b]) => names.compare(a, b))
          .map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
      </select>
    </label>
  );
}

// Losses on record, and what makes each good: a release order from stock, or a lot that is announced. What nothing makes good yet
// stands first, with the verb that does.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { useMay } from '../shared/may.ts';
import { ReplaceForm } from './replace-form.tsx';
import type { Board, Loss, Step } from './scene.ts';

interface LossesProps {
  readonly operation: string;
  readonly board: Board;
  readonly zone: string;
  readonly figures: Figures;
  readonly placeOf: (code: string) => string;
  readonly busy: boolean;
  readonly onEnter: (step: Step) => Promise<boolean>;
}

export function Losses({ board, ...rest }: LossesProps): ReactElement | null {
  const { t } = useTranslation();
  if (board.losses.length === 0) return null;
  const shown = board.losses.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0));
  return (
    <section className="losses" aria-labelledby="losses-title">
      <h2 className="head" id="losses-title">
        {t('dispatch.losses.title')} <span>{t('dispatch.losses.open', { count: shown.filter(({ open }) => open > 0).length })}</span>
      </h2>
      <ul>
        {shown.map((loss) => (
          <OneLoss key={loss.id} loss={loss} board={board} {...rest} />
        ))}
      </ul>
    </section>
  );
}

function OneLoss({ loss, board, operation, zone, figures, placeOf, busy, onEnter }: LossesProps & { readonly loss: Loss }): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const [isReplacing, setReplacing] = useState(false);
  const { seq, kind, at, lot, item, units, dispatch, where, reference, reason, replacedBy, open, could } = loss;
  const ways = { stock: may('fact.release') && could.stock.length > 0, announced: may('fact.consignment') && could.announced.length > 0 };
  const nameOf = (name: string): string => board.orders.find((it) => it.dispatch === name)?.name ?? name;
  return (
    <li id={`loss-${seq}`}>
      <h3>{t('dispatch.losses.what', { units: figures.count(units), item: figures.item(item), how: t(`dispatch.losses.kind.${kind.replace('.', '-')}`) })}</h3>
      <p>
        {dispatch === null ? placeOf(where ?? '') : <a href={`#${dispatch}`}>{dispatch}</a>} <span className="quiet">{[t('dispatch.lot', { lot }), figures.hour(at), reference, reason].filter((it) => it !== null).join(', ')}</span>
      </p>
      {replacedBy.map((it) => (
        <p key={it.seq} className="made-good">
          {t('dispatch.losses.by', { units: figures.count(it.units) })} {it.kind === 'dispatch' ? <a href={`#${it.name}`}>{nameOf(it.name) === it.name ? it.name : `${nameOf(it.name)}, ${it.name}`}</a> : t('dispatch.lot', { lot: it.name })}
        </p>
      ))}
      {open > 0 && (
        <p className="wrong">
          {t('dispatch.losses.still', { n: figures.count(open) })}
          {!ways.stock && !ways.announced && (may('fact.release') || may('fact.consignment')) && ` ${t('dispatch.losses.nothing')}`}
        </p>
      )}
      {open > 0 && (ways.stock || ways.announced) && !isReplacing && (
        <button type="button" className="verb" onClick={() => setReplacing(true)}>
          {t('dispatch.act.replace')}
        </button>
      )}
      {isReplacing && open > 0 && <ReplaceForm loss={loss} ways={ways} operation={operation} asOf={board.asOf} zone={zone} figures={figures} placeOf={placeOf} recipients={recipientsOf(board)} busy={busy} onEnter={(step) => void onEnter(step).then((isEntered) => isEntered && setReplacing(false))} onCancel={() => setReplacing(false)} />}
    </li>
  );
}

/** Those that orders go to, by name. */
const recipientsOf = ({ orders }: Board): readonly (readonly [recipient: string, name: string])[] => [...new Map(orders.map(({ recipient, name }) => [recipient, name]))].toSorted((a, b) => a[1].localeCompare(b[1]));

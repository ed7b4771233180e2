// The promises: the one in view as a bar and a ledger that adds up to a double rule, the others as a bar and a line. Those that
// never pass the hub are counted apart.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Picture, PromiseInPicture } from '../../src/http/contract/picture.ts';
import { Bar, STATES, Swatch, inkOf, type Parts, type State } from '../shared/custody.tsx';
import type { Figures } from '../shared/figures.ts';
import { Sourced } from '../shared/sourced.tsx';
import { Told } from '../shared/told.tsx';

interface PromisesProps {
  readonly picture: Picture;
  readonly figures: Figures;
  /** Pledge and item of the one that is open; null: the largest. */
  readonly focused: string | null;
  readonly onFocus: (key: string) => void;
}

const keyOf = ({ pledge, item }: PromiseInPicture): string => `${pledge} ${item}`;
const partsOf = (promise: PromiseInPicture): Parts => Object.fromEntries(STATES.map((state) => [state, promise[state].value])) as Parts;

export function Promises({ picture, figures, focused, onFocus }: PromisesProps): ReactElement {
  const { t } = useTranslation();
  const [outside, setOutside] = useState(false);
  const here = picture.promises.filter(({ viaHub }) => viaHub);
  const away = picture.promises.filter(({ viaHub }) => !viaHub);
  const largest = here.toSorted((a, b) => b.promised.value - a.promised.value);
  const open = picture.promises.find((promise) => keyOf(promise) === focused) ?? largest[0];
  const others = [...largest, ...(outside ? away : [])].filter((promise) => promise !== open);
  return (
    <section className="promises" aria-label={t('promises.title')} tabIndex={0}>
      <h2 className="head">{t('promises.title')}</h2>
      {open !== undefined && <Opened promise={open} picture={picture} figures={figures} />}
      <ul>
        {others.map((promise) => (
          <li key={keyOf(promise)}>
            <Closed promise={promise} figures={figures} onOpen={() => onFocus(keyOf(promise))} />
          </li>
        ))}
      </ul>
      {away.length > 0 && (
        <div className="outside">
          <h3>{t('promises.outside')}</h3>
          <button type="button" className="verb" aria-expanded={outside} onClick={() => setOutside((it) => !it)}>
            {t('promises.outsideText', { count: away.length })}
          </button>
        </div>
      )}
    </section>
  );
}

function useNumber({ item }: PromiseInPicture, figures: Figures): (figure: Figure) => ReactElement {
  const { t } = useTranslation();
  const unit = t('source.units', { item: figures.item(item) });
  return ({ value, facts }) => <Sourced value={figures.count(value)} facts={facts} unit={unit} />;
}

function Verdict({ promise, picture, figures }: { readonly promise: PromiseInPicture; readonly picture: Picture; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  if (promise.verdict === null) return <p className="verdict">{t('promises.verdictPending')}</p>;
  const bad = promise.verdict === 'at-risk' || promise.verdict === 'broken';
  return (
    <p className={bad ? 'verdict bad' : 'verdict good'}>
      <b>{t(`verdict.${promise.verdict}`)}</b>
      {promise.expectedBy !== null && `, ${t('promises.by', { when: figures.hour(promise.expectedBy) })}`}
      {promise.why !== null && (
        <span className="reason">
          <Told why={promise.why} because={promise.because} picture={picture} figures={figures} />
        </span>
      )}
    </p>
  );
}

const ROWS: readonly State[] = ['delivered', 'onward', 'allocated', 'atHub', 'lost'];
const AFTER: readonly State[] = ['inTheAir', 'consigned', 'outstanding'];

function Opened({ promise, picture, figures }: { readonly promise: PromiseInPicture; readonly picture: Picture; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const number = useNumber(promise, figures);
  const item = figures.item(promise.item);
  const sum = ROWS.reduce((total, state) => total + promise[state].value, 0);
  const row = (state: State): ReactElement => (
    <tr key={state}>
      <td>
        <Swatch state={state} />
      </td>
      <th scope="row">{t(`state.${state}`)}</th>
      <td className="number">{number(promise[state])}</td>
    </tr>
  );
  return (
    <article className="opened">
      <header>
        <h3>
          {figures.area(promise.scope)} <span className="quiet">{promise.pledge}</span>
        </h3>
        <span>
          <b className="total">{number(promise.promised)}</b> {item}
        </span>
      </header>
      <Bar parts={partsOf(promise)} label={t('promises.ledger', { item })} />
      <table className="ledger">
        <caption className="hidden">{t('promises.ledger', { item })}</caption>
        <tbody>
          {ROWS.map(row)}
          {sum === promise.everLanded.value && (
            <tr className="subtotal">
              <td />
              <th scope="row">{t('state.landed')}</th>
              <td className="number">{number(promise.everLanded)}</td>
            </tr>
          )}
          {AFTER.map(row)}
          <tr className="sum">
            <td />
            <th scope="row">
              {t('state.promised')}
              {promise.surplus.value > 0 && ` + ${t('state.surplus').toLowerCase()} ${figures.count(promise.surplus.value)}`}
            </th>
            <td className="number">{number({ value: promise.promised.value + promise.surplus.value, facts: promise.promised.facts })}</td>
          </tr>
        </tbody>
      </table>
      <Verdict promise={promise} picture={picture} figures={figures} />
    </article>
  );
}

function Closed({ promise, figures, onOpen }: { readonly promise: PromiseInPicture; readonly figures: Figures; readonly onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  const number = useNumber(promise, figures);
  const states = STATES.filter((state) => promise[state].value > 0);
  const nothing = states.length === 1 && states[0] === 'outstanding';
  return (
    <article>
      <header>
        <h3>
          <button type="button" className="plain" aria-label={`${t('promises.show')}: ${promise.pledge}, ${figures.area(promise.scope)}, ${figures.item(promise.item)}`} onClick={onOpen}>
            {figures.area(promise.scope)} <span className="quiet">{promise.pledge}</span>
          </button>
        </h3>
        <span>
          {number(promise.promised)} {figures.item(promise.item)}
        </span>
      </header>
      <Bar parts={partsOf(promise)} height={12} label={t('promises.ledger', { item: figures.item(promise.item) })} />
      <p>
        {nothing
          ? t('promises.nothing')
          : states.slice(0, 3).map((state) => (
              <span key={state} className="part">
                <b style={{ color: inkOf(state) }}>{figures.count(promise[state].value)}</b> {t(`state.${state}`).toLowerCase()}
              </span>
            ))}
        {promise.verdict !== null && promise.verdict !== 'on-course' && <span className={promise.verdict === 'kept' ? 'part good' : 'part bad'}>{t(`verdict.${promise.verdict}`)}</span>}
      </p>
    </article>
  );
}

// The promise meter: the bar of custody with the ledger beside it, adding up to a double rule, the cumulative figures by name, and
// the verdict with its reason.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, STATES, Swatch, type State } from '../shared/custody.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { Spoken } from '../shared/told.tsx';
import { partsOf, usePromises, type Shown } from './scene.ts';

const ROWS: readonly State[] = ['delivered', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned', 'outstanding', 'lost'];
const EVER = [['everConsigned', 'consigned'], ['everDeparted', 'inTheAir'], ['everLanded', 'landed'], ['everDelivered', 'delivered']] as const;

/** What the figures in view are called. */
export function useTitle(): (shown: Pick<Shown, 'by' | 'name' | 'item' | 'pledge'>) => string {
  const { t } = useTranslation();
  const { figures } = usePromises();
  return ({ by, name, item, pledge }) => {
    if (by === 'pledge') return t('said.meter.of', { pledge: name ?? '', scope: figures.area(pledge?.scope ?? '') });
    if (by === 'donor') return t('said.meter.donor', { donor: name ?? '' });
    if (by === 'item') return t('said.meter.item', { item: figures.item(item) });
    return name === null ? t('said.meter.none') : t('said.meter.country', { country: figures.area(name) });
  };
}

export function Meter(): ReactElement {
  const { t } = useTranslation();
  const { shown } = usePromises();
  return (
    <section className="meter" aria-label={t('said.meter.title')}>
      <h2 className="head">{t('said.meter.title')}</h2>
      {shown === null ? <p className="none">{t('said.meter.empty')}</p> : <Ledger shown={shown} />}
    </section>
  );
}

function Ledger({ shown }: { readonly shown: Shown }): ReactElement {
  const { t } = useTranslation();
  const { figures } = usePromises();
  const title = useTitle();
  const { tally, facts, promised, surplus, total } = shown;
  const item = figures.item(shown.item);
  const parts = partsOf(tally);
  const number = (value: number, of: readonly number[] | undefined): ReactElement => (facts === null ? <>{figures.count(value)}</> : <Sourced value={figures.count(value)} facts={value === 0 ? [] : (of ?? [])} unit={t('source.units', { item })} />);
  return (
    <>
      <header>
        <h3>{title(shown)}</h3>
        <span>
          <b className="total">{number(promised ?? total, facts?.promised)}</b> {item}
        </span>
      </header>
      <Bar parts={parts} label={`${title(shown)}: ${STATES.filter((state) => parts[state] > 0).map((state) => `${t(`state.${state}`)} ${figures.count(parts[state])}`).join(', ')}`} />
      <table className="ledger">
        <caption className="hidden">{t('promises.ledger', { item })}</caption>
        <tbody>
          {ROWS.map((state) => (
            <tr key={state}>
              <td>
                <Swatch state={state} />
              </td>
              <th scope="row">{t(`state.${state}`)}</th>
              <td className="number">{number(parts[state], state === 'outstanding' ? facts?.promised : facts?.[state])}</td>
            </tr>
          ))}
          <tr className="sum">
            <td />
            <th scope="row">{promised === null ? t('said.meter.total') : (surplus ?? 0) > 0 ? t('said.meter.sum') : t('said.meter.promised')}</th>
            <td className="number">{number(total, facts?.promised)}</td>
          </tr>
        </tbody>
      </table>
      <table className="ledger ever">
        <caption>{t('said.meter.so')}</caption>
        <tbody>
          {EVER.map(([key, stage]) => (
            <tr key={key}>
              <th scope="row">{t(`said.meter.${key}`)}</th>
              <td className="number">{number(tally[key], facts?.[stage])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('said.meter.accepted')}</th>
            <td className="number">{number(tally.accepted, facts?.delivered)}</td>
          </tr>
        </tbody>
      </table>
      {promised !== null && <p className="shares">{t('said.meter.share', { landed: figures.percent(promised === 0 ? 0 : tally.everLanded / promised), delivered: figures.percent(promised === 0 ? 0 : tally.everDelivered / promised) })}</p>}
      <Verdict shown={shown} />
    </>
  );
}

function Verdict({ shown: { pledge } }: { readonly shown: Shown }): ReactElement | null {
  const { t } = useTranslation();
  const { report, figures, tell } = usePromises();
  if (pledge === null) return null;
  const isOf = (it: { readonly pledge: string; readonly item: string }): boolean => it.pledge === pledge.pledge && it.item === pledge.item;
  const verdict = report.verdicts.find(isOf);
  const { withdrawnAt = null, due = null } = report.pledges.find(isOf) ?? {};
  return (
    <p className={verdict?.verdict === 'at-risk' || verdict?.verdict === 'broken' ? 'verdict bad' : 'verdict good'}>
      <b>{verdict === undefined ? t('promises.verdictPending') : t(`verdict.${verdict.verdict}`)}</b>
      {verdict !== undefined && verdict.expectedBy !== null && `, ${t('promises.by', { when: figures.hour(verdict.expectedBy) })}`}
      <span className="quiet"> · {withdrawnAt !== null ? t('said.meter.withdrawn', { when: figures.hour(withdrawnAt) }) : due === null ? t('said.meter.noDue') : t('said.meter.due', { day: figures.calendar(due) })}</span>
      {verdict !== undefined && (
        <span className="reason">
          <Spoken why={verdict.why} because={verdict.because} tell={tell} />
        </span>
      )}
    </p>
  );
}

// What the docks will be asked to handle in the next two days, hour by hour, in pallets: what is handled, what waits over the hour's
// end, and the hub's rate as a line. Fill and hatching tell them apart without colour.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHub } from './scene.ts';

const WIDTH = 320;
const HEIGHT = 118;
const LEFT = 30;
const TOP = 10;
const FLOOR = 92;

export function HandlingChart(): ReactElement | null {
  const { t } = useTranslation();
  const { board, figures } = useHub();
  const { handling } = board;
  if (handling === null) return null;
  const { hours, palletsPerHour, docks, worst } = handling;
  const all = hours.reduce((sum, { due }) => sum + due, 0);
  const most = Math.max(palletsPerHour ?? 0, ...hours.map(({ handled, waiting }) => handled + waiting), 1) * 1.05;
  const step = (WIDTH - LEFT) / Math.max(1, hours.length);
  const y = (pallets: number): number => FLOOR - (pallets / most) * (FLOOR - TOP);
  const rate = palletsPerHour === null ? t('hub.handling.noRate') : t('hub.handling.rate', { n: figures.count(palletsPerHour), docks: docks === null ? '–' : figures.count(docks) });
  const queue = worst === null ? t('hub.handling.noQueue') : t('hub.handling.queue', { n: figures.count(worst.waiting), when: figures.hour(worst.from) });
  return (
    <section className="handling" aria-labelledby="handling-title">
      <h2 className="head" id="handling-title">
        {t('hub.handling.title')} <span>{t('hub.handling.unit')}</span>
      </h2>
      {all === 0 ? (
        <p className="none">{t('hub.handling.nothing')}</p>
      ) : (
        <>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={`${t('hub.handling.sum', { n: figures.count(all) })} ${queue} ${rate}`}>
            {hours.map(({ from, handled, waiting }, index) => (
              <g key={from}>
                {handled > 0 && <rect x={LEFT + index * step + 0.5} width={Math.max(1, step - 1)} y={y(handled)} height={FLOOR - y(handled)} fill="var(--ab-hub)" />}
                {waiting > 0 && <rect x={LEFT + index * step + 0.5} width={Math.max(1, step - 1)} y={y(handled + waiting)} height={y(handled) - y(handled + waiting)} fill="url(#fill-problem)" stroke="var(--ab-problem-ink)" strokeWidth=".5" />}
              </g>
            ))}
            {palletsPerHour !== null && <path d={`M${LEFT} ${y(palletsPerHour)}H${WIDTH}`} stroke="var(--ab-ink)" strokeDasharray="4 3" />}
            <path d={`M${LEFT} ${FLOOR}H${WIDTH}`} stroke="var(--ab-ink)" />
            <text x={LEFT - 5} y={TOP + 4} textAnchor="end">
              {figures.count(most)}
            </text>
            <text x={LEFT - 5} y={FLOOR + 4} textAnchor="end">
              0
            </text>
            {[0, Math.floor(hours.length / 2)].map((index) => (
              <text key={index} x={LEFT + index * step} y={FLOOR + 18}>
                {hours[index] === undefined ? '' : figures.hour(hours[index].from)}
              </text>
            ))}
          </svg>
          <ul className="keys">
            <li>
              <svg width="11" height="11" aria-hidden="true">
                <rect width="11" height="11" fill="var(--ab-hub)" />
              </svg>{' '}
              {t('hub.handling.handled')}
            </li>
            <li>
              <svg width="11" height="11" aria-hidden="true">
                <rect x=".5" y=".5" width="10" height="10" fill="url(#fill-problem)" stroke="var(--ab-problem-ink)" />
              </svg>{' '}
              {t('hub.handling.waiting')}
            </li>
            <li>
              <svg width="16" height="11" aria-hidden="true">
                <path d="M0 6H16" stroke="var(--ab-ink)" strokeDasharray="4 3" />
              </svg>{' '}
              {rate}
            </li>
          </ul>
          <p>{queue}</p>
        </>
      )}
    </section>
  );
}

// What the signs of the map mean, and which item it speaks of.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { fillOf, inkOf } from '../shared/custody.tsx';
import type { Figures } from '../shared/figures.ts';
import { sector } from './geometry.ts';

const MODES = ['air', 'rail', 'road', 'planned'] as const;

interface LegendProps {
  readonly picture: Picture;
  readonly item: string;
  readonly onItem: (item: string) => void;
  readonly figures: Figures;
}

export function Legend({ picture, item, onItem, figures }: LegendProps): ReactElement {
  const { t } = useTranslation();
  const asked = picture.items.filter((it) => picture.recipients.some(({ holdings }) => holdings.some((holding) => holding.item === it.item)));
  return (
    <div className="legend">
      <div className="modes">
        {MODES.map((mode) => (
          <span key={mode}>
            <svg width="30" height="8" aria-hidden="true">
              {mode === 'rail' ? (
                <>
                  <path className="rail" d="M0 4H30" />
                  <path className="rail-inner" d="M0 4H30" />
                </>
              ) : (
                <path className={mode === 'planned' ? 'road ahead' : mode} d="M0 4H30" />
              )}
            </svg>
            {t(`mode.${mode}`)}
          </span>
        ))}
      </div>
      <span className="disc-key">
        <svg width="22" height="22" aria-hidden="true">
          <circle cx="11" cy="11" r="10" fill="var(--ab-surface)" stroke="var(--ab-ink)" />
          <path d={sector(11, 11, 10, 0, 0.3)} fill={fillOf('delivered')} stroke={inkOf('delivered')} />
        </svg>
        <span>
          {t('map.legendArea', { item: figures.item(item) })}
          <br />
          {t('map.legendFill')}
        </span>
      </span>
      <span className="disc-key">
        <svg width="22" height="14" aria-hidden="true">
          <circle cx="11" cy="7" r="6" className="disc elsewhere" fill="none" stroke="var(--ab-ink-3)" strokeDasharray="2 3" />
        </svg>
        {t('map.legendOuter')}
      </span>
      <label>
        <span className="hidden">{t('map.item')}</span>
        <select className="choice" value={item} onChange={(event) => onItem(event.currentTarget.value)}>
          {asked.map((it) => (
            <option key={it.item} value={it.item}>
              {figures.item(it.item)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

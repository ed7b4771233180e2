// What a plan of whole pallets loads: on each departure, for whom, how many pallet places, and how far they are filled.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { PlanProposed } from './policies.ts';

interface PalletsProps {
  readonly pallets: NonNullable<PlanProposed['pallets']>;
  readonly nameOf: (recipient: string) => string;
  readonly figures: Figures;
}

export function Pallets({ pallets, nameOf, figures }: PalletsProps): ReactElement {
  const { t } = useTranslation();
  const places = pallets.reduce((sum, load) => sum + load.places, 0);
  const filled = pallets.reduce((sum, load) => sum + load.filled, 0);
  return (
    <details className="unserved">
      <summary>
        <h2>{t('pallets.title')}</h2> <span className="quiet">{t('pallets.sub', { places: figures.count(places), part: figures.percent(places === 0 ? 0 : filled / places) })}</span>
      </summary>
      <table className="fares pallets">
        <thead>
          <tr>
            <th scope="col">{t('pallets.departure')}</th>
            <th scope="col">{t('pallets.to')}</th>
            <th scope="col">{t('pallets.places')}</th>
            <th scope="col">{t('pallets.filled')}</th>
          </tr>
        </thead>
        <tbody>
          {pallets.map(({ departure, recipient, lines, places: own, filled: part }) => (
            <tr key={`${departure} ${recipient} ${lines.join(' ')}`}>
              <th scope="row">{departure}</th>
              <td>{nameOf(recipient)}</td>
              <td>{figures.count(own)}</td>
              <td>{figures.percent(part / own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

// How the plan that is shown would fare if the need were less, or more, than was asked: the same shipments against the low and the
// high end. A quiet table: nobody decides by it alone.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingPlanAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';

export function Fares({ fares, figures }: { readonly fares: NonNullable<StandingPlanAnswer['fares']>; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  return (
    <details className="unserved">
      <summary>
        <h2>{t('fares.title')}</h2> <span className="quiet">{t('fares.sub')}</span>
      </summary>
      <table className="fares">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('plan.worst')}</th>
            <th scope="col">{t('plan.mean')}</th>
            <th scope="col">{t('fares.short')}</th>
          </tr>
        </thead>
        <tbody>
          {fares.map(({ scenario, coverage, unserved }) => (
            <tr key={scenario}>
              <th scope="row">{t(`fares.${scenario}`)}</th>
              <td>{figures.percent(coverage.min)}</td>
              <td>{figures.percent(coverage.mean)}</td>
              <td>{figures.count(unserved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

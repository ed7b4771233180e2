// What the new plan takes off lines on which people act, with what each gains; nothing where nothing was asked for.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { useTelling } from '../shared/told.tsx';
import type { PlanProposed } from './policies.ts';
import { Reason } from './reason.tsx';

interface ChangedProps {
  readonly change: PlanProposed['change'];
  readonly picture: Picture;
  readonly figures: Figures;
}

export function Changed({ change, picture, figures }: ChangedProps): ReactElement | null {
  const { t } = useTranslation();
  const tell = useTelling(picture, figures);
  if (change === undefined) return null;
  return (
    <section className="changed" aria-label={t('beside.acted')}>
      <h2 className="head">
        {t('beside.acted')} <span>{t('beside.actedSub', { kept: figures.count(change.kept), cartons: figures.count(change.cartons), euros: figures.euros(change.euros) })}</span>
      </h2>
      <ul>
        {change.changed.map(({ lot, recipient, route, why, because }) => (
          <li key={[lot, recipient, ...route].join(' ')}>
            <Reason why={why} because={because} tell={tell} />
          </li>
        ))}
      </ul>
    </section>
  );
}

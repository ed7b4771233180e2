// The page's first line: how much can reach its receivers, by when, for what; and the one black button.

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { shortly } from '../map/flights.tsx';
import type { Figures } from '../shared/figures.ts';
import { placeName } from '../shared/names.ts';
import { Phrase } from '../shared/phrase.tsx';
import { Sourced } from '../shared/sourced.tsx';
import type { PlanProposed } from './policies.ts';

interface AnswerProps {
  readonly picture: Picture;
  readonly plan: PlanProposed | undefined;
  readonly asOf: string;
  readonly figures: Figures;
  readonly children: ReactNode;
}

export function Answer({ picture, plan, asOf, figures, children }: AnswerProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="answer" id="answer">
      <div>
        <h1>{plan === undefined ? t('planning.title') : plan.lines.length === 0 ? t('plan.none') : <Reach plan={plan} figures={figures} />}</h1>
        {plan !== undefined && (
          <p>
            {t('plan.sub', { cartons: figures.count(plan.lines.reduce((sum, { cartons }) => sum + cartons, 0)), lines: figures.count(plan.lines.length), policy: t(`policy.${plan.policy}`), when: figures.moment(plan.asOf), gap: figures.percent(plan.gap) })}
          </p>
        )}
      </div>
      <div className="as-of">
        <b>{figures.moment(asOf)}</b>
        <span>{t('answer.time', { place: shortly(placeName(picture, picture.hub)) })}</span>
      </div>
      {children}
    </section>
  );
}

function Reach({ plan, figures }: { readonly plan: PlanProposed; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const units = plan.lines.reduce((sum, line) => sum + line.units, 0);
  const last = plan.lines.map(({ arrives }): string => arrives).toSorted().at(-1) ?? plan.asOf;
  const number = (value: string, unit: string): ReactElement => <Sourced value={value} unit={unit} plan={plan.plan} />;
  return <Phrase text={t('plan.answer', { when: figures.hour(last) })} parts={{ units: number(figures.count(units), t('plan.units')), cost: number(figures.euros(plan.cost), 'EUR') }} />;
}

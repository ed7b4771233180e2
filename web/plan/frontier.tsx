// Equity, hours and cost: certified plans as points, worst-off cover and median hours each over the cost of transport, with the
// three policies marked among them. No line joins the points, since nobody has computed what lies between. Each point is a
// button; a table behind the drawing has the same figures.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrontierAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { FrontierChart, type Mark } from './frontier-chart.tsx';
import type { Asking } from './questions.ts';
import type { Policy } from './policies.ts';

interface FrontierProps {
  readonly asking: Asking<FrontierAnswer>;
  readonly wanted: boolean;
  readonly onWant: (wanted: boolean) => void;
  readonly chosen: Policy;
  readonly figures: Figures;
}

export function Frontier({ asking: { answer, making }, wanted, onWant, chosen, figures }: FrontierProps): ReactElement {
  const { t } = useTranslation();
  const found = answer.data;
  return (
    <section className="frontier" aria-label={t('frontier.title')}>
      <h2 className="head">
        {t('frontier.title')} <span>{t('frontier.sub')}</span>
      </h2>
      {found === undefined && answer.isFetching && (
        <p className="waiting" role="status">
          {t('frontier.asking')} <Progress making={making} figures={figures} />
        </p>
      )}
      {found === undefined && !answer.isFetching && (
        <p>
          {wanted && answer.isError && <span role="alert">{isCancelled(answer.error) ? t('planning.cancelled') : t('frontier.failed', { why: answer.error.message })} </span>}
          <button type="button" className="verb" onClick={() => (wanted ? void answer.refetch() : onWant(true))}>
            {t('frontier.draw')}
          </button>{' '}
          <span className="quiet">{t('frontier.takes')}</span>
        </p>
      )}
      {found !== undefined && <Drawn found={found} chosen={chosen} figures={figures} />}
    </section>
  );
}

function Drawn({ found, chosen, figures }: { readonly found: FrontierAnswer; readonly chosen: Policy; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const points = found.points.map((point): Mark => ({ id: point.point, name: t(`frontier.${point.point}`), kind: 'point', dominated: point.dominated, worstOff: point.worstOff, mean: point.coverage.mean, hours: point.hours.median, cost: point.cost, gap: point.gap }));
  const policies = found.policies.map((mark): Mark => ({ id: mark.policy, name: t(`policy.${mark.policy}`), kind: 'policy', dominated: false, worstOff: mark.worstOff, mean: mark.coverage.mean, hours: mark.hours.median, cost: mark.cost, gap: mark.gap }));
  const own = points.find(({ id }) => id === picked);
  return (
    <>
      <FrontierChart marks={[...points, ...policies]} picked={picked} chosen={chosen} onPick={(id) => setPicked(id === picked ? null : id)} figures={figures} />
      {own !== undefined && <FiguresOf caption={t('frontier.besides', { point: own.name })} marks={[own, ...policies]} figures={figures} />}
      <details>
        <summary>{t('frontier.table')}</summary>
        <FiguresOf caption={t('frontier.certified')} marks={[...points, ...policies]} figures={figures} />
      </details>
    </>
  );
}

function FiguresOf({ caption, marks, figures }: { readonly caption: string; readonly marks: readonly Mark[]; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  return (
    <table className="points">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('frontier.point')}</th>
          {(['worst', 'mean', 'hours', 'cost', 'gap'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {t(`frontier.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={`${mark.kind} ${mark.id}`}>
            <th scope="row">
              {mark.name}
              {mark.dominated && <span className="quiet"> {t('frontier.beaten')}</span>}
            </th>
            <td className="number">{figures.percent(mark.worstOff)}</td>
            <td className="number">{figures.percent(mark.mean)}</td>
            <td className="number">{mark.hours === null ? '–' : `${figures.decimal(mark.hours)} h`}</td>
            <td className="number">{figures.euros(mark.cost)}</td>
            <td className="number">{figures.percent(mark.gap)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

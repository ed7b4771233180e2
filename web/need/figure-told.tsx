// A count as a source tells it: the figure opens who counted it, its hour, when it was first seen, and what stood before.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import type { Measure } from '../../src/domain/need/counts.ts';
import { sourcesText, useNeed } from './scene.ts';
import type { Days } from './telling.ts';

type Told = Days[number]['told'][number];

export function FigureTold({ told, measure }: { readonly told: Told; readonly measure: Measure }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useNeed();
  const figure = told.figures[measure];
  if (figure === null) return <span className="quiet">–</span>;
  const wasRevised = figure.revisions.length > 0;
  return (
    <>
      <Sourced
        value={figures.count(figure.value)}
        unit={t(`need.counts.measure.${measure}`)}
        sum={
          <>
            <p>{t('need.counts.by', { source: sourcesText(told.sources, picture), when: figures.moment(told.at) })}</p>
            <p>{t('need.counts.seen', { when: figures.stamp(figure.firstSeen) })}</p>
            {figure.revisions.map(({ value, until }) => (
              <p key={until}>{t('need.counts.revised', { value: figures.count(value), when: figures.stamp(until) })}</p>
            ))}
          </>
        }
      />
      {wasRevised && <span className="under">{t('need.counts.wasRevised', { value: figures.count(figure.revisions.at(-1)?.value ?? 0) })}</span>}
    </>
  );
}

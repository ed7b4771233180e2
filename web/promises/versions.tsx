// The versions of the promise in view: made, amended, withdrawn, bound and bound again, corrected, each with what stood until then.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { usePromises } from './scene.ts';

export function Versions(): ReactElement | null {
  const { t } = useTranslation();
  const { report, figures, shown } = usePromises();
  const of = shown?.pledge ?? null;
  if (of === null) return null;
  const { pledge, item } = of;
  const versions = report.versions.filter((it) => it.pledge === pledge && it.item === item).toReversed();
  return (
    <section className="versions" aria-label={t('said.version.title')}>
      <h2 className="head">{t('said.version.title')}</h2>
      {versions.length === 0 && <p className="none">{t('said.version.empty')}</p>}
      <ol>
        {versions.map(({ seq, what, at, units, was, earmark, reason, by, bound }) => (
          <li key={seq} data-what={what}>
            <h3>
              {t(`said.version.${what}`, { earmark: earmark ?? '' })} <span className="quiet">{figures.hour(at)}</span>
            </h3>
            <p>
              {units === null ? t('said.version.gone') : <Sourced value={figures.count(units)} facts={[seq]} unit={t('source.units', { item: figures.item(item) })}>{t('said.version.stands', { n: figures.count(units) })}</Sourced>}
              {bound.length > 0 && ` · ${bound.map(figures.area).join(', ')}`}
              {was !== null && was !== units && ` · ${t('said.version.was', { n: figures.count(was), when: figures.hour(at) })}`}
            </p>
            {reason !== null && <p className="why">{reason}</p>}
            <p className="quiet">{t('said.version.by', { by })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

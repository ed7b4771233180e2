// What the promise in view is made of: its earmarks, and the consignment lines that draw on each.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sourced } from '../shared/sourced.tsx';
import { usePromises, type Report } from './scene.ts';

type Earmark = Report['earmarks'][number];
type Line = Earmark['lines'][number];

export function MadeOf(): ReactElement | null {
  const { t } = useTranslation();
  const { report, shown } = usePromises();
  const of = shown?.pledge ?? null;
  if (of === null) return null;
  const { pledge, item } = of;
  const parts = report.earmarks.filter((it) => it.pledge === pledge && it.item === item);
  return (
    <section className="made-of" aria-label={t('said.made.title')}>
      <h2 className="head">{t('said.made.title')}</h2>
      {parts.length === 0 && <p className="none">{t('said.made.empty')}</p>}
      <ul>
        {parts.map((it) => (
          <li key={it.earmark ?? ''}>
            <Part part={it} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({ part: { earmark, units, bound, facts, lines, item } }: { readonly part: Earmark }): ReactElement {
  const { t } = useTranslation();
  const { figures, picture } = usePromises();
  const drawn = lines.reduce((sum, line) => sum + line.units, 0);
  const nameOf = (code: string): string => picture.recipients.find(({ recipient }) => recipient === code)?.name ?? figures.area(code);
  const unit = t('source.units', { item: figures.item(item) });
  return (
    <>
      <h3>{earmark === null ? t('said.made.free') : t('said.made.earmark', { earmark })}</h3>
      <p>
        {units !== null && (
          <>
            <Sourced value={figures.count(units)} facts={facts} unit={unit}>
              {t('said.made.bound', { units: figures.count(units), who: bound.map(nameOf).join(', ') })}
            </Sourced>
            {': '}
          </>
        )}
        {t('said.made.drawn', { units: figures.count(drawn) })}
        {units !== null && units > drawn && `, ${t('said.made.open', { units: figures.count(units - drawn) })}`}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.lot}>
            <Sourced value={figures.count(line.units)} facts={line.facts} unit={unit}>
              {t('said.made.line', { units: figures.count(line.units), consignment: line.run ?? line.consignment })}
            </Sourced>{' '}
            <span className="quiet">{t(`said.made.${stateOf(line)}`, { when: figures.hour(line.arrivedAt ?? line.expectedAt) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const stateOf = ({ arrivedAt, departedAt }: Line): 'arrived' | 'departed' | 'announced' => (arrivedAt !== null ? 'arrived' : departedAt !== null ? 'departed' : 'announced');

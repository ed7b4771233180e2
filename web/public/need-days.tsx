// What has landed for the neediest country, as days of its need: a fortnight of boxes, the covered ones black.

import type { ReactElement } from 'react';
import { Fill, N, fill, type Tools } from './page-tools.tsx';

const FORTNIGHT = 14;
const DAY_MS = 86_400_000;

export function NeedDays({ tools, item }: { readonly tools: Tools; readonly item: string }): ReactElement | null {
  const { story, words: { text }, figures } = tools;
  const { need } = story;
  if (need === null) return null;
  const area = figures.area(need.area);
  const goods = figures.item(item);
  return (
    <section aria-labelledby="need">
      <h2 id="need">
        <Fill text={need.landed.value === 0 ? text.daysNone : text.days} with={{ landed: <N tools={tools} figure={need.landed} />, days: <N tools={tools} figure={need.days} />, item: goods, area }} />
      </h2>
      <p className="text">
        <Fill text={need.basis === 'census' ? text.needCounted : text.need} with={{ area, perDay: <N tools={tools} figure={need.perDay} />, item: goods }} />{' '}
        {need.asked !== null && (
          <>
            <Fill text={text.needAsked} with={{ asked: <N tools={tools} figure={need.asked} /> }} />{' '}
          </>
        )}
        {need.census !== null && <Fill text={text.census} with={{ when: figures.moment(need.census.at), wards: <N tools={tools} figure={need.census.wards} />, intensiveCare: <N tools={tools} figure={need.census.intensiveCare} /> }} />}
      </p>
      <p className="source">{fill(text.needSource, { sources: tools.sourceNames([...need.perDay.sources, ...(need.census?.wards.sources ?? [])]), when: figures.moment(need.reportedAt) })}</p>
      <Fortnight tools={tools} days={need.days.value} area={area} />
      <p className="source key">
        <b>{text.covered}</b> <span>{fill(text.uncovered, { area })}</span>
      </p>
    </section>
  );
}

const Fortnight = ({ tools: { story, figures, words: { text } }, days, area }: { readonly tools: Tools; readonly days: number; readonly area: string }): ReactElement => (
  <ol className="fortnight" aria-label={fill(text.daysLabel, { area, days: figures.decimal(days) })}>
    {Array.from({ length: FORTNIGHT }, (_, index) => {
      const at = new Date(Date.parse(story.asOf) + (index + 1) * DAY_MS).toISOString();
      const share = Math.max(0, Math.min(1, days - index));
      return (
        <li key={at}>
          <span>{figures.day(at)}</span>
          <span className={share > 0 ? 'box' : 'box empty'}>{share > 0 && <i style={{ inlineSize: `${Math.round(share * 100)}%` }} />}</span>
        </li>
      );
    })}
  </ol>
);

// What stands beside the promise: each country's share, what was said elsewhere with our position, and official counts.

import type { ReactElement } from 'react';
import type { OtherFigure, StoryPromise } from '../../src/http/contract/public.ts';
import { Fill, N, capital, fill, type Tools } from './page-tools.tsx';

export function Countries({ tools, item }: { readonly tools: Tools; readonly item: string }): ReactElement {
  const { story, words: { text }, figures } = tools;
  return (
    <section aria-labelledby="countries">
      <h2 id="countries">{text.countries}</h2>
      {story.countries.length === 0 ? (
        <p className="text">{text.countriesNone}</p>
      ) : (
        <>
          <p className="text">{capital(fill(text.countriesText, { item: figures.item(item) }))}</p>
          <table className="wide-numbers">
            <thead>
              <tr>
                <th scope="col">{text.country}</th>
                {([text.bound, text.delivered, text.underWay, text.perDay] as const).map((head) => <th key={head} scope="col" className="number">{head}</th>)}
              </tr>
            </thead>
            <tbody>
              {story.countries.map(({ area, bound, delivered, underWay, perDay }) => (
                <tr key={area}>
                  <th scope="row">{capital(figures.area(area))}</th>
                  {([[text.bound, bound], [text.delivered, delivered], [text.underWay, underWay], [text.perDay, perDay]] as const).map(([head, figure]) => <td key={figure.key} data-head={head} className="number"><N tools={tools} figure={figure} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** Of the item that the headline is about: what contradicts first, then the rest, oldest first. */
export function Others({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  const { story, words: { text }, figures } = tools;
  const same = story.others.filter(({ units, pledge }) => units.item === answer.item && (pledge === answer.pledge || pledge === null));
  const shown = [...same.filter(({ stance }) => stance === 'contradicts'), ...same.filter(({ stance }) => stance !== 'contradicts')];
  return (
    <section aria-labelledby="others">
      <h2 id="others">{text.others}</h2>
      {shown.length === 0 ? (
        <p className="text">{text.othersNone}</p>
      ) : (
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{text.figure}</th>
              <th scope="col">{text.counts}</th>
              <th scope="col">{text.position}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((other) => (
              <tr key={other.claim}>
                <th scope="row"><N tools={tools} figure={other.units} /></th>
                <td>
                  <span lang="en" dir="auto">{other.summary}</span>
                  <span className="source">{fill(text.saidOn, { author: other.author, channel: other.channel, when: figures.moment(other.at) })}</span>
                </td>
                <td>
                  <Position tools={tools} other={other} />
                  {other.reason !== null && <span className="source" dir="auto">{other.reason}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Position({ tools, other: { stance, units, accepted } }: { readonly tools: Tools; readonly other: OtherFigure }): ReactElement {
  const { text } = tools.words;
  if (accepted === null) return <>{text.contextOnly}</>;
  const said = stance === 'contradicts' ? text.replaced : units.value === accepted.value ? text.followed : stance === 'supports' && units.value < accepted.value ? text.part : text.contextOnly;
  return <Fill text={said} with={{ accepted: <N tools={tools} figure={accepted} /> }} />;
}

export function Counts({ tools }: { readonly tools: Tools }): ReactElement | null {
  const { story: { counts }, words: { text }, figures, sourceNames } = tools;
  const [first] = counts;
  if (first === undefined) return null;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{fill(text.pair, { name: text.official, value: figures.area(first.area) })}</h2>
      <p className="text">{text.officialText}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.source}</th>
            <th scope="col">{text.hour}</th>
            <th scope="col" className="number">{text.cases}</th>
            <th scope="col" className="number">{text.deaths}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ at, cases, deaths }) => (
            <tr key={cases.key}>
              <th scope="row">{sourceNames(cases.sources)}</th>
              <td>{figures.moment(at)}</td>
              <td className="number"><N tools={tools} figure={cases} /></td>
              <td className="number">{deaths === null ? text.notStated : <N tools={tools} figure={deaths} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

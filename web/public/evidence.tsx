// The proof at the end of the page: every promise, what was corrected, the sum, downloads, sources.

import type { ReactElement } from 'react';
import type { StoryPromise } from '../../src/http/contract/public.ts';
import { CheckIt } from './check-it.tsx';
import { STATES, Swatch } from '../shared/custody.tsx';
import { Fill, Linked, N, capital, fill, type Tools } from './page-tools.tsx';

export function Promises({ tools }: { readonly tools: Tools }): ReactElement {
  const { story, words: { text, ...words }, figures, href } = tools;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{text.promises}</h2>
      <p className="text">{text.promisesText}</p>
      <table className="wide-numbers">
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.for}</th>
            <th scope="col" className="number">{words.state.promised}</th>
            <th scope="col" className="number">{words.state.landed}</th>
            <th scope="col" className="number">{words.state.delivered}</th>
            <th scope="col">{text.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {story.promises.map((promise) => (
            <tr key={promise.promised.key}>
              <th scope="row">
                <a href={href(`/promise/${encodeURIComponent(promise.pledge)}`)}>{`${promise.pledge} · ${figures.item(promise.item)}`}</a>
                {!promise.viaHub && <span className="source">{text.outside}</span>}
              </th>
              <td data-head={text.for}>{capital(figures.area(promise.scope))}</td>
              {([[words.state.promised, promise.promised], [words.state.landed, promise.landed], [words.state.delivered, promise.parts.delivered]] as const).map(([head, figure]) => <td key={figure.key} data-head={head} className="number"><N tools={tools} figure={figure} /></td>)}
              <td data-head={text.verdict}>{promise.verdict === null ? text.verdictPending : text[promise.verdict]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Corrections({ tools }: { readonly tools: Tools }): ReactElement | null {
  const { story: { corrections }, words: { text, ...words }, figures, href } = tools;
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{text.corrections}</h2>
      <p className="text">{text.correctionsText}</p>
      <ul className="list">
        {corrections.map(({ fact, kind, at, reason, before, after }) => (
          <li key={`${fact} ${at}`}>
            <a href={href(`/facts/${fact}`)}>{words.kinds[kind] ?? kind}</a>
            {before !== null && after !== null && <> · <a className="n" href={href(`/facts/${fact}`)}>{`${text.from} ${figures.count(before)}, ${text.to} ${figures.count(after)}`}</a></>}
            <span className="source"><span dir="auto">{reason}</span> · {figures.stamp(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the operation has said itself: each text with its date, and whether it was put right since. */
export function Texts({ tools }: { readonly tools: Tools }): ReactElement | null {
  const { story: { texts }, words: { text }, figures, href } = tools;
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{text.texts}</h2>
      <p className="text">{text.textsText}</p>
      <ul className="list">
        {texts.map(({ fact, at, language, text: said, link, corrects, isCorrected }) => (
          <li key={fact}>
            <a href={href(`/facts/${fact}`)} lang={language} dir="auto">{said.split('\n', 1)[0]}</a>
            <span className="source">
              {figures.stamp(at)}
              {corrects !== null && ` · ${fill(text.textCorrects, { text: corrects })}`}
              {isCorrected && ` · ${text.textCorrected}`}
              {link !== null && <> · <Linked to={link} text={text.textElsewhere} /></>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ledger that everything comes out of, and what a reader can take along. */
export function Proof({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  const { story, wish, words: { text }, figures, href } = tools;
  const files = [['/data.csv', text.csv], ['/data.xlsx', text.xlsx], ['/data.json', text.json], ['/feed.atom', text.atom], ['/feed.json', text.jsonFeed]] as const;
  return (
    <section aria-labelledby="proof" className="two">
      <div>
        <h2 id="proof">{text.proof}</h2>
        <p className="text">{text.proofText}</p>
        <CheckIt tools={tools} />
        <p className="source"><Fill text={text.proofHead} with={{ n: <a className="n" href={href('/data.json')}>{figures.count(story.head)}</a>, when: figures.stamp(story.lastFact.recordedAt) }} /></p>
        <h3>{text.downloads}</h3>
        <ul className="links">
          {files.map(([path, name]) => <li key={path}><a href={href(path)}>{name}</a></li>)}
        </ul>
        <details>
          <summary>{text.embed}</summary>
          <p className="text">{text.embedText}</p>
          <pre tabIndex={0}><code>{`<iframe src="${wish.origin}${href('/card', { at: null, dir: 'ltr' })}" width="480" height="300" title="${text.cardTitle}" style="border:0"></iframe>`}</code></pre>
        </details>
        <p className="source">{text.print}</p>
      </div>
      <Ledger tools={tools} promise={answer} />
    </section>
  );
}

/** States add up to a double rule. */
export function Ledger({ tools, promise }: { readonly tools: Tools; readonly promise: StoryPromise }): ReactElement {
  const { words: { text, ...words }, figures } = tools;
  return (
    <table className="ledger">
      <caption className="hidden">{fill(text.meter, { item: figures.item(promise.item) })}</caption>
      <tbody>
        {STATES.map((state) => (
          <tr key={state}>
            <th scope="row"><Swatch state={state} /> {words.state[state]}</th>
            <td className="number"><N tools={tools} figure={promise.parts[state]} /></td>
          </tr>
        ))}
        {promise.surplus.value > 0 && (
          <tr className="of">
            <th scope="row">{words.state.surplus}</th>
            <td className="number">− <N tools={tools} figure={promise.surplus} /></td>
          </tr>
        )}
        <tr className="sum">
          <th scope="row">{words.state.promised}</th>
          <td className="number"><N tools={tools} figure={promise.promised} /></td>
        </tr>
      </tbody>
    </table>
  );
}

export function Sources({ tools }: { readonly tools: Tools }): ReactElement {
  const { story, words: { text } } = tools;
  const used = new Set(story.arithmetic.flatMap(({ figure }) => figure.sources));
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{text.sources}</h2>
      <p className="text">{text.sourcesText}</p>
      <ul className="list sources">
        {story.sources.filter(({ id }) => used.has(id)).map(({ id, title, publisher, link, licence }) => (
          <li key={id} id={`source-${id}`}>
            <Linked to={link} text={title} />
            <span className="source">{[publisher, licence].filter((it) => it !== null).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

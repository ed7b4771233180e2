// The public page: the answer, then its evidence, in one scroll. Each section stands in a file of its own or below.

import type { ReactElement } from 'react';
import type { PublicStory, StoryPromise, Wish } from '../../src/http/contract/public.ts';
import { STATES, Swatch, type State } from '../shared/custody.tsx';
import { Countries, Counts, Others } from './beside.tsx';
import { Diary } from './diary.tsx';
import { document } from './document.tsx';
import { Corrections, Proof, Promises, Sources, Texts } from './evidence.tsx';
import { StoryMap } from './map.tsx';
import { NeedDays } from './need-days.tsx';
import { Fill, N, capital, fill, toolsFor, type Tools } from './page-tools.tsx';
import { SquareMeter, squaresOf } from './squares.tsx';

export function storyPage(story: PublicStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text }, figures } = tools;
  const { answer } = story;
  const title = answer === null ? `${text.question} ${story.name}` : headlineText(tools, answer);
  const description = answer === null ? text.nothing : fill(text.lead, { landed: figures.count(answer.landed.value), promised: figures.count(answer.promised.value), percent: figures.percent(answer.share.value / 100), delivered: figures.count(answer.parts.delivered.value), underWay: figures.count(answer.parts.onward.value + answer.parts.allocated.value) });
  return document({ tools, title, description, path: '', data: dataOf(tools, title, description), children: answer === null ? <Nothing tools={tools} /> : <Story tools={tools} answer={answer} /> });
}

/** What machines are told: what this is, as of when, and where the data lies. */
const dataOf = ({ story, wish, href }: Tools, name: string, description: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name,
  description,
  url: `${wish.origin}${href('', { dir: 'ltr' })}`,
  inLanguage: wish.lang,
  dateModified: story.lastFact.recordedAt,
  temporalCoverage: `../${story.asOf}`,
  creator: { '@type': 'Organization', name: story.name },
  distribution: [['text/csv', '/data.csv'], ['application/json', '/data.json'], ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '/data.xlsx']].map(([encodingFormat, path]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: `${wish.origin}${href(path ?? '', { dir: 'ltr' })}` })),
});

const Nothing = ({ tools: { words: { text } } }: { readonly tools: Tools }): ReactElement => (
  <div className="column">
    <h1>{text.nothing}</h1>
    <p className="lead">{text.nothingText}</p>
  </div>
);

/** The headline as plain text: for the title, for feeds, for the picture of a link. */
export function headlineText(tools: Tools, answer: StoryPromise): string {
  const { words: { text, ...words }, figures } = tools;
  const { promised, item, parts } = headWords(tools, answer);
  const scope = words.scopeTo[answer.scope] ?? figures.area(answer.scope);
  return `${fill(text.promised, { promised, item, scope })} ${fill(parts.text, { share: parts.share, percent: figures.percent(answer.share.value / 100) })}`;
}

function headWords({ words: { text, ...words }, figures }: Tools, { promised, item, landed }: StoryPromise): { readonly promised: string; readonly item: string; readonly parts: { readonly text: string; readonly share: string } } {
  const spelled = words.spelled(promised.value);
  const share = promised.value === 0 ? 0 : landed.value / promised.value;
  const inWords = words.shareSpelled(share);
  return {
    promised: spelled ?? figures.count(promised.value),
    item: spelled === null ? figures.item(item) : words.of(figures.item(item)),
    parts: share === 0 ? { text: text.landedNone, share: '' } : share >= 1 ? { text: text.landedAll, share: '' } : inWords !== null ? { text: text.landedShare, share: inWords } : { text: text.landedPercent, share: '' },
  };
}

function Headline({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  const { words: { text, ...words }, figures } = tools;
  const { promised, item, parts } = headWords(tools, answer);
  return (
    <h1>
      <Fill text={text.promised} with={{ promised: <N tools={tools} figure={answer.promised}>{promised}</N>, item, scope: words.scopeTo[answer.scope] ?? figures.area(answer.scope) }} />{' '}
      <Fill text={parts.text} with={{ share: <N tools={tools} figure={answer.share}>{parts.share}</N>, percent: <N tools={tools} figure={answer.share} /> }} />
    </h1>
  );
}

const Story = ({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement => (
  <div className="column">
    <Answer tools={tools} answer={answer} />
    <Meter tools={tools} answer={answer} />
    <NeedDays tools={tools} item={answer.item} />
    <Where tools={tools} item={answer.item} />
    <Countries tools={tools} item={answer.item} />
    <div className="two">
      <Diary tools={tools} />
      <Others tools={tools} answer={answer} />
    </div>
    <Texts tools={tools} />
    <Corrections tools={tools} />
    <Counts tools={tools} />
    <Promises tools={tools} />
    <Proof tools={tools} answer={answer} />
    <Sources tools={tools} />
  </div>
);

function Answer({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  const { words: { text }, figures, story, href } = tools;
  const { landed, promised, share, parts } = answer;
  return (
    <section aria-label={text.question}>
      <p className="question">
        <b>{text.question}</b>
        <span>
          {fill(text.asOf, { when: figures.stamp(story.asOf) })}
          {tools.wish.at !== null && <> · <a href={href('', { at: null })}>{text.present}</a></>}
        </span>
      </p>
      <Headline tools={tools} answer={answer} />
      <p className="lead">
        <Fill text={landed.value === 0 ? text.leadNothing : text.lead} with={{ landed: <N tools={tools} figure={landed} />, promised: <N tools={tools} figure={promised} />, percent: <N tools={tools} figure={share} />, delivered: <N tools={tools} figure={parts.delivered} />, underWay: <UnderWay tools={tools} answer={answer} /> }} />
      </p>
      <p className={`verdict ${answer.verdict ?? 'pending'}`}>
        <b>{answer.verdict === null ? capital(text.verdictPending) : text[answer.verdict]}</b>
        {answer.verdict !== null && answer.verdict !== 'kept' && answer.verdict !== 'broken' && <span className="expected">{answer.expectedBy === null ? text.expectedUnknown : fill(text.expectedBy, { when: figures.moment(answer.expectedBy) })}</span>}
        {answer.due !== null && <span>{fill(text.due, { day: figures.calendar(answer.due) })}</span>}
        <a href={href(`/promise/${encodeURIComponent(answer.pledge)}`)}>{text.seeLots}</a>
      </p>
      {answer.because.length > 0 && <p className="because"><a className="quiet" href={href(`/figures/${encodeURIComponent(answer.share.key)}`)}>{answer.because.map(tools.said).join(' ')}</a></p>}
      {story.plan !== null && <p className="source">{fill(story.plan.isOfThisHead ? text.verdictRests : text.verdictEarlier, { when: figures.moment(story.plan.asOf) })}</p>}
    </section>
  );
}

/** On the road, and what is set aside for the road, as one number where one of them is nothing, else as two. */
function UnderWay({ tools, answer: { parts: { onward, allocated } } }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  if (allocated.value === 0) return <N tools={tools} figure={onward} />;
  if (onward.value === 0) return <N tools={tools} figure={allocated} />;
  return (
    <>
      <N tools={tools} figure={onward} /> + <N tools={tools} figure={allocated} />
    </>
  );
}

/** Squares, the two sides of them, and each state with its number. */
function Meter({ tools, answer }: { readonly tools: Tools; readonly answer: StoryPromise }): ReactElement {
  const { words, figures, story, href } = tools;
  const item = story.items.find((it) => it.item === answer.item);
  const squares = squaresOf(answer, item?.unitsPerCarton ?? 1);
  const shown = STATES.filter((state) => answer.parts[state].value > 0 || state === 'delivered');
  return (
    <section aria-labelledby="meter">
      <h2 id="meter" className="hidden">{capital(fill(words.text.meter, { item: figures.item(answer.item) }))}</h2>
      <p className="sides">
        <span style={{ flexBasis: `${answer.share.value}%` }}><N tools={tools} figure={answer.landed} className="n figure" /> {words.text.landed}</span>
        <span><N tools={tools} figure={answer.toLand} className="n figure" /> {words.text.toLand}</span>
      </p>
      <SquareMeter tools={tools} promise={answer} squares={squares} />
      <p className="source">
        <Fill text={words.text.squares} with={{ each: <a className="n" href={href(item === undefined ? '' : `/facts/${item.fact}`)}>{figures.count(squares.each)}</a>, item: figures.item(answer.item) }} />
      </p>
      <dl className="states">
        {shown.map((state) => <StateOf key={state} tools={tools} answer={answer} state={state} />)}
      </dl>
    </section>
  );
}

const StateOf = ({ tools, answer, state }: { readonly tools: Tools; readonly answer: StoryPromise; readonly state: State }): ReactElement => (
  <div className={state}>
    <dt>
      <Swatch state={state} /> {tools.words.state[state]}
    </dt>
    <dd>
      <N tools={tools} figure={answer.parts[state]} className="n figure" />
      <span>{tools.words.stateText[state]}</span>
    </dd>
  </div>
);

const Where = ({ tools, item }: { readonly tools: Tools; readonly item: string }): ReactElement => (
  <section aria-labelledby="where">
    <h2 id="where">{tools.words.text.where}</h2>
    <StoryMap tools={tools} item={item} />
    <p className="source">{tools.words.text.mapText} <a href="#countries">{tools.words.text.mapAlso}</a></p>
  </section>
);

// What stands on other people's pages: the card to embed, and the picture of a link, 1200 × 630, in faces that the server has.

import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import type { PublicStory, StoryPromise, Wish } from '../../src/http/contract/public.ts';
import { Bar, STATES, Swatch, type Parts, type State } from '../shared/custody.tsx';
import { document } from './document.tsx';
import { N, fill, toolsFor, type Tools } from './page-tools.tsx';
import { headlineText } from './story-page.tsx';
import { squaresOf } from './squares.tsx';

const partsOf = ({ parts }: StoryPromise): Parts => Object.fromEntries(STATES.map((state) => [state, parts[state].value])) as Record<State, number>;

export function cardPage(story: PublicStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text } } = tools;
  const title = story.answer === null ? text.nothing : headlineText(tools, story.answer);
  return document({ tools, title, description: title, path: '/card', bare: true, className: 'card', children: <Card tools={tools} title={title} /> });
}

function Card({ tools, title }: { readonly tools: Tools; readonly title: string }): ReactElement {
  const { story, words: { text, ...words }, figures, href } = tools;
  const { answer } = story;
  return (
    <main>
      <p className="source">{story.name} · {fill(text.asOf, { when: figures.moment(story.asOf) })}</p>
      <h1>{title}</h1>
      {answer !== null && (
        <>
          <Bar parts={partsOf(answer)} height={18} label={title} />
          <ul className="key">
            {STATES.filter((state) => answer.parts[state].value > 0).map((state) => <li key={state}><Swatch state={state} /> <N tools={tools} figure={answer.parts[state]} /> {words.state[state].toLowerCase()}</li>)}
          </ul>
          <p>{answer.verdict === null ? text.verdictPending : text[answer.verdict]}{answer.expectedBy !== null && `, ${fill(text.expectedBy, { when: figures.moment(answer.expectedBy) })}`}</p>
        </>
      )}
      <p><a href={href('')} target="_top">{text.cardOpen}</a></p>
    </main>
  );
}

/** Light colours of tokens.css: a picture has no theme. */
const FILL: Readonly<Record<State, readonly [fill: string, ink: string]>> = { delivered: ['#0a5f49', '#0a5f49'], lost: ['#d5430f', '#b5350a'], onward: ['#f2b31c', '#7f5200'], allocated: ['#a0508f', '#8a3f7b'], atHub: ['#3a2585', '#3a2585'], inTheAir: ['#539fec', '#175e9c'], consigned: ['#aeb6bf', '#4c5966'], outstanding: ['#ffffff', '#59636c'] };
/** The faces bear these names in their own files. */
const STRONG = { fontFamily: 'Source Sans 3 SemiBold', fontWeight: 600 } as const;
const PICTURE = { width: 1200, height: 630 } as const;
const ROWS = 10;
const LINE_LETTERS = 40;

/** Words into lines of at most so many letters. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function previewPicture(story: PublicStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text, ...words }, figures } = tools;
  const { answer } = story;
  const lines = linesOf(answer === null ? text.nothing : headlineText(tools, answer), LINE_LETTERS).slice(0, 3);
  const squares = answer === null ? null : squaresOf(answer, story.items.find(({ item }) => item === answer.item)?.unitsPerCarton ?? 1);
  const step = squares === null ? 0 : Math.min(10.8, 1080 / Math.ceil(squares.total / ROWS));
  const verdict = answer === null ? '' : `${answer.verdict === null ? text.verdictPending : text[answer.verdict]}${answer.expectedBy === null ? '' : `, ${fill(text.expectedBy, { when: figures.moment(answer.expectedBy) })}`}`;
  let next = 0;
  return renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" {...PICTURE} viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} fontFamily="Source Sans 3">
      <rect {...PICTURE} fill="#ffffff" />
      <text x="60" y="76" fontSize="26" {...STRONG} fill="#14181d">{text.question}</text>
      <text x="1140" y="76" fontSize="24" textAnchor="end" fill="#59636c">{fill(text.asOf, { when: figures.stamp(story.asOf) })}</text>
      <rect x="60" y="96" width="1080" height="2" fill="#14181d" />
      {lines.map((line, index) => <text key={line} x="60" y={172 + index * 66} fontFamily="Source Serif 4 SemiBold" fontWeight="600" fontSize="56" fill="#14181d">{line}</text>)}
      {answer !== null && squares !== null && STATES.map((state) => {
        const from = next;
        next += squares.of[state];
        const path = Array.from({ length: squares.of[state] }, (_, index) => {
          const n = from + index;
          return `M${(60 + Math.floor(n / ROWS) * step).toFixed(2)} ${(366 + (n % ROWS) * step).toFixed(2)}h${(step * 0.82).toFixed(2)}v${(step * 0.82).toFixed(2)}h-${(step * 0.82).toFixed(2)}z`;
        }).join('');
        return path === '' ? null : <path key={state} d={path} fill={FILL[state][0]} stroke={FILL[state][1]} strokeWidth="0.8" />;
      })}
      {answer !== null && STATES.filter((state) => answer.parts[state].value > 0).slice(0, 5).map((state, index) => (
        <g key={state} transform={`translate(${60 + index * 216} 506)`}>
          <rect width="16" height="16" y="-15" fill={FILL[state][0]} stroke={FILL[state][1]} />
          <text x="24" fontSize="22" fill="#414a52">{words.state[state]}</text>
          <text y="36" fontSize="32" {...STRONG} fill="#14181d">{figures.count(answer.parts[state].value)}</text>
        </g>
      ))}
      <text x="60" y="598" fontSize="24" {...STRONG} fill="#14181d">{verdict}</text>
      <text x="1140" y="598" fontSize="22" textAnchor="end" fill="#59636c">{story.name}</text>
    </svg>,
  );
}

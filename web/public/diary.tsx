// Day by day: what happened, solid; what is expected, hollow. Each sentence leads to its fact.

import type { ReactElement } from 'react';
import type { DiaryEntry } from '../../src/http/contract/public.ts';
import type { State } from '../shared/custody.tsx';
import { fillOf, inkOf } from '../shared/custody.tsx';
import type { Tools } from './page-tools.tsx';

export function Diary({ tools }: { readonly tools: Tools }): ReactElement {
  const { story, words: { text } } = tools;
  // Each other promise stands in the table of all.
  const shown = story.diary.filter(({ pledge }) => pledge === null || pledge === story.answer?.pledge);
  return (
    <section aria-labelledby="diary">
      <h2 id="diary">{text.diary}</h2>
      {shown.length === 0 && <p className="text">{text.diaryNone}</p>}
      <ol className="diary">
        {shown.map((entry) => <Entry key={`${entry.fact ?? 'expected'} ${entry.at} ${tools.said(entry.said)}`} tools={tools} entry={entry} />)}
      </ol>
    </section>
  );
}

function Entry({ tools, entry: { fact, at, said, state, expected } }: { readonly tools: Tools; readonly entry: DiaryEntry }): ReactElement {
  const { words: { text }, figures, href } = tools;
  const custody: State = state === 'promised' ? 'outstanding' : state === 'corrected' ? 'lost' : state;
  return (
    <li className={expected ? 'expected' : undefined}>
      <svg width="13" height="13" aria-hidden="true">
        <circle cx="6.5" cy="6.5" r="5.5" fill={expected ? 'var(--ab-surface)' : fillOf(custody)} stroke={expected ? 'var(--ab-ink-3)' : inkOf(custody)} strokeDasharray={expected ? '2 2' : undefined} />
      </svg>
      <p className="time">
        <time dateTime={at}>{state === 'corrected' ? figures.stamp(at) : figures.moment(at)}</time>
        {expected && ` · ${text.expected}`}
        {state === 'corrected' && ` · ${text.correction}`}
      </p>
      <p>{fact === null ? tools.said(said) : <a className="quiet" href={href(`/facts/${fact}`)}>{tools.said(said)}</a>}</p>
    </li>
  );
}

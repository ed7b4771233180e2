// The page behind a number: one fact with what it says and moved, or the sum of facts that a figure is.

import type { ReactElement } from 'react';
import type { Arithmetic, FactStory, PublicStory, Wish } from '../../src/http/contract/public.ts';
import { document } from './document.tsx';
import { labelOf } from './label.ts';
import { Fill, Linked, N, capital, fill, toolsFor, unitOf, writtenOf, type Tools } from './page-tools.tsx';

/** A sum of more facts than this is told by its largest terms. */
const MOST_TERMS = 300;

export function factPage(story: PublicStory, fact: FactStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text, ...words }, figures } = tools;
  const kind = words.kinds[fact.kind] ?? fact.kind;
  const title = `${kind} · ${fill(text.factTitle, { n: figures.count(fact.seq) })}`;
  return document({ tools, title: `${title} · ${story.name}`, description: title, path: `/facts/${fact.id}`, children: <FactBody tools={tools} fact={fact} title={kind} />, className: 'small' });
}

function FactBody({ tools, fact, title }: { readonly tools: Tools; readonly fact: FactStory; readonly title: string }): ReactElement {
  const { words: { text }, figures, href } = tools;
  return (
    <article className="column">
      <p className="question"><a href={href('')}>{text.back}</a><span>{fill(text.factTitle, { n: figures.count(fact.seq) })}</span></p>
      <h1>{title}</h1>
      <dl className="fields">
        <div><dt>{text.occurred}</dt><dd><time dateTime={fact.occurredAt}>{figures.stamp(fact.occurredAt)}</time></dd></div>
        <div><dt>{text.recorded}</dt><dd><time dateTime={fact.recordedAt}>{figures.stamp(fact.recordedAt)}</time></dd></div>
      </dl>
      <h2>{text.says}</h2>
      {fact.body === null ? <p className="text">{text.factStruck}</p> : <Fields tools={tools} body={fact.body} />}
      {fact.note !== null && <p className="text"><b>{text.noteTitle}</b> · <span lang="en" dir="auto">{fact.note}</span></p>}
      <Load tools={tools} load={fact.load} />
      <Moves tools={tools} fact={fact} />
      {fact.history.length > 0 && (
        <>
          <h2>{text.history}</h2>
          <ol className="list">
            {fact.history.map(({ at, reason, before, after }) => (
              <li key={at}>
                <p><time dateTime={at}>{figures.stamp(at)}</time> · <span dir="auto">{reason}</span></p>
                <h3>{capital(text.before)}</h3>
                {before === null ? <p>{text.struck}</p> : <Fields tools={tools} body={before} />}
                <h3>{capital(text.after)}</h3>
                {after === null ? <p>{text.struck}</p> : <Fields tools={tools} body={after} />}
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>{text.sources}</h2>
      {fact.sources.length === 0 && fact.links.length === 0 && <p className="text">{text.noSource}</p>}
      <ul className="list">
        {fact.sources.map(({ id, title: name, publisher, link, licence }) => (
          <li key={id}>
            <Linked to={link} text={name} />
            <span className="source">{[publisher, licence, id === 'assumption' ? text.assumption : null].filter((it) => it !== null).join(' · ')}</span>
          </li>
        ))}
        {fact.links.map(({ link, title: name }) => <li key={link}>{text.evidence} <Linked to={link} text={name ?? link} /></li>)}
      </ul>
      <p className="source">{text.forPrograms} · <a href={`${href(`/facts/${fact.id}`).split('?')[0] ?? ''}.json`}>JSON</a> · {fact.id}</p>
    </article>
  );
}

const Fields = ({ tools, body }: { readonly tools: Tools; readonly body: Readonly<Record<string, unknown>> }): ReactElement => (
  <dl className="fields">
    {Object.entries(body).map(([field, value]) => (
      <div key={field}>
        <dt>{tools.words.fields[field] ?? field}</dt>
        <dd dir="auto">{written(tools, field, value)}</dd>
      </div>
    ))}
  </dl>
);

/** A value as people read it: figures grouped, instants on the operation's clock, codes with their names. */
function written({ story, words, figures }: Tools, field: string, value: unknown): string {
  if (typeof value === 'number') return figures.count(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((it) => written({ story, words, figures } as Tools, field, it)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return figures.stamp(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return figures.calendar(value);
  if (field === 'item') return figures.item(value);
  if (field === 'scope' || field === 'area' || field === 'areas') return figures.area(value);
  if (field === 'recipient' || field === 'recipients') return story.recipients.find(({ recipient }) => recipient === value)?.name ?? value;
  if (field === 'place' || field === 'from' || field === 'to') return story.map.places.find(({ place }) => place === value)?.name ?? value;
  return value;
}

/** Lot by lot, and the sum of each item that comes in several. */
function Load({ tools, load }: { readonly tools: Tools; readonly load: FactStory['load'] }): ReactElement | null {
  const { words: { text }, figures, href } = tools;
  if (load.length === 0) return null;
  return (
    <>
      <h2>{text.load}</h2>
      <table className="ledger">
        {[...Map.groupBy(load, ({ item }) => item)].map(([item, lots]) => (
          <tbody key={item}>
            {lots.map(({ fact, lot, units }) => (
              <tr key={fact}>
                <th scope="row"><a href={href(`/facts/${fact}`)}>{lot}</a></th>
                <td>{figures.item(item)}</td>
                <td className="number">{figures.count(units)}</td>
              </tr>
            ))}
            {lots.length > 1 && (
              <tr className="sum">
                <th scope="row">{text.all}</th>
                <td>{figures.item(item)}</td>
                <td className="number">{figures.count(lots.reduce((sum, { units }) => sum + units, 0))}</td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </>
  );
}

function Moves({ tools, fact: { moves } }: { readonly tools: Tools; readonly fact: FactStory }): ReactElement {
  const { words: { text, ...words }, figures } = tools;
  const together = [...Map.groupBy(moves, ({ pledge, item, from, to }) => [pledge, item, from, to].join('\t')).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, units: same.reduce((sum, { units }) => sum + units, 0) }];
  });
  if (together.length === 0) return <p className="text">{text.movedNone}</p>;
  return (
    <>
      <h2>{text.moved}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.fields['pledge']}</th>
            <th scope="col">{text.item}</th>
            <th scope="col">{words.fields['from']}</th>
            <th scope="col">{words.fields['to']}</th>
            <th scope="col" className="number">{words.fields['units']}</th>
          </tr>
        </thead>
        <tbody>
          {together.map(({ pledge, item, from, to, units }) => (
            <tr key={`${pledge} ${item} ${from} ${to}`}>
              <th scope="row">{pledge}</th>
              <td>{figures.item(item)}</td>
              <td>{accountName(tools, from)}</td>
              <td>{accountName(tools, to)}</td>
              <td className="number">{figures.count(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const ACCOUNTS: Readonly<Record<string, keyof Tools['words']['state']>> = { promised: 'promised', surplus: 'surplus', outstanding: 'outstanding', consigned: 'consigned', airborne: 'inTheAir', landed: 'atHub', held: 'atHub', quarantined: 'atHub', available: 'atHub', allocated: 'allocated', onward: 'onward', delivered: 'delivered', accepted: 'delivered' };
const accountName = ({ words }: Tools, account: string): string => words.state[ACCOUNTS[account] ?? 'lost'];

export function figurePage(story: PublicStory, [main, ...of]: readonly Arithmetic[], wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text } } = tools;
  if (main === undefined) return '';
  const title = `${writtenOf(tools, main.figure)} ${unitOf(tools, main.figure)}`.trim();
  const label = labelOf(tools, main.figure.key);
  return document({ tools, title: `${title} · ${label} · ${story.name}`, description: fill(text.pair, { name: text.figureTitle, value: `${title}, ${label}` }), path: `/figures/${encodeURIComponent(main.figure.key)}`, className: 'small', children: <FigureBody tools={tools} main={main} of={of} title={title} label={label} /> });
}

function FigureBody({ tools, main, of, title, label }: { readonly tools: Tools; readonly main: Arithmetic; readonly of: readonly Arithmetic[]; readonly title: string; readonly label: string }): ReactElement {
  const { words: { text }, figures, href, story } = tools;
  const [part, whole] = of;
  return (
    <article className="column">
      <p className="question"><a href={href('')}>{text.back}</a><span>{fill(text.asOf, { when: figures.stamp(story.asOf) })}</span></p>
      <h1><data value={main.figure.value}>{title}</data></h1>
      <p className="lead">{label}</p>
      <h2>{text.figureTitle}</h2>
      {part !== undefined && whole !== undefined && (
        <p className="text"><Fill text={main.how === 'share' ? text.shareOf : text.daysOf} with={{ part: <N tools={tools} figure={part.figure} />, whole: <N tools={tools} figure={whole.figure} />, percent: writtenOf(tools, main.figure), days: writtenOf(tools, main.figure) }} /></p>
      )}
      {main.how === 'sum' && (main.terms.length === 0 ? <p className="text">{text.figureNone}</p> : <Terms tools={tools} main={main} />)}
      <p className="source">{fill(text.pair, { name: text.source, value: tools.sourceNames(main.figure.sources) })}</p>
    </article>
  );
}

function Terms({ tools, main: { figure, terms } }: { readonly tools: Tools; readonly main: Arithmetic }): ReactElement {
  const { words: { text, ...words }, figures, href } = tools;
  const shown = terms.length <= MOST_TERMS ? terms : terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_TERMS);
  const isWhole = terms.every(({ value }) => Number.isInteger(value));
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.factColumn}</th>
          <th scope="col" className="number">{text.value}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ fact, kind, at, value, product }, index) => (
          <tr key={`${fact} ${index}`}>
            <td><time dateTime={at}>{figures.moment(at)}</time></td>
            <th scope="row"><a href={href(`/facts/${fact}`)}>{words.kinds[kind] ?? kind}</a>{product !== undefined && <> {figures.count(product.people)} × {figures.factor(product.perPerson)}</>}</th>
            <td className="number">{value < 0 ? '− ' : ''}{isWhole ? figures.count(Math.abs(value)) : figures.decimal(Math.abs(value))}</td>
          </tr>
        ))}
        {shown.length < terms.length && <tr><td colSpan={3}>{fill(text.moreTerms, { n: figures.count(terms.length - shown.length) })}</td></tr>}
        <tr className="sum">
          <td />
          <th scope="row">{unitOf(tools, figure)}</th>
          <td className="number">{writtenOf(tools, figure)}</td>
        </tr>
      </tbody>
    </table>
  );
}

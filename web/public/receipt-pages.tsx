// Two pages that are handed on: “where are my 500,000?”, a pledge down to the last door; and what a receiver has signed for, with
// thanks, which a ministry can share. No name of a person stands on either.

import type { ReactElement } from 'react';
import type { LotWay, PledgeStory, PublicStory, ThanksStory, Wish } from '../../src/http/contract/public.ts';
import { Swatch } from '../shared/custody.tsx';
import { document } from './document.tsx';
import { Ledger } from './evidence.tsx';
import { Fill, N, capital, fill, toolsFor, type Tools } from './page-tools.tsx';
import { SquareMeter, squaresOf } from './squares.tsx';

export function pledgePage(story: PublicStory, pledge: PledgeStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text }, figures } = tools;
  const [first] = pledge.promises;
  const title = first === undefined ? pledge.pledge : fill(text.pledgeTitle, { promised: figures.count(first.promised.value), item: figures.item(first.item) });
  return document({ tools, title: `${title} · ${story.name}`, description: title, path: `/promise/${encodeURIComponent(pledge.pledge)}`, children: <PledgeBody tools={tools} pledge={pledge} /> });
}

function PledgeBody({ tools, pledge }: { readonly tools: Tools; readonly pledge: PledgeStory }): ReactElement {
  const { story, words: { text }, figures, href } = tools;
  return (
    <article className="column">
      <p className="question"><a href={href('')}>{text.back}</a><span>{fill(text.asOf, { when: figures.stamp(story.asOf) })}</span></p>
      {pledge.promises.map((promise, index) => {
        const Title = index === 0 ? 'h1' : 'h2';
        return (
          <section key={promise.item} aria-label={capital(figures.item(promise.item))}>
            <Title><Fill text={text.pledgeTitle} with={{ promised: <N tools={tools} figure={promise.promised} />, item: figures.item(promise.item) }} /></Title>
            <p className="text" dir="auto">{fill(text.from_, { donor: promise.donor, scope: figures.area(promise.scope) })}</p>
            <p className={`verdict ${promise.verdict ?? 'pending'}`}>
              <b>{promise.verdict === null ? capital(text.verdictPending) : text[promise.verdict]}</b>
              {promise.expectedBy !== null && <span className="expected">{fill(text.expectedBy, { when: figures.moment(promise.expectedBy) })}</span>}
              {promise.due !== null && <span>{fill(text.due, { day: figures.calendar(promise.due) })}</span>}
            </p>
            {promise.because.length > 0 && <p className="because">{promise.because.map(tools.said).join(' ')}</p>}
            <SquareMeter tools={tools} promise={promise} squares={squaresOf(promise, story.items.find(({ item }) => item === promise.item)?.unitsPerCarton ?? 1)} />
            <Ledger tools={tools} promise={promise} />
          </section>
        );
      })}
      <section aria-labelledby="lots">
        <h2 id="lots">{text.lots}</h2>
        {pledge.lots.length === 0 && <p className="text">{text.lotsNone}</p>}
        {pledge.lots.map((lot) => <Lot key={lot.lot} tools={tools} lot={lot} />)}
      </section>
      <p className="source">{text.shareLink}</p>
    </article>
  );
}

const Lot = ({ tools, lot: { lot, item, consignment, announced, holdings, steps } }: { readonly tools: Tools; readonly lot: LotWay }): ReactElement => {
  const { words: { text, ...words }, figures, href } = tools;
  return (
    <section className="lot" aria-label={`${text.lot} ${lot}`}>
      <h3>{lot}</h3>
      <p className="text"><N tools={tools} figure={announced} /> {figures.item(item)}, {fill(text.consignment, { consignment })}</p>
      <h4>{text.now}</h4>
      <ul className="list">
        {holdings.map(({ state, with: who, recipient, units }) => (
          <li key={units.key}>
            <Swatch state={state} /> <b><N tools={tools} figure={units} /></b> {words.state[state].toLowerCase()}
            {who !== null && (recipient !== null && tools.story.recipients.some((it) => it.recipient === recipient && it.hasReceived) ? <> · <a href={href(`/thanks/${encodeURIComponent(recipient)}`)} dir="auto">{who}</a></> : <> · <span dir="auto">{who}</span></>)}
          </li>
        ))}
      </ul>
      <h4>{text.way}</h4>
      <ol className="diary">
        {steps.map(({ fact, kind, at, units, to }) => (
          <li key={fact}>
            <svg width="13" height="13" aria-hidden="true"><circle cx="6.5" cy="6.5" r="5.5" fill="var(--ab-ink)" /></svg>
            <p className="time"><time dateTime={at}>{figures.moment(at)}</time></p>
            <p><a className="quiet" href={href(`/facts/${fact}`)}>{fill(text.pair, { name: words.kinds[kind] ?? kind, value: figures.count(units) })}</a>{to !== null && <span dir="auto"> · {to}</span>}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

export function thanksPage(story: PublicStory, thanks: ThanksStory, wish: Wish): string {
  const tools = toolsFor(story, wish);
  const { words: { text }, figures } = tools;
  const goods = thanks.totals.map(({ item, units }) => `${figures.count(units.value)} ${figures.item(item)}`).join(', ');
  const title = `${fill(text.thanksTitle, { name: thanks.name })} ${goods}`;
  return document({ tools, title: `${title} · ${story.name}`, description: `${title}. ${text.thanksText}`, path: `/thanks/${encodeURIComponent(thanks.recipient)}`, className: 'small', children: <ThanksBody tools={tools} thanks={thanks} /> });
}

function ThanksBody({ tools, thanks: { name, totals, donors, receipts } }: { readonly tools: Tools; readonly thanks: ThanksStory }): ReactElement {
  const { story, words: { text }, figures, href } = tools;
  return (
    <article className="column">
      <p className="question"><a href={href('')}>{text.back}</a><span>{fill(text.asOf, { when: figures.stamp(story.asOf) })}</span></p>
      <h1>
        <span dir="auto">{fill(text.thanksTitle, { name })}</span>{' '}
        {totals.map(({ item, units }, index) => (
          <span key={item}>{index > 0 && ', '}<N tools={tools} figure={units} /> {figures.item(item)}</span>
        ))}
      </h1>
      <p className="lead">{text.thanksText} <span dir="auto">{fill(text.thanksTo, { donors: donors.join(', ') })}</span></p>
      <h2>{text.receipts}</h2>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col" className="number">{text.value}</th>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.donor}</th>
          </tr>
        </thead>
        <tbody>
          {receipts.map(({ fact, at, item, units, donor, pledge, isSigned, acceptedAt }) => (
            <tr key={fact}>
              <th scope="row">
                <a href={href(`/facts/${fact}`)}><time dateTime={at}>{figures.moment(at)}</time></a>
                <span className="source">{isSigned ? text.signed : text.received}{acceptedAt !== null && ` · ${text.accepted}, ${figures.moment(acceptedAt)}`}</span>
              </th>
              <td className="number"><N tools={tools} figure={units} /></td>
              <td>{figures.item(item)}</td>
              <td><span dir="auto">{donor}</span><span className="source"><a href={href(`/promise/${encodeURIComponent(pledge)}`)}>{pledge}</a></span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

// The public pages (/p/…): open to anybody, in both modes, for operations that are public. Each address says how its page is made;
// where it is kept and how it is handed out stands in public-pages.ts. The rate limiter leaves them alone: behind one proxy all
// readers are one, and a page that is kept costs next to nothing.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { storyCsv, storyWorkbook } from '../../app/announce/downloads.ts';
import { atomFeed, jsonFeed } from '../../app/announce/feeds.ts';
import { XLSX } from '../../app/papers/papers-desk.ts';
import { FactParams, FigureParams, PledgeParams, PublicParams, PublicQuery, ThanksParams, type Wish } from '../contract/public.ts';
import { fileResponses } from '../contract/responses.ts';
import type { Page } from '../page-cache.ts';
import { CARD_POLICY, isOk, type Making, type PublicPages } from '../public-pages.ts';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
/** Anybody's program may read it from anywhere. */
const ELSEWHERE = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const CARD = { width: 480, height: 300 } as const;

const open = { permission: 'open', rateLimit: false } as const;
const described = <P extends z.ZodType>(summary: string, params: P, type: string) => ({ tags: ['Public page'], summary, params, querystring: PublicQuery, response: fileResponses('As of the head of the journal; never older than two seconds.', type, 400, 404, 503) });

const html = (body: string | undefined): Page | null => (body === undefined || body === '' ? null : { type: HTML, body });
const json = (value: unknown, type = JSON_TYPE): Page => ({ type, body: JSON.stringify(value), headers: ELSEWHERE });
const pageOf = ({ story, wish }: Making, path: string, more = ''): string => `${wish.origin}/p/${encodeURIComponent(story.operation)}${path}?${new URLSearchParams({ lang: wish.lang }).toString()}${more}`;

/** An address of the operation itself: how it ends, what it is called, what it is, and how it is made. */
const PAGES: readonly (readonly [path: string, summary: string, type: string, needsWords: boolean, make: (making: Making) => Promise<Page | null> | Page | null])[] = [
  ['', 'The story in one scroll', HTML, true, ({ renderer, story, wish }) => html(renderer?.story(story, wish))],
  ['/card', 'The card that other pages embed', HTML, true, ({ renderer, story, wish }) => ({ type: HTML, body: renderer?.card(story, wish) ?? '', headers: { 'content-security-policy': CARD_POLICY, 'cross-origin-resource-policy': 'cross-origin' } })],
  ['/preview.png', 'The picture of a link, 1200 × 630', 'image/png', true, async ({ renderer, draw, story, wish }) => (renderer === null || draw === null ? null : { type: 'image/png', body: await draw(renderer.preview(story, wish)), headers: ELSEWHERE })],
  ['/feed.atom', 'What happened, as an Atom feed', 'application/atom+xml', true, (making) => ({ type: 'application/atom+xml; charset=utf-8', body: atomFeed(making.story, making.renderer?.entries(making.story, making.wish) ?? [], frameOf(making, '/feed.atom')), headers: ELSEWHERE })],
  ['/feed.json', 'What happened, as a JSON Feed', 'application/feed+json', true, (making) => json(jsonFeed(making.story, making.renderer?.entries(making.story, making.wish) ?? [], frameOf(making, '/feed.json')), 'application/feed+json; charset=utf-8')],
  ['/oembed.json', 'How to embed the card', JSON_TYPE, true, (making) => json(oembed(making))],
  ['/data.csv', 'The promises as CSV, with HXL tags', 'text/csv', false, ({ story }) => ({ type: 'text/csv; charset=utf-8', body: storyCsv(story), headers: { ...ELSEWHERE, 'content-disposition': `attachment; filename="${story.operation}.csv"` } })],
  ['/data.json', 'The whole story as JSON, with the sum behind every number', JSON_TYPE, false, ({ story: { map: _map, ...story } }) => json(story)],
  ['/data.xlsx', 'Promises, countries, figures and sources as a workbook', XLSX, false, ({ story }) => ({ type: XLSX, body: storyWorkbook(story), headers: { ...ELSEWHERE, 'content-disposition': `attachment; filename="${story.operation}.xlsx"` } })],
];

const frameOf = (making: Making, path: string): { page: string; self: string; lang: Wish['lang'] } => ({ page: pageOf(making, ''), self: pageOf(making, path), lang: making.wish.lang });

const oembed = (making: Making): object => ({
  version: '1.0',
  type: 'rich',
  title: making.story.name,
  provider_name: 'Airbridge',
  provider_url: pageOf(making, ''),
  ...CARD,
  // The operation's name is letters, digits and hyphens: nothing in the address has to be escaped but the sign between parameters.
  html: `<iframe src="${pageOf(making, '/card')}" width="${CARD.width}" height="${CARD.height}" style="border:0" title="Airbridge"></iframe>`,
  thumbnail_url: pageOf(making, '/preview.png'),
  thumbnail_width: 1200,
  thumbnail_height: 630,
});

export const publicRoutes =
  (pages: PublicPages): FastifyPluginAsyncZod =>
  async (app) => {
    for (const [path, summary, type, needsWords, make] of PAGES)
      app.get(`/:op${path}`, { config: open, schema: described(summary, PublicParams, type) }, (request, reply) => pages.answer(request, reply, { operation: request.params.op, address: path, query: request.query, needsWords, make }));

    app.get('/:op/facts/:fact', { config: open, schema: described('The fact behind a number; with .json at the end, for programs', FactParams, HTML) }, (request, reply) => {
      const { op, fact } = request.params;
      const isData = fact.endsWith('.json');
      const id = isData ? fact.slice(0, -'.json'.length) : fact;
      // A fact is what it is at any instant.
      const query = { ...request.query, at: undefined };
      return pages.answer(request, reply, { operation: op, address: `/facts/${fact}`, query, needsWords: !isData, make: async ({ edition, renderer, story, wish }) => {
        const found = isOk(await edition.fact(id));
        return found === null ? null : isData ? json(found) : html(renderer?.fact(story, found, wish));
      } });
    });

    app.get('/:op/figures/:figure', { config: open, schema: described('How a number comes about; with .json at the end, for programs', FigureParams, HTML) }, (request, reply) => {
      const { op, figure } = request.params;
      const isData = figure.endsWith('.json');
      const key = isData ? figure.slice(0, -'.json'.length) : figure;
      return pages.answer(request, reply, { operation: op, address: `/figures/${figure}`, query: request.query, needsWords: !isData, make: async ({ edition, renderer, story, wish }) => {
        const found = isOk(await edition.arithmetic(story, key));
        return found === null ? null : isData ? json(found) : html(renderer?.figure(story, found, wish));
      } });
    });

    app.get('/:op/promise/:pledge', { config: open, schema: described('A promise down to the last door', PledgeParams, HTML) }, (request, reply) => {
      const { op, pledge } = request.params;
      return pages.answer(request, reply, { operation: op, address: `/promise/${pledge}`, query: request.query, needsWords: true, make: async ({ edition, renderer, story, wish }) => {
        const found = isOk(await edition.pledge(story, pledge));
        return found === null ? null : html(renderer?.pledge(story, found, wish));
      } });
    });

    app.get('/:op/thanks/:recipient', { config: open, schema: described('What a receiver has signed for, with thanks', ThanksParams, HTML) }, (request, reply) => {
      const { op, recipient } = request.params;
      return pages.answer(request, reply, { operation: op, address: `/thanks/${recipient}`, query: request.query, needsWords: true, make: async ({ edition, renderer, story, wish }) => {
        const found = isOk(await edition.thanks(story, recipient));
        return found === null ? null : html(renderer?.thanks(story, found, wish));
      } });
    });
  };

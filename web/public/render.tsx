// The renderer that the server loads: each public page as one document, without a script. Built into dist/public/render.js
// (vite.public.ts).

import { renderToStaticMarkup } from 'react-dom/server';
import type { PublicStory, Renderer, SaidEntry, Wish } from '../../src/http/contract/public.ts';
import { cardPage, previewPicture } from './card.tsx';
import { factPage, figurePage } from './fact-page.tsx';
import { WORDS, toolsFor, wordsIn } from './page-tools.tsx';
import { pledgePage, thanksPage } from './receipt-pages.tsx';
import { storyPage } from './story-page.tsx';

function refusal(status: number, remedy: string, { lang }: Wish): string {
  const { text } = wordsIn(lang);
  const title = status === 404 ? text.notFound : status === 503 ? text.notNow : text.refused;
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{':root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}'}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p lang="en">{remedy}</p>
        </main>
      </body>
    </html>,
  )}`;
}

function entries(story: PublicStory, wish: Wish): SaidEntry[] {
  const tools = toolsFor(story, wish);
  return story.diary
    .flatMap(({ fact, at, recordedAt, said, state }) => (fact === null || recordedAt === null ? [] : [{ id: state === 'corrected' ? `${fact}/${recordedAt}` : fact, at, recordedAt, text: tools.said(said), link: `${wish.origin}${tools.href(`/facts/${fact}`, { at: null, dir: 'ltr' })}` }]))
    .toReversed();
}

export const renderer: Renderer = { languages: Object.keys(WORDS), story: storyPage, card: cardPage, figure: figurePage, pledge: pledgePage, thanks: thanksPage, fact: factPage, preview: previewPicture, refusal, entries };

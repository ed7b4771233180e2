// The frame of every public page: head with what other programs read, header with the languages, the story in the middle, footer.

import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import css from './public.css?inline';
import { Patterns } from '../shared/custody.tsx';
import { WORDS, asScript, type Tools } from './page-tools.tsx';

/** Without a script nobody can choose: the page is as light or dark as the reader's system. */
const STYLE = css.replace(/\[data-theme=['"]?dark['"]?\]\s*\{([^}]*)\}/, '@media screen and (prefers-color-scheme: dark) { :root {$1} }');

export interface DocumentProps {
  readonly tools: Tools;
  readonly title: string;
  readonly description: string;
  /** Of the page itself, below `/p/{operation}`. */
  readonly path: string;
  readonly children: ReactNode;
  /** Schema.org, where the page has something to say to machines. */
  readonly data?: object;
  readonly className?: string;
  /** A card has neither header nor footer. */
  readonly bare?: boolean;
}

function Head({ tools, title, description, path, data }: DocumentProps): ReactElement {
  const { story, wish, href } = tools;
  const absolute = (address: string): string => `${wish.origin}${address}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="data:," />
      <link rel="canonical" href={absolute(href(path, { dir: 'ltr' }))} />
      {Object.keys(WORDS).map((lang) => <link key={lang} rel="alternate" hrefLang={lang} href={absolute(href(path, { lang, dir: 'ltr' }))} />)}
      <link rel="alternate" type="application/atom+xml" title={story.name} href={absolute(href('/feed.atom', { at: null, dir: 'ltr' }))} />
      <link rel="alternate" type="application/feed+json" title={story.name} href={absolute(href('/feed.json', { at: null, dir: 'ltr' }))} />
      <link rel="alternate" type="application/json+oembed" title={title} href={absolute(href('/oembed.json', { at: null, dir: 'ltr' }))} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={story.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={absolute(href(path, { dir: 'ltr' }))} />
      <meta property="og:locale" content={wish.lang} />
      <meta property="og:image" content={absolute(href('/preview.png', { dir: 'ltr' }))} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
      {data !== undefined && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asScript(data) }} />}
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
  );
}

export function document(props: DocumentProps): string {
  const { tools, path, children, className, bare = false } = props;
  const { story, wish, words: { text }, href } = tools;
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={wish.lang} dir={wish.dir}>
      <Head {...props} />
      <body className={className}>
        <Patterns />
        {bare ? (
          children
        ) : (
          <>
            <a className="skip" href="#story">{text.skip}</a>
            <header className="top">
              <p>
                <a className="mark" href={href('')}>Airbridge</a> <span>{story.name}</span>
              </p>
              <nav aria-label={text.languages}>
                {Object.entries(WORDS).map(([lang, { own }]) => (
                  <a key={lang} href={href(path, { lang })} lang={lang} hrefLang={lang} aria-current={lang === wish.lang ? 'true' : undefined}>{own}</a>
                ))}
              </nav>
            </header>
            <main id="story">{children}</main>
            <footer>
              <p>{text.footer}</p>
            </footer>
          </>
        )}
      </body>
    </html>,
  )}`;
}

// The days of a story as feeds: Atom (RFC 4287) and JSON Feed 1.1. An entry keeps its id for good; a correction is an entry of its own.

import type { PublicStory } from './shape.ts';

export interface Said {
  /** Of the fact, and of the correction where it is one. */
  readonly id: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly text: string;
  readonly link: string;
}

export interface FeedFrame {
  readonly page: string;
  readonly self: string;
  readonly lang: string;
}

/** Characters that XML 1.0 has no place for are left out. */
// eslint-disable-next-line no-control-regex -- these are the very characters
const xml = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
const idOf = ({ operation }: PublicStory, id: string): string => `urn:airbridge:${operation}:${id}`;

export const atomFeed = (story: PublicStory, entries: readonly Said[], { page, self, lang }: FeedFrame): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(lang)}">\n<id>${xml(idOf(story, 'feed'))}</id>\n<title>${xml(story.name)}</title>\n<updated>${xml(story.lastFact.recordedAt)}</updated>\n<author><name>${xml(story.name)}</name></author>\n` +
  `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>\n<link rel="alternate" type="text/html" href="${xml(page)}"/>\n` +
  `${entries.map(({ id, at, recordedAt, text, link }) => `<entry><id>${xml(idOf(story, id))}</id><title>${xml(text)}</title><published>${xml(at)}</published><updated>${xml(recordedAt)}</updated><link rel="alternate" type="text/html" href="${xml(link)}"/><content type="text">${xml(text)}</content></entry>\n`).join('')}</feed>\n`;

export const jsonFeed = (story: PublicStory, entries: readonly Said[], { page, self, lang }: FeedFrame): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: story.name,
  home_page_url: page,
  feed_url: self,
  language: lang,
  items: entries.map(({ id, at, recordedAt, text, link }) => ({ id: idOf(story, id), url: link, title: text, content_text: text, date_published: at, date_modified: recordedAt })),
});

// The same post twice is one claim; two figures of one page, and the same figure from somebody else, are two.

import { expect, test } from 'vitest';
import { journal, type Line } from '../../../test/support/journal.ts';
import { saidIn } from './claims.ts';

const claim = (code: string, at: number, body: object = {}): Line => ['claim.recorded', at, { claim: code, author: 'a foundation', channel: 'post', language: 'en', summary: 'x', item: 'mask', units: 500, stance: 'supports', ...body }];
const link = 'https://x.example/foundation/status/12';

test.each<[string, Line, Line, number]>([
  ['the same link', claim('A', 1, { link }), claim('B', 2, { link }), 1],
  ['the same link, shared on', claim('A', 1, { link }), claim('B', 2, { link: 'http://www.x.example/foundation/status/12/?s=20&utm_source=mail#top', author: 'a reader', channel: 'mail' }), 1],
  ['the same author, channel and instant', claim('A', 1), claim('B', 1), 1],
  ['the same snapshot', claim('A', 1, { snapshot: 'a'.repeat(64) }), claim('B', 2, { snapshot: 'a'.repeat(64), author: 'a reader' }), 1],
  ['two figures under one link', claim('A', 1, { link }), claim('B', 1, { link, units: 600 }), 2],
  ['two items in one post', claim('A', 1), claim('B', 1, { item: 'kit' }), 2],
  ['two links at one instant', claim('A', 1, { link }), claim('B', 1, { link: `${link}3` }), 2],
  ['another query, another page', claim('A', 1, { link: `${link}?id=1` }), claim('B', 2, { link: `${link}?id=2` }), 2],
  ['somebody else says the same', claim('A', 1), claim('B', 1, { author: 'a paper' }), 2],
  ['the same words a day later', claim('A', 1), claim('B', 25), 2],
])('%s', (_, first, second, count) => {
  const said = saidIn(journal([first, second]));
  expect(said).toHaveLength(count);
  expect(said[0]?.alsoSeen.map(({ claim: code }) => code)).toEqual(count === 1 ? ['B'] : []);
});

import { expect, test } from 'vitest';
import { Changes } from './what-if.ts';
import { changesIn, linkOf } from './change-link.ts';

const ALL = Changes.parse([
  { kind: 'need', times: 1.2 },
  { kind: 'need', times: 0.5, area: 'IT-25', item: 'ffp2' },
  { kind: 'need', times: 2, item: 'ffp2' },
  { kind: 'flight', like: 'F4', days: 7, times: 2 },
  { kind: 'rail' },
  { kind: 'rail', to: ['ITMXP', 'ITFCO'] },
  { kind: 'hub', place: 'ITMXP', areas: ['IT', 'ES'] },
]);

test('changes come back out of an address as they went in', () => {
  expect(linkOf(ALL)).toBe('need*1.2,need:IT-25:ffp2*0.5,need::ffp2*2,flight:F4+7*2,rail,rail:ITMXP.ITFCO,hub:ITMXP:IT.ES');
  expect(changesIn(linkOf(ALL))).toEqual({ changes: ALL, unread: 0 });
});

test.each(['need', 'need*99', 'flight:F4', 'hub:Milano:IT', 'tax*2', 'rail:x'])('what cannot be read is left out, and counted: %s', (part) => expect(changesIn(`rail,${part}`)).toEqual({ changes: [{ kind: 'rail' }], unread: 1 }));
test('an empty address carries none', () => expect(changesIn('')).toEqual({ changes: [], unread: 0 }));

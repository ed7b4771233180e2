// Instants, local days and timetables, over the change to summer time of 29 March 2020.

import { describe, expect, test } from 'vitest';
import { LocalDateTime, LocalTime, Zone, Instant, atZone, endOfDay, hoursBetween, nextOpen, readInstant, writeInstant, LocalDate } from './time.ts';

const brussels = Zone.parse('Europe/Brussels');
const read = (text: string): string => {
  const at = readInstant(text, brussels);
  return at.ok ? at.value : at.error;
};

describe('what people write for an instant', () => {
  test.each([
    ['2020-03-13T23:00:00Z', '2020-03-13T23:00:00.000Z'],
    ['2020-03-13T23:00+01:00', '2020-03-13T22:00:00.000Z'],
    [' 2020-03-13T23:00:00.5Z ', '2020-03-13T23:00:00.500Z'],
    ['2020-03-16', '2020-03-16T22:59:59.999Z'],
    ['2020-03-29', '2020-03-29T21:59:59.999Z'],
  ])('%s is %s', (text, instant) => expect(read(text)).toBe(instant));
  test.each(['2020-02-30T08:00:00Z', '2020-02-30', '13/03/2020', '2020-03-13 23:00', '2020-03-13T25:00:00Z', ''])('%s is refused', (text) => expect(readInstant(text, brussels).ok).toBe(false));
  test('the shortest form says the same', () => {
    const at = Instant.parse('2020-03-13T23:00:00.000Z');
    expect(writeInstant(at)).toBe('2020-03-13T23:00:00Z');
    expect(read(writeInstant(at))).toBe(at);
  });
});

describe('29 March 2020', () => {
  const wall = (text: string): string => {
    const at = atZone(LocalDateTime.parse(text), brussels);
    return at.ok ? at.value : at.error;
  };
  test('01:59 is winter time, 03:00 the minute after', () => {
    expect(wall('2020-03-29T01:59')).toBe('2020-03-29T00:59:00.000Z');
    expect(wall('2020-03-29T03:00')).toBe('2020-03-29T01:00:00.000Z');
  });
  test('02:30 does not exist', () => expect(wall('2020-03-29T02:30')).toMatch(/does not exist in Europe\/Brussels/));
  test('25 October: 02:30 comes twice, and means the first', () => expect(wall('2020-10-25T02:30')).toBe('2020-10-25T00:30:00.000Z'));
  test('a truck from 20:00 to 08:00 is eleven hours on the road', () =>
    expect(hoursBetween(Instant.parse('2020-03-28T19:00:00.000Z'), Instant.parse(wall('2020-03-29T08:00')))).toBe(11));
  test('the day has 23 hours', () => expect(hoursBetween(endOfDay(LocalDate.parse('2020-03-28'), brussels), endOfDay(LocalDate.parse('2020-03-29'), brussels))).toBe(23));
});

describe('opening hours', () => {
  const hours = { opens: LocalTime.parse('06:00'), closes: LocalTime.parse('22:00'), zone: brussels };
  const night = { opens: LocalTime.parse('22:00'), closes: LocalTime.parse('06:00'), zone: brussels };
  test.each([
    ['in the day', hours, '2020-03-13T20:30:00.000Z', '2020-03-13T20:30:00.000Z'],
    ['at night: the next morning', hours, '2020-03-13T21:30:00.000Z', '2020-03-14T05:00:00.000Z'],
    ['before dawn: the same morning', hours, '2020-03-14T03:00:00.000Z', '2020-03-14T05:00:00.000Z'],
    ['over the change: six o’clock in summer time', hours, '2020-03-28T22:00:00.000Z', '2020-03-29T04:00:00.000Z'],
    ['a place that opens at night', night, '2020-03-14T02:00:00.000Z', '2020-03-14T02:00:00.000Z'],
    ['the same by day: in the evening', night, '2020-03-14T12:00:00.000Z', '2020-03-14T21:00:00.000Z'],
    ['no hours: always', { zone: brussels }, '2020-03-14T03:00:00.000Z', '2020-03-14T03:00:00.000Z'],
  ])('%s', (_, place, at, open) => expect(nextOpen(Instant.parse(at), place)).toBe(open));
});

// Areas that a source calls otherwise than before: the same code under another name ("Czech Republic", "Czechia"), or a known name under
// another code. Each is told once; figures are entered by the code. Pure.

import { countFault, type CountFault, type OfficialCount } from '../domain/need/counts.ts';

/** @param known area → what it was called last, by earlier files of the series. */
export function renames(counts: readonly OfficialCount[], known: ReadonlyMap<string, string>): CountFault[] {
  const codes = new Map([...known].map(([area, name]) => [name, area]));
  const called = new Map(known);
  const told = new Set<string>();
  const faults: CountFault[] = [];
  for (const { area, name, date } of counts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const before = called.get(area);
    if (before !== undefined && before !== name && !told.has(`${area}\t${name}`)) {
      told.add(`${area}\t${name}`).add(`${area}\t${before}`);
      faults.push(countFault('renamed', { area, date, value: name }, `${area} is called ${name}, and was called ${before}`, 'nothing where it is the same country; if it is not, correct the code in the source’s file'));
    }
    called.set(area, name);
    const other = codes.get(name);
    if (other !== undefined && other !== area && !told.has(name)) {
      told.add(name);
      faults.push(countFault('renamed', { area, date, value: area }, `${name} has the code ${area}, and had ${other}`, `look up which code is right: figures are entered under ${area}, and those under ${other} go on without it`));
    }
    if (other === undefined) codes.set(name, area);
  }
  return faults;
}

/** What each area is called last, where that is new or another. */
export function newNames(counts: readonly OfficialCount[], known: ReadonlyMap<string, string>): { readonly area: string; readonly name: string }[] {
  const last = new Map<string, OfficialCount>();
  for (const count of counts) if ((last.get(count.area)?.date ?? '') <= count.date) last.set(count.area, count);
  return [...last.values()].flatMap(({ area, name }) => (name === '' || known.get(area) === name ? [] : [{ area, name: name.slice(0, 200) }]));
}

// Changes in one line, for an address and a terminal: `need*1.2`, `flight:F4+7*1`, `rail`, `rail:ITMXP.ITFCO`, `hub:ITMXP:IT.ES`, several
// with a comma between them. Short enough to read, and read back by the same rules that the server checks. What cannot be read is left out.

import { Change } from './what-if.ts';

export const linkOf = (changes: readonly Change[]): string => changes.map(written).join(',');

function written(change: Change): string {
  switch (change.kind) {
    case 'need':
      return `need${change.area === undefined && change.item === undefined ? '' : `:${change.area ?? ''}:${change.item ?? ''}`}*${change.times}`;
    case 'flight':
      return `flight:${change.like}+${change.days}*${change.times}`;
    case 'rail':
      return change.to === undefined ? 'rail' : `rail:${change.to.join('.')}`;
    case 'hub':
      return `hub:${change.place}:${change.areas.join('.')}`;
  }
}

/** `unread`: how many could not be. */
export function changesIn(link: string): { readonly changes: readonly Change[]; readonly unread: number } {
  const parts = link.split(',').filter((part) => part !== '');
  const changes = parts.flatMap((part): Change[] => { const read = Change.safeParse(draftOf(part)); return read.success ? [read.data] : []; });
  return { changes, unread: parts.length - changes.length };
}

function draftOf(part: string): unknown {
  const [, area = '', item = '', times] = /^need(?::([^:*]*):([^:*]*))?\*([\d.]+)$/.exec(part) ?? [];
  if (times !== undefined) return { kind: 'need', times: Number(times), ...(area !== '' && { area }), ...(item !== '' && { item }) };
  const [, like, days, copies] = /^flight:(.+)\+(\d+)\*(\d+)$/.exec(part) ?? [];
  if (like !== undefined) return { kind: 'flight', like, days: Number(days), times: Number(copies) };
  const [, place, areas] = /^hub:([^:]+):(.+)$/.exec(part) ?? [];
  if (place !== undefined) return { kind: 'hub', place, areas: areas?.split('.') };
  const [isRail, to] = /^rail(?::(.+))?$/.exec(part) ?? [];
  return isRail === undefined ? null : { kind: 'rail', ...(to !== undefined && { to: to.split('.') }) };
}

// What a figure is called, from its name: `P1:surgical-mask:landed` is “Landed, promise P1”.

import type { Tools } from './page-tools.tsx';
import { capital } from './page-tools.tsx';

export function labelOf({ words, figures, story }: Tools, key: string): string {
  const { text, state, fields } = words;
  const parts = key.split(':');
  const [first = '', second = ''] = parts;
  const last = parts.at(-1) ?? '';
  const isState = (name: string): name is keyof typeof state => Object.hasOwn(state, name);
  if (first === 'country') {
    const heads: Readonly<Record<string, string>> = { bound: text.bound, delivered: text.delivered, 'under-way': text.underWay, 'per-day': text.perDay };
    return `${heads[last] ?? last}, ${figures.area(second)}`;
  }
  if (first === 'need') return `${last === 'landed' ? state.landed : text.perDay}, ${figures.area(second)}`;
  if (first === 'census') return `${(last === 'wards' ? fields['wards'] : fields['intensiveCare']) ?? last}, ${figures.area(second)}`;
  if (first === 'count') return (last === 'cases' ? fields['cases'] : fields['deaths']) ?? last;
  if (first === 'claim') return `${fields['claim'] ?? first} ${second}`;
  if (first === 'lot') return `${text.lot} ${second}${isState(parts[2] ?? '') ? `, ${state[parts[2] as keyof typeof state]}` : ''}`;
  if (first === 'receipt' || first === 'received') return `${capital(text.received)}${first === 'received' ? `, ${story.recipients.find(({ recipient }) => recipient === second)?.name ?? second}` : ''}`;
  return `${isState(last) ? state[last] : last}, ${fields['pledge'] ?? ''} ${first}`.trim();
}

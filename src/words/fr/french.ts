// French, as its typographers write it: an hour as 8 h 05, a no-break space before : ; ? ! % € and inside « ».

import type { Language } from '../language.ts';
import { alerts } from './alerts.ts';
import { announcements } from './announcements.ts';
import { contradictions } from './contradictions.ts';
import { announce } from './announce.ts';
import { diary } from './diary.ts';
import { hubs } from './hubs.ts';
import { changes, lines, needs, notes, parts } from './plans.ts';
import { explanations, promises } from './promises.ts';
import { requests } from './requests.ts';

const NO_BREAK = '\u00A0';

export const french: Language = {
  tag: 'fr',
  words: { ...parts, ...lines, ...needs, ...changes, ...notes, ...promises, ...contradictions, ...explanations, ...alerts, ...announcements, ...diary, ...announce, ...hubs, ...requests },
  names: {
    items: { 'surgical-mask': 'masques chirurgicaux', ffp2: 'masques FFP2', gown: 'blouses d’isolement', suit: 'combinaisons de protection', 'face-shield': 'visières', 'test-kit': 'kits de test', ventilator: 'respirateurs', gloves: 'gants d’examen' },
    areas: { EU: 'UE', EFTA: 'AELE', EUROPE: 'Europe' },
    papers: { 'export-authorisation': 'autorisation d’exportation' },
  },
  weekday: 'long',
  moment: ({ weekday, day, month, hour, minute }) => `${weekday} ${day === '1' ? '1er' : day} ${month} à ${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`,
  more: { one: 'autre', other: 'autres' },
  // Intl groups with the narrow space U+202F, which the pages' face draws too thin to see.
  typeset: (text) => text.replaceAll('\u202F', NO_BREAK).replace(/ (?=[:;?!»%€])/g, NO_BREAK).replaceAll('« ', `«${NO_BREAK}`),
};

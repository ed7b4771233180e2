// English: the language of the command line, and of every `why` in an answer to a program.

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

export const english: Language = {
  tag: 'en-GB',
  words: { ...parts, ...lines, ...needs, ...changes, ...notes, ...promises, ...contradictions, ...explanations, ...alerts, ...announcements, ...diary, ...announce, ...hubs, ...requests },
  names: {
    items: { 'surgical-mask': 'surgical masks', ffp2: 'FFP2 respirators', gown: 'isolation gowns', suit: 'protective suits', 'face-shield': 'face shields', 'test-kit': 'test kits', ventilator: 'ventilators', gloves: 'examination gloves' },
    areas: { EU: 'the EU', EFTA: 'the EFTA states', EUROPE: 'Europe' },
    papers: {},
  },
  weekday: 'short',
  moment: ({ weekday, day, month, hour, minute }) => `${weekday} ${day} ${month}, ${hour}:${minute}`,
  more: { other: 'more' },
  typeset: (text) => text,
};

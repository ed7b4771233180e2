// Official counts: so many deaths or cases, where, as of which day, by whom. What might be is an estimate, and a figure in words
// stays words.

import type { Framing } from './frames.ts';
import type { Mention } from './mentions.ts';
import { isCue } from './scene.ts';
import { isVerb, type VerbMention } from './segments.ts';
import type { Because, Fields, Said } from './shape.ts';

type NumberMention = Extract<Mention, { type: 'number' }>;

/** Tokens between a figure and what it counts: “6,705 people had died”, “death toll in Italy rose to 2,158”. */
const [BEFORE, AFTER] = [5, 12];

export function counts(framing: Framing): void {
  const { scene } = framing;
  const cues = scene.segment.mentions.filter(isVerb).filter(({ cue }) => cue.sense === 'deaths' || cue.sense === 'cases');
  const taken = new Set<Mention>();
  for (const cue of cues) {
    const number = numberFor(framing, cue, taken);
    const vague = number === null ? scene.cues('vague').find((it) => !taken.has(it)) : undefined;
    if (number === null && vague === undefined) continue;
    taken.add(number ?? vague ?? cue);
    if (number !== null) framing.use(number);
    const possible = scene.cues('modal').find((it) => it.cue.certainty === 'possible');
    const isEstimate = possible !== undefined || vague !== undefined;
    const { areas } = framing.saidAreas(framing.areas(undefined, 'in', 'of', 'subject', 'to'));
    const { date, because } = framing.date('done', scene.segment.from, scene.segment.to, true);
    const fields: Fields = {
      measure: scene.said(cue.cue.sense === 'deaths' ? ('deaths' as const) : ('cases' as const), cue),
      ...(number !== null && { quantity: quantityOf(framing, number) }), ...(vague !== undefined && { vague: scene.said(scene.said(null, vague).words, vague) }),
      ...(areas && { areas }), ...(date && { date }), ...sourceOf(framing),
      certainty: possible !== undefined ? scene.said('possible' as const, possible) : scene.said('done' as const, cue),
    };
    const why: Because[] = [{ rule: 'cue', span: scene.span(cue) }, ...(possible ? [{ rule: 'conditional' as const, span: scene.span(possible) }] : []), ...(vague ? [{ rule: 'vague' as const, span: scene.span(vague) }] : []), ...because];
    framing.propose(isEstimate ? 'estimate' : 'count', fields, why);
  }
}

function numberFor({ scene }: Framing, cue: VerbMention, taken: ReadonlySet<Mention>): NumberMention | null {
  const { mentions } = scene.segment;
  const counted = (it: Mention): it is NumberMention => it.type === 'number' && (it.as === 'quantity' || it.as === 'people') && !taken.has(it) && it.number.readings.length > 0;
  const isGoods = (number: NumberMention): boolean => mentions.some((it) => (it.type === 'item' || isCue(it, 'flight')) && it.from > number.to && it.from - number.to <= 3);
  const before = mentions.findLast((it): it is NumberMention => counted(it) && it.to < cue.from && cue.from - it.to <= BEFORE && !isGoods(it));
  if (before !== undefined) return before;
  const after = mentions.find((it): it is NumberMention => counted(it) && it.from > cue.to && it.from - cue.to <= AFTER && !isGoods(it));
  const other = mentions.find((it) => isVerb(it) && (it.cue.sense === 'deaths' || it.cue.sense === 'cases') && it.from > cue.to && after !== undefined && it.from - after.to <= 2 && it.from > after.to);
  if (other !== undefined || after === undefined) return null;
  // From 5,000 to 6,705: the second is the count.
  const risen = ['from', 'de'].includes(scene.plain(after.from - 1)) && ['to', 'à'].includes(scene.plain(after.to + 1)) ? mentions.find((it): it is NumberMention => counted(it) && it.from === after.to + 2) : undefined;
  return risen ?? after;
}

function quantityOf({ scene }: Framing, number: NumberMention): NonNullable<Fields['quantity']> {
  const qualifier = scene.cues('qualifier').find(({ to }) => to === number.from - 1);
  const { readings } = number.number;
  const isOpen = readings.length > 1;
  return scene.said({ least: isOpen ? null : (readings[0] ?? null), most: isOpen ? null : (readings[0] ?? null), qualifier: qualifier?.cue.qualifier ?? 'exactly', unit: 'pieces', readings: isOpen ? readings : [] }, { from: qualifier?.from ?? number.from, to: number.to });
}

/** What follows “according to”, to the next comma. */
function sourceOf({ scene }: Framing): { readonly source?: Said<string> } {
  const said = scene.cues('said')[0];
  if (said === undefined) return {};
  const { tokens } = scene.ground;
  let to = said.to;
  while (to < scene.segment.to && tokens[to + 1]?.kind === 'word') to += 1;
  return to === said.to ? {} : { source: scene.said(scene.said(null, { from: said.to + 1, to }).words, { from: said.to + 1, to }) };
}

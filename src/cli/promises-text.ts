// The report on promises as a person reads it: the meter, each contradiction with its readings side by side and the position taken,
// then what was said.

import { count, moment, percent } from '../app/figures.ts';
import type { PromisesReport } from '../app/promise/promises.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/say.ts';
import type { Ink } from './ink.ts';
import { unitsOrDash } from './status-text.ts';
import { table } from './table.ts';

type Found = PromisesReport['contradictions'][number];
type Claim = PromisesReport['claims'][number];
type Row = PromisesReport['meter']['pledges'][number];

export function promisesText(report: PromisesReport, ink: Ink, language: Language): string {
  const { asOf, claims, contradictions, meter } = report;
  const open = contradictions.filter(({ state }) => state === 'open' || state === 'reopened');
  const decided = contradictions.filter(({ state }) => state !== 'context');
  const again = claims.reduce((sum, { alsoSeen }) => sum + alsoSeen.length, 0);
  const head = `As it stood on ${moment(asOf)}: ${count(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'}${again === 0 ? '' : ` (${count(again)} seen again, counted once)`}, ${count(open.length)} of ${count(decided.length)} ${decided.length === 1 ? 'contradiction' : 'contradictions'} open.`;
  return [head, meterText(meter.pledges), ...contradictions.map((it) => contradictionText(it, report, ink, language)), claimsText(claims)].filter((part) => part !== '').join('\n\n');
}

function meterText(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return table(
    [
      { title: 'promise', cell: ({ pledge }: Row) => pledge },
      { title: 'item', cell: ({ item }: Row) => item },
      { title: 'for', cell: ({ scope }: Row) => scope },
      { title: 'promised', cell: ({ promised }: Row) => unitsOrDash(promised), right: true },
      { title: 'ever consigned', cell: ({ everConsigned }: Row) => unitsOrDash(everConsigned), right: true },
      { title: 'ever landed', cell: ({ everLanded }: Row) => unitsOrDash(everLanded), right: true },
      { title: 'ever delivered', cell: ({ everDelivered }: Row) => unitsOrDash(everDelivered), right: true },
      { title: 'landed', cell: ({ landedShare }: Row) => percent(landedShare), right: true },
      { title: 'delivered', cell: ({ deliveredShare }: Row) => percent(deliveredShare), right: true },
    ],
    rows,
  );
}

const STATES: Readonly<Record<Found['state'], string>> = { open: 'open', reopened: 'open again', settled: 'position taken', context: 'context' };

function contradictionText({ contradiction, state, says, settles, readings, position, joined }: Found, { claims }: PromisesReport, ink: Ink, language: Language): string {
  const word = state === 'open' || state === 'reopened' ? ink.bad(STATES[state]) : ink.quiet(STATES[state]);
  const authorOf = (code: string): string => claims.find(({ claim }) => claim === code)?.author ?? code;
  const lines = readings.map((it) => {
    const figure = [it.units === null ? null : count(it.units), it.mode === null ? null : `by ${it.mode}`, it.run, it.place, it.day].filter((part) => part !== null).join(', ');
    const whose = it.from === 'pledge' ? 'accepted as the pledge' : it.from === 'ledger' ? 'our ledger' : it.from === 'sum' ? 'added up by us' : it.claims.length === 0 ? it.sources.join(', ') : [...new Set(it.claims.map(authorOf))].join(', ');
    return `  ${position?.reading === it.reading ? '→' : ' '} ${figure}  ${ink.quiet(`${whose}, ${moment(it.at)}${it.claims.length === 0 ? '' : ` (${it.claims.join(' ')})`}`)}`;
  });
  const taken = position === null ? [] : [`    ${moment(position.at)}, ${position.by}: ${position.reason}`];
  const since = joined.length === 0 ? [] : [`    since then: ${joined.join(' ')}`];
  const what = state === 'open' || state === 'reopened' ? [ink.quiet(`    What would settle it: ${say(settles, language)}`)] : [];
  return [`${say(says, language)} ${word} ${ink.quiet(contradiction)}`, ...lines, ...taken, ...since, ...what].join('\n');
}

function claimsText(claims: readonly Claim[]): string {
  if (claims.length === 0) return 'Nothing has been said in public that is on record.';
  return table(
    [
      { title: 'claim', cell: ({ claim }: Claim) => claim },
      { title: 'said (UTC)', cell: ({ at }: Claim) => at.slice(0, 16).replace('T', ' ') },
      { title: 'author', cell: ({ author }: Claim) => author },
      { title: 'units', cell: ({ units }: Claim) => (units === null ? '' : count(units)), right: true },
      { title: 'what', cell: ({ summary }: Claim) => (summary.length > 90 ? `${summary.slice(0, 89)}…` : summary) },
    ],
    claims,
  );
}

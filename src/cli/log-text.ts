// What the check of a transparency log says to a person.

import { count } from '../app/figures.ts';
import type { Verified } from '../log/verify.ts';
import type { TotalsRow } from '../log/totals.ts';
import type { Ink } from './ink.ts';
import { unitsOrDash } from './status-text.ts';
import { table } from './table.ts';

const TITLES = { promised: 'promised', surplus: 'surplus', outstanding: 'outstanding', consigned: 'consigned', inTheAir: 'in the air', atHub: 'at hub', onward: 'onward', delivered: 'delivered', lost: 'lost', everLanded: 'ever landed' } as const satisfies Partial<Record<keyof TotalsRow, string>>;
/** A column in which nobody has a unit is left out. */
const RARE = new Set(['surplus', 'consigned', 'in the air', 'onward', 'lost']);

export const problemLines = ({ problems }: Pick<Verified, 'problems'>, ink: Ink): string[] => problems.flatMap(({ where, problem, remedy }) => [ink.bad(`  ${where}: ${problem}.`), ink.quiet(`    ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`)]);

export function verifiedText(verified: Verified, ink: Ink): string {
  const { ok, origin, size, root, key, keyIsKnown, asOf, totals, checked } = verified;
  const head = ok ? ink.good('The log holds') : ink.bad('The log does not hold');
  const what = size === null ? '' : `: ${count(checked.leaves)} leaves, ${count(checked.tiles)} tiles, ${count(checked.proofs)} proofs${checked.kept > 0 ? `, ${count(checked.kept)} earlier checkpoints` : ''}`;
  const lines = [`${head}${what}.`, ...problemLines(verified, ink)];
  if (origin !== null) lines.push('', `log   ${origin}`, `size  ${count(size ?? 0)}`, `root  ${root ?? ''}`, `key   ${key ?? ''}`);
  if (key !== null && !keyIsKnown) lines.push(ink.quiet('The key is the log’s own word. Compare it with what the operation prints elsewhere, and give it next time: --key'));
  if (totals.length > 0) {
    const columns = [
      { title: 'promise', cell: ({ pledge }: TotalsRow) => pledge },
      { title: 'item', cell: ({ item }: TotalsRow) => item },
      ...(Object.keys(TITLES) as (keyof typeof TITLES)[]).map((name) => ({ title: TITLES[name], cell: (row: TotalsRow) => unitsOrDash(row[name]), right: true })),
    ].filter(({ title, cell }) => !RARE.has(title) || totals.some((row) => cell(row) !== '–'));
    const byName = new Intl.Collator('en', { numeric: true });
    lines.push('', `Where the units are${asOf === null ? '' : ` as of ${asOf}`}, by the leaves alone`, '', table(columns, totals.toSorted((a, b) => byName.compare(`${a.pledge} ${a.item}`, `${b.pledge} ${b.item}`))));
  }
  return lines.join('\n');
}

// The estimate that a request is held against: units a day of its area by the official counts. A recipient that others share the
// area with, or that has them inside its own, is held against a bound from above alone: what its part is, no count says.

import { liesIn } from '../../../domain/areas.ts';
import type { Fact } from '../../../domain/facts.ts';
import type { AreaCode, RecipientId } from '../../../domain/ids.ts';
import type { OutsideBand, RequestLine } from '../../../domain/need/request.ts';
import type { Register } from '../../../domain/register.ts';
import { hoursBetween, type Instant } from '../../../domain/time.ts';
import { units } from '../../../domain/units.ts';
import type { Band } from '../../../need/parameter.ts';
import { plausibility, type Plausibility, type Share } from '../../../need/plausible.ts';
import { KeptAnswers } from '../../kept-answers.ts';
import { needOfOperation } from '../forecast.ts';

interface Estimate {
  readonly area: string;
  readonly item: string;
  readonly perDay: Band;
}

const kept = new KeptAnswers<readonly Estimate[]>();

/** Each area and item that the counts speak of at that instant. */
export const estimatesAt = (journal: readonly Fact[], asOf: Instant): readonly Estimate[] =>
  kept.of(journal, asOf, () => {
    const report = needOfOperation(journal, { asOf }, { now: () => asOf });
    return report.ok ? report.value.areas.flatMap(({ area, item, perDay }) => (perDay === null ? [] : [{ area, item, perDay }])) : [];
  });

const isShared = ({ recipients }: Pick<Register, 'recipients'>, own: RecipientId, area: AreaCode): boolean => [...recipients.values()].some((other) => other.recipient !== own && liesIn(other.area, area));

/** A line held against the estimate of its area, or of the nearest that holds it; null: there is none. */
export function plausibleLine(estimates: readonly Estimate[], known: Pick<Register, 'recipients'>, recipient: RecipientId, line: Pick<RequestLine, 'item' | 'units' | 'from' | 'until'>): (Plausibility & { readonly area: string }) | null {
  const own = known.recipients.get(recipient);
  if (own === undefined) return null;
  const around = estimates.filter(({ area, item }) => item === line.item && liesIn(own.area, area as AreaCode)).toSorted((a, b) => b.area.length - a.area.length)[0];
  if (around === undefined) return null;
  const share: Share = around.area === own.area && !isShared(known, recipient, own.area) ? 'whole' : 'part';
  return { ...plausibility(line.units, around.perDay, hoursBetween(line.from, line.until) / 24, share), area: around.area };
}

/** The lines to ask about, with the figures of the day. */
export function outsideBand(estimates: readonly Estimate[], known: Pick<Register, 'recipients'>, recipient: RecipientId, lines: readonly RequestLine[]): OutsideBand[] {
  return lines.flatMap((line) => {
    const found = plausibleLine(estimates, known, recipient, line);
    if (found === null || found.verdict === 'within') return [];
    const { low, central, high } = found.estimate;
    return [{ item: line.item, from: line.from, asked: line.units, low: units(low), central: units(central), high: units(high), bound: found.verdict }];
  });
}

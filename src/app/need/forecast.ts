// The need of an operation's areas at an instant: from its counts and census, net of reported stock and of what is under way to
// the recipients there. Counts of several sources for one area stand side by side; the one that is used is the latest.

import { effective } from '../../domain/asof.ts';
import { liesIn } from '../../domain/areas.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { CUMULATIVE, type CountFault, type Measure } from '../../domain/need/counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import { localDateIn, type LocalDate } from '../../domain/time.ts';
import type { StockAt } from '../../need/burn-rate.ts';
import { seriesFaults, seriesOf, sumsDiffer, type DailySeries } from '../../need/series.ts';
import { ESFT_DEFAULTS } from '../../need/supply-parameters.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { Clock } from '../ports.ts';
import { situation, type Situation } from '../plan/situation.ts';
import { areaNeeds, type StockHistory, type Supplied } from './area-need.ts';
import { projectionsOf } from './projections.ts';
import type { AreaNeed, NeedReport } from './shape.ts';
import { tellingsOf, usedOf, type Telling } from './tellings.ts';

export function needOfOperation(journal: readonly Fact[], asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }, clock: Clock): Result<NeedReport, Failure> {
  const operation = operationOf(journal);
  const when = whenOf(operation, asked, clock);
  if (!when.ok) return when;
  const now = situation(journal, when.value);
  const facts = effective(journal, when.value);
  const tellings = tellingsOf(facts, journal, when.value, operation.zone);
  const histories = historiesOf(facts, now);
  const used = [...tellings].map(([area, all]) => ({ area, telling: usedOf(all).telling, others: all }));
  const areas = used.flatMap(({ area, telling, others }) => needsOf(area, telling, others, now, histories));
  const series = (measure: Measure): DailySeries[] => used.flatMap(({ telling }) => seriesOf(telling.counts, measure));
  return ok({
    asOf: when.value.asOf,
    areas,
    world: null,
    projections: (['cases', 'deaths', 'wards', 'intensiveCare'] as const).flatMap((measure) => projectionsOf(measure, series(measure))),
    faults: faultsOf(used.map(({ telling }) => telling), localDateIn(clock.now(), operation.zone)),
  });
}

type Histories = ReadonlyMap<string, ReadonlyMap<string, StockHistory>>;

function needsOf(area: AreaCode, telling: Telling, all: readonly Telling[], now: Situation, histories: Histories): AreaNeed[] {
  const one = (measure: Measure): DailySeries | null => seriesOf(telling.counts, measure)[0] ?? null;
  const census = all.flatMap(({ counts, sources }) => counts.flatMap(({ wards, intensiveCare, asOf }) => (wards === null || intensiveCare === null || asOf === null ? [] : [{ wards, intensiveCare, asOf, sources }]))).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
  const recipients = [...now.known.recipients.values()].filter((it) => liesIn(it.area, area)).map(({ recipient }): string => recipient);
  return areaNeeds({
    area,
    name: area,
    on: localDateIn(now.asOf, now.operation.zone),
    cases: one('cases'),
    deaths: one('deaths'),
    census: census === undefined ? null : { wards: census.wards, intensiveCare: census.intensiveCare },
    sources: [...new Set([...telling.sources, ...(census?.sources ?? [])])],
    beside: all.filter((it) => it !== telling).flatMap(besideOf),
    supplied: (item) => suppliedOf(item, recipients, now, histories),
  }, ESFT_DEFAULTS, now.asOf);
}

function besideOf({ sources, counts }: Telling): AreaNeed['beside'] {
  const last = counts.findLast(({ cases }) => cases !== null);
  return last === undefined ? [] : [{ sources, countedOn: last.date, cases: last.cases, deaths: last.deaths }];
}

function suppliedOf(item: string, recipients: readonly string[], { piles, ledger }: Situation, histories: Histories): Supplied | null {
  if (recipients.length === 0) return null;
  const here = new Set(recipients);
  const underWay = piles.reduce((sum, pile) => {
    const recipient = pile.state === 'allocated' || pile.state === 'onward' ? ledger.dispatches.get(pile.at)?.recipient : undefined;
    return pile.item === item && recipient !== undefined && here.has(recipient) ? sum + pile.units : sum;
  }, 0);
  return { underWay, histories: recipients.flatMap((recipient) => histories.get(recipient)?.get(item) ?? []) };
}

interface History extends StockHistory {
  readonly reports: StockAt[];
  readonly receipts: StockAt[];
}

/** By recipient and item. */
function historiesOf(facts: readonly Fact[], { known }: Situation): Histories {
  const found = new Map<string, Map<string, History>>();
  const of = (recipient: string, item: string): History => {
    const items = found.get(recipient) ?? new Map<string, History>();
    found.set(recipient, items);
    const history = items.get(item) ?? { reports: [], receipts: [] };
    items.set(item, history);
    return history;
  };
  for (const fact of facts) if (isKind(fact, 'stock.reported')) of(fact.body.recipient, fact.body.item).reports.push({ at: fact.occurredAt, units: fact.body.units });
  for (const { at, delivery } of known.deliveries) {
    const item = known.lots.get(delivery.lot)?.item;
    if (item !== undefined) of(delivery.recipient, item).receipts.push({ at, units: delivery.units });
  }
  return found;
}

/** Gaps are no fault here: an operation enters the counts that it needs, not every day's. */
function faultsOf(tellings: readonly Telling[], today: LocalDate): CountFault[] {
  const counts = tellings.flatMap((telling) => telling.counts);
  const own = [...CUMULATIVE].flatMap((measure) => seriesFaults(counts, measure, today)).filter(({ kind }) => kind !== 'gap');
  return [...own, ...[...CUMULATIVE].flatMap((measure) => sumsDiffer(seriesOf(counts, measure)))];
}

// The rows of a need report: each area that is told of, each region that somebody receives for, each hospital that reports its own
// census. From a situation alone, without projections, so that the tower and the public page can ask for it at every look.

import { liesIn } from '../../domain/areas.ts';
import { isKind } from '../../domain/facts.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { Measure } from '../../domain/need/counts.ts';
import type { Recipient } from '../../domain/places.ts';
import { localDateIn } from '../../domain/time.ts';
import type { StockAt } from '../../need/burn-rate.ts';
import { seriesOf, type DailySeries } from '../../need/series.ts';
import type { Situation } from '../plan/situation.ts';
import { areaNeeds, type AreaEvidence } from './area-need.ts';
import { holderOf, levelOf } from './levels.ts';
import { effectiveIn, settingsOf } from './parameters.ts';
import type { AreaNeed, CensusShown } from './shape.ts';
import type { StockHistory, Supplied } from './supply.ts';
import { besideOf, toldIn, usedOf, type CensusOnRecord, type Told } from './tellings.ts';

export function areaRows(now: Situation, told: Told = toldIn(now.facts, now.operation.zone)): AreaNeed[] {
  const settings = settingsOf(now.facts);
  const histories = historiesOf(now);
  const recipients = [...now.known.recipients.values()];
  const regions = recipients.flatMap(({ area }) => (levelOf(area) === 'region' ? [area] : []));
  const areas = new Set<AreaCode>([...told.areas.keys(), ...regions]);
  const evidence = [
    ...[...areas].map((area) => evidenceOf(area, now, { told, histories, recipients, areas })),
    ...recipients.flatMap((recipient) => {
      const census = told.hospitals.get(recipient.recipient);
      return census === undefined ? [] : [hospitalEvidence(recipient, census, now, { histories, areas })];
    }),
  ];
  return evidence.flatMap((it) => areaNeeds(it, effectiveIn(settings, it.area as AreaCode), now.asOf));
}

/** As many days as the longest stay reaches back. */
const DAYS_NAMED = 15;

interface Known {
  readonly told: Told;
  readonly histories: Histories;
  readonly recipients: readonly Recipient[];
  readonly areas: ReadonlySet<AreaCode>;
}

function evidenceOf(area: AreaCode, now: Situation, { told, histories, recipients, areas }: Known): AreaEvidence {
  const all = told.areas.get(area) ?? [];
  const { telling, why } = all.length === 0 ? { telling: null, why: null } : usedOf(all);
  const census = told.census.get(area);
  const one = (measure: Measure): DailySeries | null => (telling === null ? null : (seriesOf(telling.counts, measure)[0] ?? null));
  const here = recipients.filter((it) => liesIn(it.area, area)).map(({ recipient }): string => recipient);
  return {
    area,
    name: area,
    level: levelOf(area),
    recipient: null,
    within: holderOf(area, areas),
    on: localDateIn(now.asOf, now.operation.zone),
    cases: one('cases'),
    deaths: one('deaths'),
    ...ofCensus(census),
    sources: [...new Set([...(telling?.sources ?? []), ...(census?.sources ?? [])])],
    why,
    facts: census === undefined ? (telling?.facts.slice(-DAYS_NAMED) ?? []) : [census.seq],
    beside: telling === null ? [] : besideOf(all, telling),
    supplied: (item) => suppliedOf(item, here, now, histories),
  };
}

const hospitalEvidence = ({ recipient, name, area }: Recipient, census: CensusOnRecord, now: Situation, { histories, areas }: Pick<Known, 'histories' | 'areas'>): AreaEvidence => ({
  area,
  name,
  level: 'hospital',
  recipient,
  within: areas.has(area) ? area : holderOf(area, areas),
  on: localDateIn(now.asOf, now.operation.zone),
  cases: null,
  deaths: null,
  ...ofCensus(census),
  sources: census.sources,
  why: null,
  facts: [census.seq],
  beside: [],
  supplied: (item) => suppliedOf(item, [recipient], now, histories),
});

function ofCensus(census: CensusOnRecord | undefined): { readonly census: CensusShown | null; readonly censusAt: AreaEvidence['censusAt'] } {
  if (census === undefined) return { census: null, censusAt: null };
  const { wards, intensiveCare, isolation = null, healthWorkers = null, screenedPerDay = null } = census.body;
  return { census: { wards, intensiveCare, isolation, healthWorkers, screenedPerDay }, censusAt: census.at };
}

export type Histories = ReadonlyMap<string, ReadonlyMap<string, StockHistory>>;

/** Null: nobody receives here. */
export function suppliedOf(item: string, recipients: readonly string[], { piles, ledger }: Situation, histories: Histories): Supplied | null {
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
export function historiesOf({ facts, known }: Situation): Histories {
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

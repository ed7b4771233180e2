// The choice of a hub for a terminal: the verdict, a table, what tells each from the first, and what would change it.

import { count, decimal, moment, percent } from '../app/figures.ts';
import type { HubChoiceReport, HubOutcome } from '../app/hub-choice/report.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/say.ts';
import type { Ink } from './ink.ts';
import { table } from './table.ts';

export function hubText(report: HubChoiceReport, language: Language, ink: Ink): string {
  const { operation, asOf, because, ranking, sensitivity } = report;
  const codes = new Map<string, string>(report.candidates.map(({ place }) => [place.place, place.iata ?? place.place]));
  const nameOf = ({ places }: HubOutcome): string => places.map((place) => codes.get(place) ?? place).join(' + ');
  const shock = (kind: HubOutcome['shocks'][number]['shock']) => ({ shocks }: HubOutcome): string => { const found = shocks.find((it) => it.shock === kind); return found === undefined ? '–' : millions(found.objective); };
  const rows = table(
    [
      { title: '', cell: ({ rank }: HubOutcome) => String(rank), right: true },
      { title: 'hub', cell: nameOf },
      { title: 'objective, M€', cell: ({ objective }) => millions(objective), right: true },
      { title: 'bound, M€', cell: ({ bound }) => millions(bound), right: true },
      { title: 'gap', cell: ({ gap }) => `${(gap * 100).toFixed(2)}%`, right: true },
      { title: 'mean cover', cell: ({ coverage }) => percent(coverage.mean), right: true },
      { title: 'mean, h', cell: ({ hours }) => (hours.mean === null ? '–' : decimal(hours.mean)), right: true },
      { title: 'last, h', cell: ({ hours }) => (hours.last === null ? '–' : decimal(hours.last)), right: true },
      { title: 'cost, €', cell: ({ cost }) => count(cost), right: true },
      { title: 'CO₂, kg', cell: ({ co2Kg }) => count(co2Kg), right: true },
      { title: 'closed 2 d', cell: shock('hub-closed'), right: true },
      { title: 'border shut', cell: shock('border-shut'), right: true },
      { title: 'rail strike', cell: shock('rail-strike'), right: true },
      { title: 'check', cell: ({ check }) => (check.ok ? 'clean' : `${check.violations.length} violations`) },
    ],
    ranking,
  );
  const reasons = ranking.flatMap((it) => (it.because.length === 0 ? [] : [`${nameOf(it)}: ${it.because.map((each) => say(each, language)).join(' ')}`]));
  return [
    `${ink.heading(`Why this hub? ${operation}`)}, from the first departure on, ${moment(asOf)}`,
    because.map((each) => say(each, language)).join('\n'),
    rows,
    reasons.join('\n'),
    `${ink.heading('The classic questions')}, solved exactly over the same services, blind to timetables, room and borders\n${classicTable(report, codes)}`,
    ...(sensitivity === null ? [] : [`${ink.heading('What would change it')}\n${sensitivity.map((it) => say(it.because, language)).join('\n')}`]),
  ].join('\n\n');
}

const MODELS = { pmedian: 'mean over what is needed', pcentre: 'worst-served gateway' } as const;
const UNITS = { cost: '€/kg', hours: 'h', co2: 'kg CO₂/kg' } as const;

const classicTable = ({ classic }: HubChoiceReport, codes: ReadonlyMap<string, string>): string =>
  table(
    [
      { title: 'question', cell: ({ model }: HubChoiceReport['classic'][number]) => MODELS[model] },
      { title: 'hub', cell: ({ places }) => places.map((place) => codes.get(place) ?? place).join(' + ') },
      { title: 'least', cell: ({ objective }) => objective.toPrecision(3), right: true },
      { title: 'bound', cell: ({ bound }) => bound.toPrecision(3), right: true },
      { title: '', cell: ({ of }) => UNITS[of] },
    ],
    classic,
  );

const millions = (euros: number): string => (euros / 1e6).toFixed(2);

// A plan as a person reads it: how good it is, who gets what and how and when, what stays short and why.

import { count, decimal, moment, percent } from '../app/figures.ts';
import type { PlanReport } from '../app/desk.ts';
import type { PlanLine, PlanProposed } from '../domain/plan/plan.ts';
import type { Language } from '../words/language.ts';
import { saidOr } from '../words/say.ts';
import type { Ink } from './ink.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

const POLICIES = { 'equal-cover': 'equal cover, the worst-off first', deprivation: 'least deprivation', severity: 'most severe first' } as const;

export function planText(plan: PlanReport, ink: Ink, language: Language): string {
  const parts = [figuresText(plan, ink), faresText(plan, ink), `${ink.heading('Who gets what, how and when')}\n${linesTable(plan.lines, language)}`, changes(plan, ink, language), shortfall(plan, ink, language), loads(plan, ink), notes(plan, ink, language)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** How good a plan is. */
export function figuresText({ plan, policy, asOf, coverage, hours, cost, co2Kg, objective, bound, gap, charters, pallets, steady, change, check }: PlanProposed, ink: Ink): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Coverage of need', `${percent(coverage.min)} where it is lowest, ${percent(coverage.mean)} on average, Gini ${coverage.gini.toFixed(2)}`],
    ['Time to receivers', hours.median === null || hours.last === null ? 'nothing is sent' : `${decimal(hours.median)} h in the middle, ${decimal(hours.last)} h at the last`],
    ['Cost and CO₂', `€ ${count(cost)}, ${count(co2Kg)} kg`],
    ['Charters opened', charters.length === 0 ? 'none' : charters.map(({ charter, copies, cost: fixed }) => `${copies} × ${charter} (€ ${count(fixed)})`).join(', ')],
    ...(pallets === undefined ? [] : [['Whole pallets', palletsText(pallets)] as const]),
    ...(steady === undefined ? [] : [['Steady', steadyText(steady, change)] as const]),
    ['How good', `objective € ${count(objective)}, no plan below € ${count(bound)}: gap ${(gap * 100).toFixed(3)}%`],
    ['Independent check', check.ok ? ink.good('clean') : ink.bad(`${check.violations.length} violations`)],
    ...check.violations.map((violation): [string, string] => ['', violation]),
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  return [`${ink.heading(`Plan ${plan}`)}: ${POLICIES[policy]}, as of ${moment(asOf)}`, ...rows.map(([title, text]) => `  ${title.padEnd(width)}  ${text}`)].join('\n');
}

function palletsText(pallets: NonNullable<PlanProposed['pallets']>): string {
  const sum = (of: (each: (typeof pallets)[number]) => number): number => pallets.reduce((all, each) => all + of(each), 0);
  return `${count(sum(({ places }) => places))} places on ${count(new Set(pallets.map(({ departure }) => departure)).size)} departures, for ${decimal(sum(({ filled }) => filled))} pallets of goods`;
}

function steadyText({ plan, hours, lines }: NonNullable<PlanProposed['steady']>, change: PlanProposed['change']): string {
  if (plan === null) return 'no plan was approved, so nothing costs to change';
  const of = `${count(lines)} lines of ${plan} within ${decimal(hours)} h`;
  return change === undefined ? of : `${of}: ${count(change.kept)} of ${count(change.cartons)} cartons stay, change counts € ${count(change.euros)}`;
}

const SCENARIOS = { low: 'the low end', central: 'as asked and estimated', high: 'the high end' } as const;
type Fared = NonNullable<PlanReport['fares']>[number];

/** How the shipments fare against less and more need than they were planned for. */
function faresText({ fares = [] }: PlanReport, ink: Ink): string {
  if (fares.length === 0) return '';
  const ofBest = (text: (fare: NonNullable<Fared['replanned']>) => string) => ({ replanned }: Fared): string => (replanned === null ? '–' : text(replanned));
  const best = fares.some(({ replanned }) => replanned !== null)
    ? [
        { title: 'best plan: lowest', cell: ofBest(({ coverage }) => percent(coverage.min)), right: true },
        { title: 'on average', cell: ofBest(({ coverage }) => percent(coverage.mean)), right: true },
        { title: 'units short', cell: ofBest(({ unserved }) => count(unserved)), right: true },
      ]
    : [];
  return `${ink.heading('How it fares if the need is')}\n${table(
    [
      { title: '', cell: ({ scenario }) => SCENARIOS[scenario] },
      { title: 'lowest cover', cell: ({ coverage }) => percent(coverage.min), right: true },
      { title: 'on average', cell: ({ coverage }) => percent(coverage.mean), right: true },
      { title: 'units short', cell: ({ unserved }) => count(unserved), right: true },
      ...best,
    ],
    fares,
  )}`;
}

function linesTable(lines: readonly PlanLine[], language: Language): string {
  if (lines.length === 0) return 'Nobody: nothing can be sent.';
  return table(
    [
      { title: 'line', cell: ({ line }) => line },
      { title: 'recipient', cell: ({ recipient }) => recipient },
      { title: 'item', cell: ({ item }) => item },
      { title: 'cartons', cell: ({ cartons }) => count(cartons), right: true },
      { title: 'units', cell: ({ units }) => count(units), right: true },
      { title: 'lot', cell: ({ lot }) => lot },
      { title: 'arrives', cell: ({ arrives }) => moment(arrives) },
      { title: 'how', cell: ({ route }) => (route.length === 0 ? 'lies there already' : route.join(' → ')) },
    ],
    lines,
    ({ why, because }) => saidOr(why, because, language).text,
  );
}

/** What of the plan that stood is changed, line by line. */
function changes({ change }: PlanProposed, ink: Ink, language: Language): string {
  if (change === undefined || change.changed.length === 0) return '';
  return `${ink.heading('What is taken off the plan that stood, and why')}\n${table(
    [
      { title: 'recipient', cell: ({ recipient }) => recipient },
      { title: 'lot', cell: ({ lot }) => lot },
      { title: 'stood', cell: ({ cartons }) => count(cartons), right: true },
      { title: 'stay', cell: ({ kept }) => count(kept), right: true },
      { title: 'how', cell: ({ route }) => (route.length === 0 ? 'lies there already' : route.join(' → ')) },
    ],
    change.changed,
    ({ why, because }) => saidOr(why, because, language).text,
  )}`;
}

/** What stands on whole pallets, departure by departure. */
function loads({ pallets = [] }: PlanProposed, ink: Ink): string {
  if (pallets.length === 0) return '';
  return `${ink.heading('What goes on whole pallets')}\n${table(
    [
      { title: 'departure', cell: ({ departure }) => departure },
      { title: 'recipient', cell: ({ recipient }) => recipient },
      { title: 'places', cell: ({ places }) => count(places), right: true },
      { title: 'filled', cell: ({ filled }) => decimal(filled), right: true },
      { title: 'lines', cell: ({ lines }) => lines.join(' ') },
    ],
    pallets,
  )}`;
}

function shortfall({ unserved }: PlanProposed, ink: Ink, language: Language): string {
  if (unserved.length === 0) return `${ink.heading('What stays short')}\nNothing: every need that is known is covered.`;
  return `${ink.heading('What stays short, and why')}\n${table(
    [
      { title: 'recipient', cell: ({ recipient }) => recipient },
      { title: 'item', cell: ({ item }) => item },
      { title: 'units short', cell: ({ units }) => count(units), right: true },
    ],
    unserved,
    ({ why, because }) => saidOr(why, because, language).text,
  )}`;
}

const notes = ({ notes: texts, noted = [] }: PlanProposed, ink: Ink, language: Language): string =>
  texts.length === 0 ? '' : `${ink.heading('To know besides')}\n${texts.map((text, index) => wrap(saidOr(text, noted.slice(index, index + 1), language).text, '  ')).join('\n')}`;

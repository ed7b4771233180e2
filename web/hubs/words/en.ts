// The words of the page about the choice of a hub in English.

export const english = {
  title: 'Why this hub?',
  intro: 'Every candidate is tried as the hub: the operation is taken back to before its first flight, flights and onward services are drawn anew, and the whole is planned and checked. Nothing is written.',
  begin: 'Try every candidate', takes: 'Takes up to a minute.', asking: 'Planning with each candidate.', cancelled: 'Given up; nothing was changed.',
  count_one: 'one hub', count_other: '{{count}} hubs at once', hubs: 'Hubs', by: 'Ranked by', sheet: 'Your own candidates', sheetHint: 'CSV or workbook; without one, the twelve airports that Airbridge brings.', budget: 'Budget for transport, €',
  order: { objective: 'the objective', cost: 'cost', hours: 'hours', co2: 'CO₂', coverage: 'mean cover' },
  from: 'from the first departure on, {{when}}', ranking: 'Ranking', rankingSub: 'each a plan of its own, checked',
  rank: 'No.', hub: 'Hub', objective: 'Objective, M€', bound: 'Bound, M€', gap: 'Gap', cover: 'Mean cover', mean: 'Mean hours', last: 'Last, h', cost: 'Cost', co2: 'CO₂, kg', shaken: 'After a shock, M€: hub closed 2 days · border shut 7 days · no trains', check: 'Check', clean: 'clean', violations_one: '1 violation', violations_other: '{{count}} violations',
  reasons: 'Beside the first', own: 'the operation’s own', overBudget: 'over budget', pick: 'Look at {{hub}}', noReason: 'It is the first of the ranking.',
  map: 'How far goods get', mapSub: 'by the way rules, as circles', mapLabel: 'Map of {{hub}}: how far goods get by {{mode}}', mode: { road: 'road', rail: 'rail', air: 'air', sea: 'sea' }, within: '{{hours}} h', honest: 'Circles, because the rules know distance alone: no real roads, no timetables. The plans above use dated departures.', noRail: 'No goods train loads here: the circles are those of another airport with rail.',
  trade: 'Cost against hours', tradeSub: 'CO₂ as the size of the circle', tradeLabel: 'Mean hours over the cost of transport, one circle for each hub; the figures stand in the ranking', tradeSpot: '{{hub}}: {{cost}}, {{hours}} h, {{co2}} kg of CO₂',
  facts: 'The candidates', runway: 'Runway, m', lands: 'Landings', always: 'day and night', rail: 'Rail', yes: 'yes', no: 'no', rate: 'Pallets an hour', note: 'Note', source: 'Source',
  change: 'What would change it', changeSub: 'one assumption at a time, the best three planned again', find: 'Find the thresholds', findTakes: 'Takes some minutes.', verified: 'Planned again 1 % on either side: it holds.', unverified: 'Planned again 1 % on either side: it does not hold.',
  over: 'Cover over time', overLabel: 'Share of all need that is handed over, by hours after the first departure', hoursAfter: 'Hours after the first departure',
  classic: { title: 'The classic questions', sub: 'Solved exactly over the same services, and blind to timetables, room and borders: beside the plans, not instead of them.', question: 'Question', pmedian: 'least in the mean of what is needed', pcentre: 'least for the worst-served gateway', least: 'Least', bound: 'Proven bound' },
  whatIf: {
    title: 'What if?', sub: 'beside the plan of the operation as it stands; nothing is written', none: 'No change is chosen yet.', add: 'Try a change', go: 'Plan both', link: 'The address of this page carries the changes: whoever opens it asks the same.', remove: 'Take away: {{change}}',
    need: 'Needs are higher', flight: 'Another flight', rail: 'Trains instead of trucks', hub: 'Another hub', percent: 'By how many per cent', like: 'Like which consignment', days: 'How many days later', place: 'Airport', areas: 'For the countries (ISO codes)', addIt: 'Add it',
    said: { need: 'needs {{percent}} higher', needLess: 'needs {{percent}} lower', flight_one: 'another flight like {{like}}, a day later', flight_other: 'another flight like {{like}}, {{count}} days later', flightTimes_one: '{{times}} more flights like {{like}}, one a day', flightTimes_other: '{{times}} more flights like {{like}}, every {{count}} days', rail: 'trains instead of trucks', railTo: 'trains instead of trucks to {{to}}', hub: '{{place}} as another hub for {{areas}}' },
    points: '{{n}} points', percentOf: '{{n}}%', figure: 'Figure', asking: 'Planning both.', now: 'As it stands', changed: 'What if', difference: 'Difference', recipients: 'By recipient', recipient: 'Recipient', coverThen: 'Cover', hoursThen: 'Mean hours', badLink: 'The link carries a change that this version does not know; it is left out.',
  },
  figure: { worstOff: 'Worst-off cover', mean: 'Mean cover', gini: 'Inequality (Gini)', median: 'Middle hour', last: 'Last hour', cost: 'Cost', co2: 'CO₂, kg', cartons: 'Cartons handed over', objective: 'Objective, €', gap: 'Gap' },
  several: {
    title: 'Side by side', sub: 'All as of {{when}}. Below each figure: how far it lies from the operation as it stands. The best of each column is bold.', choose: 'Compare {{name}}', all: 'All', go: 'Compare side by side', chosen: '{{n}} chosen', tooMany: '{{n}} chosen: {{most}} at once are the most.', asking: 'Planning each.', name: 'What-if', changes: 'Changes', own: 'by itself as of {{when}}', best: '(best)',
  },
  kept: {
    title: 'Kept what-ifs', none: 'None is kept yet. Try a change, then keep it under a name; those that are kept can be compared side by side.', name: 'Keep it as', keep: 'Keep', done: 'Kept: {{name}}', by: 'kept by {{by}}, {{when}}', copy: 'Copy address', copyOf: 'Copy the address of {{name}}', copied: 'The address of {{name}} is copied.', notCopied: 'The browser does not let the page copy. The address: {{address}}', strikeOut: 'Strike out', strikeOutOf: 'Strike out {{name}}', struck: 'Struck out: {{name}}', reason: 'Not asked any more',
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type HubsDictionary = Words<typeof english>;

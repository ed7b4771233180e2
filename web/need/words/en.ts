// The words of the page of need in English.

export const needInEnglish = {
  answer: {
    needs: '{{area}} needs <perDay/> {{item}} a day', lasts: '; what has landed for it lasts <days/> days.', landedNone: '; nothing has landed for it.', end: '.',
    shortest: ' Shortest: {{area}}, <days/> days.', gone: ' {{area}} has nothing left, by its last report and the use since.', noStock: ' Nobody has reported a stock.',
    none: 'Nobody’s need of {{item}} is known at this instant.', noneText: 'The method has figures for masks, FFP2 respirators and gowns, where a census or cases are on record. Choose another item, move the cursor, or bring counts.',
    source: 'Counted by {{sources}}, {{when}}. Stock is known of {{known}} of {{all}} areas.',
  },
  views: { title: 'Parts of need', shortage: 'Shortage', counts: 'Counts and projection', infections: 'Infections', bring: 'Bring counts', parameters: 'Parameters', requests: 'Requests', item: 'Item' },
  column: { area: 'Area', days: 'Days of supply', perDay: 'A day', stock: 'Stock', underWay: 'Under way', unmet: 'Missing in a week', share: 'Share of need', low: 'low', central: 'central', high: 'high', stockAt: 'reported' },
  table: { title: 'Who is short, the shortest first', filter: 'Find an area', country: 'Country', any: 'all', shown: '{{shown}} of {{all}} areas', none: 'No area fits. Clear the filter.', empty: 'No area has a figure for {{item}} at this instant.', open: 'Open {{area}}', close: 'Close {{area}}', part: 'in {{country}}’s figure', unknown: 'not reported', noNeed: 'not known', band: '{{low}} to {{high}} days, most likely {{central}}', beyond: 'beyond two weeks', unit: 'days', perDay: '{{low}} to {{high}}', out: 'used up', note: 'A country’s row holds its regions: the two are not to be added. Share of need counts each area once.', axis: '0 to 14 days' },
  use: { wards: 'patients on wards', intensiveCare: 'patients in intensive care', isolation: 'people isolated', healthWorkers: 'health workers elsewhere', screening: 'people screened a day' },
  basis: { census: 'from patients in beds, as counted', cases: 'from cases, for want of a census', 'cases-partly-known': 'from cases that do not reach back far enough: the band is wider' },
  sum: {
    part: '{{people}} {{who}} × {{use}}', total: '{{item}} a day, {{end}}', notIncluded: 'Not included, for nobody has counted them: {{list}}.',
    days: 'stock {{stock}} of {{when}} ÷ {{use}} a day', elapsed: 'days since the report', left: 'days that it still lasts ({{low}} to {{high}})', ofNeed: 'share of all need of {{item}}',
    week: '{{days}} days × {{use}} a day', lessStock: 'less the stock that is left', lessUnderWay: 'less what is under way', missing: 'missing', nought: 'none is missing: stock and deliveries suffice',
    share: '{{own}} a day of {{all}} a day', landed: 'landed for {{area}}', divided: '÷ {{use}} a day', reported: 'last reported {{when}}, with what came in since', underWay: 'released to recipients there, or on the road',
  },
  row: {
    arithmetic: 'How the figure comes about', burn: 'Measured use beside the forecast', measured: 'measured', forecast: 'forecast', used: 'used', ratio: '{{ratio}} times the forecast', over: 'over {{days}} days, {{reports}} stock reports',
    why: { 'within-the-band': 'Used: what was measured, for it lies within the forecast’s band.', 'below-the-band': 'Used: the forecast. Who has little uses little, and that is no lesser need.', 'above-the-band': 'Used: what was measured, above the forecast for three days or more.', 'above-the-band-for-too-short': 'Used: the forecast. Over less than three days one large issue looks like use.' },
    noBurn: 'Two stock reports of different hours are needed to measure use. Until then the forecast is used.', wrongBurn: 'The stock reports cannot be true together: {{why}}',
    census: '{{wards}} on wards, {{intensiveCare}} in intensive care', counted: 'counted {{when}}', cases: '{{n}} cases', deaths: '{{n}} deaths', beside: 'Who counted', besideNone: 'No other source counts this area.', usedSource: 'used: counted last', notUsed: 'not used',
    parameters: 'Parameters that differ from the published ones', parametersNone: 'All parameters of this row are the published ones.', published: 'published {{value}}', since: 'since {{when}}',
    noCensus: 'No census is published here. Beds are taken from cases: a share of those of the last week on wards, of the last fortnight in intensive care. Early counts miss most cases, so this is low.', toCounts: 'See its counts', setParameter: 'Set a parameter for {{area}}',
  },
  parameter: {
    'severity-mild': 'share of cases that are mild', 'severity-moderate': 'share of cases that are moderate', 'severity-severe': 'share of cases that are severe', 'severity-critical': 'share of cases that are critical', 'stay-isolated': 'days isolated', 'stay-severe': 'days on a ward', 'stay-critical': 'days in intensive care', 'use-ward': 'use a ward bed-day', 'use-intensive-care': 'use an intensive-care bed-day', 'use-isolation': 'use a person isolated and day', 'use-health-worker': 'use a health-worker day', 'use-screened': 'use a person screened', 'spread-low': 'low end, times the central figure', 'spread-high': 'high end, times the central figure', 'out-of-band-below': 'asked about below this share of the low end', 'out-of-band-above': 'asked about above so many times the high end', 'stock-out-days': 'days before a stock-out that are warned of', 'estimated-severity': 'urgency where nobody said',
  },
  map: { title: 'Map: who needs how much, and how long stocks last', area: 'area: {{item}} needed a day', fill: 'filled: days of supply, of 14', unknown: 'dashed: no stock reported', stock: 'Stock left', coming: 'Under way', open: 'Open its row', days: '{{n}} days', left: 'Last reported with what came in since, less the use since.' },
  next: {
    title: 'What the next landing changes', none: 'No flight to the hub is announced with {{item}}.', says: '{{consignment}} lands {{when}} with {{units}} {{item}}.', area: 'Area', gets: 'Gets', before: 'Missing before', after: 'Missing after', nobody: 'It takes off no area’s shortage.', shared: { plan: 'Shared as the standing plan shares it.', earmarks: 'No plan is at hand: shared by its earmarks.' },
  },
  counts: {
    title: 'Counts of {{area}}', area: 'Area', measure: { cases: 'Cases', deaths: 'Deaths', wards: 'On wards', intensiveCare: 'In intensive care' }, scale: 'Scale', linear: 'linear', log: 'logarithmic', cumulative: 'since the beginning', census: 'patients at that hour',
    chart: '{{measure}} of {{area}}: {{sources}}', last: '{{source}} {{value}} on {{when}}', ahead: 'projected {{value}} in {{days}} days ({{low}} to {{high}})', aheadNoBand: 'projected {{value}} in {{days}} days, without a band', none: 'Nobody has counted this here.', table: 'As a table', when: 'When', value: 'People', source: 'Source', hour: 'Hour', usedHere: 'used', seen: 'first seen {{when}}', revised: 'was {{value}} until {{when}}',
    sides: 'Sources side by side', sidesNone: 'No source counts {{area}} at this instant.', why: { 'counted-last': 'it was counted last', 'counted-more-often': 'of two counted at one hour, it counted more often', only: 'it is the only one' },
    projection: 'Projection', projectionNone: 'Too few days are known to project anything. A projection needs a count a day for about a week: bring the daily counts.', in: 'In {{days}} days', method: 'Method', error: 'Past error', band: '80 % band', noBand: 'no band yet: fewer than twenty earlier projections can be compared',
    methods: { 'damped-trend': 'damped trend', 'last-value': 'last value (a baseline)', 'same-increments': 'same increments (a baseline)', 'same-growth': 'same growth (a baseline)' }, damping: 'damped trend, {{share}} of the growth left each day', baseline: 'A baseline is used: it erred a tenth less than the trend in the last days.', beside: 'Beside it',
    scores: 'How good the method was', scoresText: 'Projected on every day of March and April 2020 from that day and those before, compared with what came. Error in people, and as a share of each baseline’s error: below 1 the method was better.', scoresOf: 'Series', horizon: 'Days ahead', areas: 'Areas', forecasts: 'Forecasts', errors: 'Error', against: '÷ {{method}}', baselineUsed: 'A baseline used', held: 'Band held', width: 'Band ÷ central',
    faults: 'What is wrong with the counts', faultsNone: 'Nothing is known to be wrong with the counts.', fault: 'Fault', remedy: 'Remedy', where: 'Where', notMended: 'Nothing is mended: the figure stays, or stays away.', english: 'in English',
  },
  infections: {
    title: 'Infections in {{area}}', never: 'Never used for allocation', neverText: 'A figure to understand a country by. It explodes with the growth rate, so no goods are shared out by it; the program’s own types keep it from the planner.',
    floor: 'Infected by {{days}} days ago, at least', low: 'Infected by now, low', high: 'Infected by now, high', uncapped: 'Without a cap on growth', none: 'No deaths are on record for {{area}}: infections cannot be estimated.', fewDeaths: 'Too few deaths or days of them to tell growth. There is no figure for the present day, only the floor.',
    floorSum: '{{deaths}} deaths ÷ {{ratio}}', ratio: 'infection fatality ratio {{ratio}}', lag: '{{days}} days lie between infection and death on average', growth: 'Deaths grow by {{rate}} a day, doubling in {{doubling}} days, over {{window}} days; standard error {{error}}', noGrowth: 'growth is not known',
    why: 'Why a band', whyText: 'Carried to this day with the growth seen in deaths, which is three weeks old, the floor becomes {{uncapped}}: it depends on the window that growth is taken over, here {{window}} days. So growth is held to doubling in 14 days at the low end and in 7 at the high one (assumption).', capped: 'The growth seen was above what the band allows: the high end is held.', notCapped: 'The growth seen lies within what the band allows.',
    allAreas: 'All areas', chart: 'Infections in {{area}}: at least {{floor}}, now {{low}} to {{high}}, without a cap {{uncapped}}', people: 'people', formula: 'floor × what growth makes of it over both delays',
    hundreds: 'Where “hundreds of thousands” comes from', hundredsText: 'On 16 March 2020 6,705 deaths were counted in the world. At one death in a hundred infections:', hundredsSum: '6,705 ÷ 1 % = 670,500', intraday: 'By the mornings of ECDC it was {{before}} on {{dayBefore}} and {{after}} on {{dayAfter}}: 6,705 is an hour in between.', agency: 'A count without source and hour is worth nothing: on the same day one agency gave 6,509 at 02:00 GMT and 6,684 at 14:00 GMT.',
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type NeedWords = Words<typeof needInEnglish>;

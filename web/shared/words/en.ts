// The words of the pages in English. Whoever adds a key here adds it to the other languages too: their type asks for it.

import { peopleInEnglish } from './people-en.ts';

export const english = {
  people: peopleInEnglish,
  place: { tower: 'Control tower', promises: 'Promises', need: 'Need', plan: 'Plan', hub: 'Airlift & hub', dispatch: 'Dispatch', intake: 'Sheets', alerts: 'Alerts', announce: 'Announce', api: 'For programs', skip: 'Skip to the answer', nav: 'Places' },
  theme: { dark: 'Dark', light: 'Light', to: 'Show in {{scheme}}' },
  language: 'Language',
  item: { 'surgical-mask': 'masks', ffp2: 'FFP2 respirators', gown: 'gowns', suit: 'suits', 'face-shield': 'face shields', 'test-kit': 'test kits', ventilator: 'ventilators', gloves: 'gloves' },
  area: { EUROPE: 'Europe', EU: 'European Union', EFTA: 'EFTA states', rest: '{{country}}, rest' },
  mode: { air: 'air', rail: 'rail', road: 'road', sea: 'sea', planned: 'planned' },
  state: { delivered: 'Delivered', onward: 'Onward', allocated: 'Allocated', atHub: 'At the hub', lost: 'Lost', landed: 'Landed', inTheAir: 'In the air', consigned: 'Consigned', outstanding: 'Only promised', promised: 'Promised', surplus: 'Surplus', planned: 'Planned' },
  paper: { 'export-authorisation': 'An export authorisation' },
  verdict: { kept: 'kept', 'on-course': 'on course', 'at-risk': 'at risk', broken: 'broken' },
  policy: { 'equal-cover': 'Equal cover', deprivation: 'Deprivation', severity: 'Severity first' },
  answer: {
    landed: '<landed/> of <promised/> {{item}} have landed.',
    need: ' {{area}} alone needs <perDay/> a day: {{days}}.',
    days_one: 'one day’s worth', days_other: '{{count}} days’ worth', half: 'less than a day’s worth',
    onward: '<onward/> are on the road, <delivered/> delivered.',
    next: ' {{consignment}} lands {{when}} with <units/>.',
    source: ' Need: {{sources}}, reported {{when}}.',
    sum: ' Need a day, patients × use: {{sum}}.', asked: ' Asked: <asked/> a day.',
    none: 'At this instant nothing has been promised through the hub.',
    time: '{{place}} time, all facts received until then',
  },
  promises: { title: 'Promises', outside: 'Outside this hub', outsideText_one: '{{count}} promise that never passes the hub', outsideText_other: '{{count}} promises that never pass the hub', nothing: 'Nothing consigned yet', verdictPending: 'verdict follows with the plan', by: 'by {{when}}', ledger: 'Where the {{item}} are', of: 'for {{scope}}', show: 'Show the ledger' },
  attention: {
    title: 'Needs a person', count_one: '{{count}}, soonest first', count_other: '{{count}}, soonest first', empty: 'Nothing needs a person at this instant.', by: 'by {{when}}', since: 'since {{when}}', soon: 'the sooner the better',
    facts: 'Read the facts', lines: 'See its lines',
    'late-flight': { title: '{{subject}} is {{late}} late', text: 'Due {{when}} at {{place}}; now expected {{deadline}}.' },
    discrepancy: { title: 'Counts differ for {{subject}}', short: '{{units}} {{item}} fewer than were sent. {{found}} were counted.', surplus: '{{units}} {{item}} more than were sent. {{found}} were counted.', 'beyond-pledge': '{{units}} {{item}} more than were pledged.' },
    paper: { title: 'No paper for {{area}}', text: '{{paper}} is asked of {{count}} kinds of goods, and nobody holds one.' },
    closed: { title: '{{area}} is closed', text: 'The border stops {{count}} kinds of goods.' },
    held: { title: 'Customs hold {{subject}}', text: '{{units}} {{item}} wait and cannot be planned.' },
    quarantined: { title: '{{subject}} is in quarantine', text: '{{units}} {{item}} wait for release and cannot be planned.' },
    overflow: { title: '{{subject}} is too big for its aircraft', text: '{{count}} cartons stay behind, {{units}} {{item}}.' },
    'out-of-stock': { title_one: '{{count}} recipient has run out', title_other: '{{count}} recipients have run out', text: '{{recipient}} first: {{units}} {{item}} a day, by the last stock report.' },
    'stock-out': { title: '{{recipient}} runs out of {{item}}', text: '{{units}} a day are used, by the last stock report.' },
    'at-risk': { title: 'Promise {{subject}} is at risk', text: '{{units}} {{item}} are not yet delivered.' },
    judge: 'Look at the request', request: { title: '{{recipient}} asks for something', text: '{{units}} {{item}}: accept, ask back, or decline.' },
    broken: { title: 'Promise {{subject}} is broken', text: '{{units}} {{item}} were not delivered.' },
  },
  map: {
    title: 'Map: the hub, flights, onward ways, recipients', needs: 'needs {{n}} a day', had: '{{n}} days’ worth', planned: '{{n}} days planned', none: 'nobody brings {{item}} here', landsAt: 'lands {{when}}', late: '{{late}} late', toGo: '{{km}} km, {{left}} to go', flown: '{{km}} km', floor: '{{n}} cartons on the floor',
    legendArea: 'area: {{item}} needed a day', legendFill: 'filled: share of 14 days', legendOuter: 'not ours to serve', closedUntil: 'closed to {{when}}', paperUntil: 'paper needed', item: 'Item on the map', cartons: '{{n}} cartons', inset: 'The long way', zoom: 'Zoom', closer: 'Closer', farther: 'Farther', whole: 'The whole operation', wheel: 'To zoom, hold Ctrl or ⌘ and turn the wheel', keys: 'Plus and minus zoom, arrows move, 0 shows the whole.', group: '{{name}} + {{count}}', members: '{{count}} recipients', moreMembers: 'and {{count}} more', zoomIn: 'Zoom in to them', perDay: '{{n}} a day', nobody: 'No recipient asks for {{item}} at this instant. Choose another item, or move the cursor.', recipientLabel: '{{name}}: needs {{need}} a day, {{covered}} of 14 days covered or planned',
  },
  time: {
    title: 'Time cursor', play: 'Play', pause: 'Pause', back: 'An hour back', on: 'An hour on', stands: 'Back to {{when}}', happened: 'happened', expected: 'expected', planned: 'as first planned', nine: 'nine in ten by', flights: 'Flights', stock: 'Hub stock', road: 'Trucks', rail: 'Trains', air: 'Onward air', sea: 'Ships', cartons: '{{n}} cartons', landed: 'landed {{when}}', label: 'Timeline of flights, hub stock, trucks and trains', keys: 'Arrows: an hour. Page keys: a day. Home, End: the ends.', whole: 'Whole operation',
  },
  live: { live: 'Live', reconnecting: 'Reconnecting …', liveWhy: 'New facts show here by themselves.', reconnectingWhy: 'The server does not answer. What is shown may be out of date.', offWhy: '' },
  planning: { title: 'Planning this instant', seconds: '{{n}} s', waiting: 'waits its turn', part: 'plan {{part}} of {{parts}}', levels: 'raising the worst-off: {{settled}} of {{groups}} needs settled', plan: 'choosing ways', gap: 'choosing ways, {{gap}} between plan and bound', cancel: 'Cancel', cancelled: 'Planning was cancelled.', failed: 'No plan can be made here.', made: 'Plan {{policy}}, {{n}} lines', recorded: 'recorded', again: 'Plan again' },
  source: { title: 'Where this number comes from', unit: 'Unit: {{unit}}', units: 'pieces of {{item}}', perDay: '{{item}} a day', facts: 'Facts', more: 'and {{n}} more', loading: 'Reading the facts …', none: 'No fact moves this figure: it is what remains of the sum.', plan: 'Computed by the plan {{plan}} and recomputed by the independent check.', by: 'Source:', recorded: 'recorded {{when}}', noSource: 'no source named', failed: 'The facts could not be read: {{why}}' },
  empty: { title: 'No operation yet.', text: 'Bring one in, then come back to this page:', reference: 'The reference operation, Liège in March 2020, comes with npm start.', retry: 'Look again' },
  entry: { recorded: 'Recorded.', strikeOut: 'Strike out', left: '{{n}} s', keep: 'Keep', reason: 'Why it is struck out', mistake: 'entered by mistake', cancel: 'Cancel', optional: '(optional)' },
  failure: { title: 'The server does not answer.', remedy: 'Start it with npm start, then try again.', retry: 'Try again', stale: 'The server does not answer; these are the last figures received.', stopped: 'This page has come to a stop.', stoppedRemedy: 'What was recorded is kept. Load the page again; if it stops again, tell whoever runs the server: {{error}}', notFound: 'There is no page at this address.', back: 'To the control tower' },
  loading: { title: 'Reading the journal', seconds: '{{n}} s' },
  plan: {
    title: 'Plan', policies: 'Three policies', chosen: 'chosen', choose: 'Show {{policy}}', pending: 'planning …', waiting: 'waits its turn', worst: 'Worst-off covered', mean: 'Covered on average', gini: 'Inequality (Gini)', median: 'Median hours to receiver', last: 'Last arrival', cost: 'Transport', co2: 'CO₂', charters: 'Charters', short: 'Needs left short', gap: 'Gap to the bound', check: 'Independent check', agrees: 'agrees', objects: '{{n}} objections',
    answer: '<units/> units can reach their receivers by {{when}} for <cost/>.', sub: '{{cartons}} cartons in {{lines}} lines. {{policy}}, {{when}}, gap {{gap}} to the proven bound.', none: 'Nothing can be sent at this instant.',
    to: 'To', item: 'Item', cartons: 'Cartons', units: 'Units', by: 'By', leaves: 'Leaves', arrives: 'Arrives', why: 'Why', all: 'All', sum: 'All shown', filterRecipient: 'Recipient', filterItem: 'Item', filterMode: 'Mode', any: 'all', onSpot: 'no way needed', sort: 'Sort by {{column}}', linesOf: '{{shown}} of {{all}} lines', noLines: 'No line fits these filters.',
    unserved: 'What stays unserved', shortOf: '<who/>: {{units}} {{item}}', unservedCount: '{{n}} needs', notes: 'Notes of the planner', route: 'Way', select: 'Show line {{line}} on the map', flows: 'Map of the plan’s flows', frozen: 'pinned',
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type Dictionary = Words<typeof english>;

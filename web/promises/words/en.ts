// The words of the page of promises in English.

export const promisesInEnglish = {
  answer: {
    landed: '<landed/> of <promised/> {{item}} for {{scope}} have landed ({{share}}).',
    nothing: 'Nothing has been promised at this instant.',
    verdict: { kept: ' The promise is kept.', 'on-course': ' On course', 'at-risk': ' At risk', broken: ' The promise is broken.' },
    by: ', expected by {{when}}.', noDay: ', and no day can be named.', pending: ' Whether it is on course follows with the plan.',
    open_zero: ' No contradiction waits for a position.', open_one: ' {{count}} contradiction waits for a position.', open_other: ' {{count}} contradictions wait for a position.',
    claims_one: '{{count}} claim on record,', claims_other: '{{count}} claims on record,', positions_zero: 'no position taken.', positions_one: '{{count}} position taken.', positions_other: '{{count}} positions taken.', again_one: ' {{count}} seen again and counted once.', again_other: ' {{count}} seen again and counted once.',
  },
  meter: {
    title: 'Promise meter', of: '{{pledge}}, {{scope}}', donor: 'all by {{donor}}', country: 'for {{country}}', item: 'all {{item}}', none: 'bound to no country', total: 'Promised to it, or come for it',
    promised: 'Promised', surplus: 'Surplus', sum: 'Promised + surplus', so: 'So far, in all', everConsigned: 'ever consigned', everDeparted: 'ever departed', everLanded: 'ever landed', everDelivered: 'ever delivered', accepted: 'of which accepted', share: '{{landed}} landed, {{delivered}} delivered', due: 'due {{day}}', noDue: 'no due date was named', withdrawn: 'withdrawn {{when}}',
    empty: 'No pledge is on record at this instant. Move the cursor on, or import a pack that has pledges.',
  },
  group: { title: 'Side by side', by: 'Grouped', pledge: 'by pledge', donor: 'by donor', item: 'by item', country: 'by country', name: 'Whose', what: 'Item', promised: 'Promised', total: 'Units', landed: 'Ever landed', delivered: 'Ever delivered', share: 'Landed', show: 'Show {{name}}, {{item}}', note: 'Units bound to nobody stand under no country until they have a receiver. Different items are never added.' },
  history: { title: 'How it came about', label: '{{what}}: {{landed}} landed and {{delivered}} delivered of {{promised}} at the cursor', table: 'As a table', when: 'When', fact: 'Fact', empty: 'No fact has moved a unit of it yet.', promised: 'promised', consigned: 'ever consigned', landed: 'ever landed', delivered: 'ever delivered', read: 'Read fact {{n}}' },
  made: { title: 'What it is made of', earmark: 'Earmark {{earmark}}', free: 'Drawn on no earmark', bound: '{{units}} for {{who}}', drawn: '{{units}} on waybills', open: '{{units}} not yet', line: '{{units}} on {{consignment}}', arrived: 'arrived {{when}}', departed: 'in the air, expected {{when}}', announced: 'announced, expected {{when}}', empty: 'Neither an earmark nor a consignment yet.' },
  version: {
    title: 'Versions', empty: 'No version yet.', was: 'was {{n}} until {{when}}', by: 'recorded by {{by}}',
    made: 'Made', amended: 'Amended', withdrawn: 'Withdrawn', earmarked: 'Earmark {{earmark}} set', 'earmarked-again': 'Earmark {{earmark}} set again', corrected: 'Corrected', 'struck-out': 'Struck out', stands: '{{n}} stand', gone: 'nothing stands',
  },
  found: {
    title: 'What contradicts what', count_zero: 'none open', count_one: '{{count}} open', count_other: '{{count}} open', empty: 'At this instant nothing that was said contradicts anything.',
    state: { open: 'open', reopened: 'open again', settled: 'position taken', context: 'context' }, since: 'since {{when}}',
    from: { pledge: 'accepted as the pledge', ledger: 'our ledger', sum: 'added up by us', claims: 'said', count: 'counted by' },
    accepted: 'accepted', was: 'accepted until then', by: 'by {{mode}}', on: 'on {{day}}', units: '{{n}} {{item}}', people: '{{n}} people', noFigure: 'no figure', moreClaims: 'and {{n}} more',
    position: 'Position of {{when}}, by {{by}}:', joined_one: '{{count}} claim came after it:', joined_other: '{{count}} claims came after it:', settles: 'What would settle it:', earlier_one: '{{count}} earlier position', earlier_other: '{{count}} earlier positions',
    take: 'Take a position', revise: 'Take another position', strike: 'Strike the position out', which: 'Which reading is accepted?', reason: 'Why', reasonHint: 'It is shown beside the figure.', enter: 'Take this position', taken: 'Position taken: {{what}}', struck: 'The position was struck out.', strikeReason: 'Why it is struck out',
    context_one: 'Counts differ in {{count}} place, each by its source and hour', context_other: 'Counts differ in {{count}} places, each by its source and hour', stray: 'Positions on what no longer contradicts anything: {{list}}',
  },
  claim: {
    title: 'What was said', which: 'Which', all: 'all', own: 'of this promise', contested: 'contradicted', none: 'No claim fits. Show all, or record one.', empty: 'Nothing that was said in public is on record. Record the first claim below.',
    when: 'When', who: 'Who', what: 'What', figure: 'Figure', accepted: 'Accepted', open: 'open', agrees: 'nothing against it', read: 'Read it', seen: 'Also seen at', written: 'written in {{language}}', snapshot: 'snapshot {{hash}}', note: 'Note', facts: 'Read the claim {{claim}}',
    more: 'Show all {{n}}',
    record: 'Record a claim', readText: 'Read a communiqué or an article', recorded: 'Claim {{claim}} recorded', close: 'Close',
    field: { claim: 'Code', saidAt: 'Said at', author: 'Author', channel: 'Channel', language: 'Language (fr, en …)', link: 'Link', linkHint: 'A claim needs a source: a link, a snapshot or a source on record.', snapshot: 'Snapshot of the page (PDF or picture)', source: 'Source on record', summary: 'What was said, in our words', about: 'It tells of', item: 'Item', units: 'Quantity', scope: 'For which area (EUROPE, IT …)', pledge: 'Promise', stance: 'Towards the promise', consignment: 'Shipment', mode: 'By', run: 'Flight, train or truck', place: 'Place', day: 'Day' },
    about: { total: 'what is promised in all', arrival: 'one shipment that has come', arrivals: 'all that has come so far', way: 'where or how goods go', count: 'a count of people' },
    stance: { supports: 'supports it', contradicts: 'contradicts it', context: 'context' }, unsaid: '–',
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type PromisesWords = Words<typeof promisesInEnglish>;

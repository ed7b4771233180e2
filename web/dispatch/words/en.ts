// The words of the dispatch page in English.

export const english = {
  title: 'Dispatch',
  answer: {
    next: 'Next, {{name}} leaves {{when}}.', none: 'No departure is ahead.', missed_one: ' {{count}} order missed its departure.', missed_other: ' {{count}} orders missed their departure.',
    late_zero: ' Nothing is late.', late_one: ' {{count}} order is late.', late_other: ' {{count}} orders are late.',
    open_zero: ' Every delivery that was due is confirmed.', open_one: ' {{count}} delivery that was due is not confirmed.', open_other: ' {{count}} deliveries that were due are not confirmed.',
    sub_one: '{{count}} release order, {{road}} on the road, {{delivered}} delivered.', sub_other: '{{count}} release orders, {{road}} on the road, {{delivered}} delivered.',
  },
  orders: 'Release orders', ordersEmpty: 'No release order has been given. Approve a plan, then release its lines here.', show: 'Show', all: 'all',
  group: { waiting: 'To be released by the hub', road: 'On the road', ended: 'Delivered or ended' },
  state: { ordered: 'ordered', verified: 'verified', accepted: 'accepted', refused: 'refused', loaded: 'loaded', 'on-the-road': 'on the road', arrived: 'arrived', 'partly-delivered': 'partly delivered', delivered: 'delivered', ended: 'ended' },
  late: 'late', lateBy: '{{span}} late', cartons: '{{n}} cartons', units: '{{units}} {{item}}', lot: 'lot {{lot}}', of: '{{delivered}} of {{all}} delivered', leaves: 'leaves {{when}}', left: 'left {{when}}', delivered: 'delivered {{when}}', refusedFor: 'Refused: {{reason}}', makesGood: 'makes good {{units}} {{how}}, {{dispatch}}',
  eta: { title: 'Expected {{early}} to {{late}}, most likely {{likely}}', planned: 'planned {{when}}', assumed: 'assumed: no delivery of this kind has been seen', seen_one: 'from {{count}} delivery seen', seen_other: 'from {{count}} deliveries seen' },
  obstacle: { border: 'The border stops lot {{lot}}: rule {{detail}}.', paper: 'Lot {{lot}} needs a paper at the border: {{paper}}.', expires: 'Lot {{lot}} expires on {{detail}}, before it arrives.', recalled: 'Lot {{lot}} is recalled.', missed: 'The departure {{detail}} has left without it.' },
  act: { verify: 'Verify', accept: 'Accept', refuse: 'Refuse', load: 'Loaded', depart: 'Departed', arrive: 'Arrived', deliver: 'Record delivery', deviate: 'Something went wrong', release: 'Release', replace: 'Make it good', cancel: 'Cancel', enter: 'Enter', undo: 'Undo', print: 'Print' },
  done: '{{what}}: {{dispatch}}.', undone: 'Undone by a correction; the first entry stays on record.', undoReason: 'entered by mistake',
  form: {
    when: 'When', whenWrong: 'Write a date and a time.', reason: 'Reason', reasonMissing: 'Say why.', units: 'Units of {{item}}, lot {{lot}}', partial: 'Unloading goes on: more of it will follow', name: 'Signed by', nameHint: 'Kept apart from the journal; can be erased.', role: 'Role', photos: 'Photos or signature (JPEG, PNG, WebP, PDF; 15 MB each)', reference: 'Report number', referenceMissing: 'A theft or a seizure has a report number.', kind: 'What happened', whichLot: 'Lot', count: 'Units', countWrong: 'Write a whole number from 1 to {{most}}.', sending: 'Entering …', nothing: 'Enter at least one unit.',
  },
  deviation: { damaged: 'Damaged', lost: 'Lost', stolen: 'Stolen', seized: 'Seized', refused: 'Refused by the receiver', returned: 'Returned to the hub' },
  plan: { title: 'Release the plan', text: 'Release orders out of an approved plan. Lines whose goods are not free at the hub wait.', plan: 'Plan', none: 'No plan is recorded. Record and approve one on the plan page.', option: '{{policy}}, {{when}}, {{lines}} lines', given_zero: 'No line can be released now.', given_one: '{{count}} order given.', given_other: '{{count}} orders given.', waiting_one: '{{count}} line waits', waiting_other: '{{count}} lines wait', why: { 'released-before': 'released before', 'struck-out': 'struck out', 'not-free-yet': '{{free}} of {{units}} units are free' } },
  losses: {
    title: 'Losses', open_zero: 'all made good', open_one: '{{count}} not made good', open_other: '{{count}} not made good', what: '{{units}} {{item}} {{how}}', by: '{{units}} made good by', still: '{{n}} are not made good yet.', nothing: 'Nothing of it is free in stock or announced: ask the donor.',
    kind: { 'goods-short': 'never came', 'goods-damaged': 'damaged', 'goods-lost': 'lost', 'goods-seized': 'seized', 'goods-recalled': 'handed back', 'goods-destroyed': 'destroyed', 'dispatch-refused': 'refused' },
    from: 'With', stock: '{{lot}}: {{n}} free, {{place}}', announced: '{{lot}}: {{n}} announced with {{consignment}}', way: 'By', run: '{{run}}, {{mode}}, {{departs}} – {{arrives}}', byHand: 'no departure: by hand, or fetched', reason: 'it makes good the loss of fact {{seq}}',
  },
  proof: { files_one: '{{n}} proof', files_other: '{{n}} proofs', signed: 'signed {{when}}', of: 'Proofs of {{dispatch}}', open: 'Open {{name}}', close: 'Close', kind: { 'dispatch-loaded': 'Loading', 'dispatch-departed': 'Departure', 'dispatch-arrived': 'Arrival', 'dispatch-delivered': 'Delivery', 'dispatch-accepted': 'Acceptance', 'dispatch-refused': 'Refusal', 'goods-damaged': 'Damage', 'goods-lost': 'Loss', 'goods-seized': 'Seizure', 'goods-returned': 'Return', 'goods-short': 'Shortage', other: 'Evidence' } },
  paper: { 'packing-list': 'Packing list', proforma: 'Proforma invoice', 'air-waybill': 'Air waybill', 'gift-certificate': 'Gift certificate', 'donation-letter': 'Donation letter', 'ce-certificate': 'CE certificate', 'test-report': 'Test report', 'service-request': 'Service request', other: 'Another paper' },
  loads: { title: 'Load lists', of_: 'What {{run}} carries', empty: 'No departure carries an order yet.', charter: 'charter', positions: 'Pallet places', weight: 'Weight', volume: 'Volume', of: '{{load}} of {{room}} {{unit}}', free: '{{load}} {{unit}}, no limit', over: 'over', order: 'Order', receiver: 'Receiver', item: 'Item', lot: 'Lot', cartons: 'Cartons', units: 'Units', sum: 'All', by: '{{carrier}}, {{mode}}', way: '{{from}} to {{to}}', times: 'leaves {{departs}}, arrives {{arrives}}' },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type DispatchWords = Words<typeof english>;

// The words of the hub's page in English.

import { sheetsEnglish } from './sheets-en.ts';

export const hubEnglish = {
  sheets: sheetsEnglish,
  hub: {
    next: '{{consignment}} from {{from}} lands {{when}}.', nothingComing: 'Nothing is on its way here.',
    due_zero: 'No pallet is due in two days.', due_one: 'One pallet is due in two days.', due_other: '{{n}} pallets are due in two days.',
    noQuestion: 'No discrepancy is open.', questions_one: 'One discrepancy is open.', questions_other: '{{count}} discrepancies are open.',
    here: '{{cartons}} cartons are at {{place}}. Consignments on their way: {{coming}}.',
    dated: 'What is entered is dated', datedNow: 'What is entered is dated now', toNow: 'Back to now', dropHere: 'Drop the shipper’s sheet here',
    arrivals: 'Arrivals', elsewhere_one: '{{count}} consignment that does not come here', elsewhere_other: '{{count}} consignments that do not come here', bring: 'Bring a shipper’s sheet', noArrivals: 'No consignment is announced. Drop a shipper’s packing list anywhere on this page, or choose “Bring a shipper’s sheet”.',
    column: { consignment: 'Consignment', state: 'State', planned: 'Planned', estimated: 'Estimated', actual: 'Landed', load: 'Load', papers: 'Papers', lot: 'Lot', item: 'Item', batch: 'Batch', announced: 'Announced', uncounted: 'To count', counted: 'Counted', turn: 'Turn', expires: 'Expires', cartons: 'Cartons', holder: 'Holder', units: 'Units', told: 'Told', when: 'When', what: 'What', in: 'In', out: 'Out', balance: 'Balance' },
    state: { announced: 'announced', departed: 'in the air', arrived: 'landed', counted: 'counted' },
    in: { landed: 'To count', held: 'Customs', quarantined: 'Quarantine', available: 'Available', allocated: 'Allocated' },
    load: { weight: 'Weight', volume: 'Volume', pallets: 'Pallets', positions: '{{n}} positions' },
    complete: 'complete', missing_one: '{{count}} missing', missing_other: '{{count}} missing', waybill: { master: 'AWB', house: 'HAWB' }, overflowing: '{{n}} cartons do not fit',
    consignment: 'Consignment {{consignment}}', close: 'Close', noLots: 'Its packing list has not come yet. Bring the shipper’s sheet and name this consignment.',
    stays: '{{cartons}} cartons of {{lot}} do not fit.', noFlight: 'No later flight on this way has room: announce one, or charter.', fitsOn: '{{onto}} has room for {{n}}.', doesNotFit: 'does not fit its aircraft',
    manifest: 'Tally against the manifest', tally: 'Tally', countOf: 'Counted of {{lot}}, {{unit}}', inUnits: 'units', inCartons: 'cartons of {{n}}', expires: 'expires {{when}}', isAsked: 'question open', isCounted: 'counted', goesOn: 'The count goes on: open no question yet',
    document: { 'packing-list': 'Packing list', proforma: 'Proforma invoice', 'air-waybill': 'Air waybill', 'gift-certificate': 'Gift certificate', 'donation-letter': 'Donation letter', 'ce-certificate': 'CE certificate', 'test-report': 'Test report', 'service-request': 'Service request', other: 'Another paper' },
    goodsReceivedNote: 'Goods received note (PDF)', or: ' or ', filed: 'filed', isMissing: 'is missing', pieces: '{{n}} pieces, {{kg}} kg',
    discrepancies: 'Open discrepancies', noDiscrepancy: 'What was counted agrees with what was announced and pledged.',
    differs: { short: '{{found}} found of {{expected}}; {{missing}} are missing', surplus: '{{found}} found, {{expected}} were announced', 'beyond-pledge': '{{found}} announced; {{expected}} of the pledge were still to come' },
    how: { short: 'It never came: record {{n}} units as short', word: 'Explained otherwise' },
    handling: { title: 'Handling ahead', unit: 'pallets an hour', handled: 'handled', waiting: 'waits', rate: 'rate: {{n}} an hour, {{docks}} docks', noRate: 'The hub’s rate is not known.', noQueue: 'Nothing waits over an hour’s end.', queue: 'The longest queue is {{n}} pallets, {{when}}.', nothing: 'Nothing is due in the next 48 hours.', sum: '{{n}} pallets in 48 hours.' },
    stock: 'Stock by lot', fefo: 'first expired, first out', noStock: 'Nothing is here yet. Goods show as soon as a consignment has landed.', lotsOf: '{{shown}} of {{all}} lots', noLotFits: 'No lot fits these filters.', turn: 'no. {{n}}', expired: 'expired', recalled: 'recalled', cardOf: 'Stock card of {{lot}}', act: 'Act', actOn: 'Act on {{lot}}', noMovement: 'Nothing of this lot has moved here yet.', factOf: '{{n}} left, fact {{seq}}',
    atMost: 'at most {{n}}', asPacked: 'empty: as it is packed', zeroPallets: 'empty: as usual; 0: no pallets', built: '{{cartons}} cartons and {{pallets}} pallets were numbered.',
    recalls: 'Recalls', noRecall: 'No lot is recalled.', recallBatch: 'Who holds a batch', holders: 'Holders', noHolder: 'Nobody holds units of it.', askingHolders: 'Looking for who holds it …', holds_one: 'One holder has {{units}} units of {{lots}}.', holds_other: '{{count}} holders have {{units}} units of {{lots}}.', tell: 'tell {{who}}', handlingUnits_one: '{{count}} handling unit', handlingUnits_other: '{{count}} handling units', lifted: 'lifted {{when}}', recallSum: '{{held}} held, {{recovered}} recovered, {{lost}} lost; {{untold}} holders to tell.',
    holder: { place: 'place', consignment: 'consignment', dispatch: 'dispatch', recipient: 'receiver' }, channel: { phone: 'by phone', 'e-mail': 'by e-mail', 'in-person': 'in person' }, channelTo: 'How {{who}} was told',
    field: { arrival: 'Expected to land', reason: 'Reason', document: 'Paper', paperNumber: 'Number', units: 'Units ({{item}})', certificate: 'Certificate', sample: 'Sample or report', customs: 'Customs reference', how: 'What it was', word: 'What was found out', unitsPerCarton: 'Units a carton', cartonsPerPallet: 'Cartons a pallet', bin: 'Bin or dock', recall: 'Number of the recall', authority: 'Who recalls', batch: 'Maker’s batch number' },
    do: { departed: 'Departed', arrived: 'Landed', estimate: 'Enter an estimate', offload: 'Book {{n}} cartons onto {{onto}}', allAsAnnounced: 'All as announced', count: 'Record the count', closeTally: 'Close the tally', file: 'File a paper', print: 'Print', resolve: 'Resolve', hold: 'Held by customs', clear: 'Cleared', quarantine: 'Quarantine', release: 'Release', pack: 'Pack and label', recall: 'Recall', holders: 'Who holds it?', told: 'Told' },
    did: { departed: '{{consignment}} departed.', arrived: '{{consignment}} landed.', estimated: 'New estimate for {{consignment}}.', offloaded: '{{lot}} partly moved to {{onto}}.', tallied: '{{consignment}} counted.', counting: '{{consignment}} counted in part.', filed: '{{paper}} filed.', resolved: 'Count of {{lot}} resolved.', hold: '{{n}} units of {{lot}} held by customs.', clear: '{{n}} units of {{lot}} cleared.', quarantine: '{{n}} units of {{lot}} put into quarantine.', release: '{{n}} units of {{lot}} released.', recall: '{{lot}} recalled.', told: '{{who}} told.' },
    kind: { 'consignment-arrived': 'landed', 'goods-tallied': 'counted', 'customs-held': 'held by customs', 'customs-cleared': 'cleared by customs', 'goods-quarantined': 'into quarantine', 'goods-released': 'out of quarantine', 'goods-surplus': 'surplus', 'lot-recalled': 'recalled', 'recall-lifted': 'recall lifted', 'dispatch-released': 'allocated', 'release-refused': 'order refused', 'dispatch-departed': 'sent on', 'goods-short': 'never came', 'goods-damaged': 'damaged', 'goods-lost': 'lost', 'goods-seized': 'seized', 'goods-recalled': 'handed back', 'goods-destroyed': 'destroyed', 'goods-returned': 'returned' },
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type HubDictionary = Words<typeof hubEnglish>;

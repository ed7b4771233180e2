// The words of all papers and reports in English: the measure for the other languages (vocabulary.ts). Names of boxes follow
// the published forms. Sentences are our own.

export const en = {
  titles: {
    'packing-list': 'Packing list',
    'cargo-manifest': 'Cargo manifest',
    'gift-certificate': 'Gift certificate',
    'proforma-invoice': 'Proforma invoice',
    'air-waybill': 'Air waybill data sheet',
    cmr: 'CMR consignment note, data sheet',
    cim: 'CIM consignment note, data sheet',
    'goods-received-note': 'Goods-received note',
    'release-order': 'Release order',
    waybill: 'Waybill',
    'loss-report': 'Loss and damage report',
    'relief-declaration': 'Data for relief from import duty and VAT',
    'recall-notice': 'Recall notice',
  },
  /** Before the dots of a field that is not on record. */
  toComplete: 'Lines of dots are not on record: complete them by hand before the paper is used.',
  shipment: {
    consignment: 'Consignment', dispatch: 'Dispatch', from: 'From', to: 'To', carrier: 'Carrier', mode: 'Mode', run: 'Flight, train or truck', aircraft: 'Aircraft',
    plannedDeparture: 'Planned departure', departed: 'Departed', plannedArrival: 'Planned arrival', arrived: 'Arrived', released: 'Released', delivered: 'Delivered',
    sender: 'Sender', donor: 'Donor', consignee: 'Consignee', address: 'Address', eori: 'EORI number', waybills: 'Air waybills', route: 'Route', papersHeld: 'Papers held',
  },
  modes: { road: 'road', rail: 'rail', air: 'air', sea: 'sea' },
  goods: {
    title: 'Goods', empty: 'Nothing is on it yet: announce its lots.', lot: 'Lot', item: 'Goods', code: 'CN code', batch: 'Batch', expires: 'Expires', cartons: 'Cartons', perCarton: 'Per carton', units: 'Pieces', pallets: 'Pallets',
    gross: 'Gross weight', volume: 'Volume', unitValue: 'Value a piece', value: 'Value', pledge: 'Pledge', boundFor: 'Meant for', donor: 'Donor', temperature: 'Keep', origin: 'Country of origin',
    reckoned: 'Weights marked ~ were not declared: cartons × the weight of a carton in the item list.', temperatures: { ambient: 'ambient', cool: 'cool', frozen: 'frozen' },
  },
  units: {
    title: 'Handling units', empty: 'No handling unit was recorded.', number: 'Number', type: 'Type', within: 'Stands in', types: { carton: 'carton', crate: 'crate', pallet: 'pallet', uld: 'ULD' },
  },
  sign: { prepared: 'Prepared by', checked: 'Checked by', sender: 'Sender: date, signature, stamp', carrier: 'Carrier: date, signature, stamp', consignee: 'Consignee: date, signature, stamp', donor: 'Donor: date, signature, stamp', hub: 'Hub: date, name, signature', customs: 'Customs: date, signature, stamp' },
  manifest: {
    waybills: 'Air waybills', noWaybill: 'No air waybill is on record.', waybill: 'Waybill', kind: 'Kind', master: 'master', house: 'house', under: 'Under', pieces: 'Pieces', goods: 'Nature of goods', chargeable: 'Chargeable weight', capacity: 'Holds for the operation',
    loaded: 'What is on board', stayed: 'Announced and left behind', nothingStayed: 'Nothing stayed behind.',
  },
  gift: {
    opening: (donors: string, consignee: string) => `The goods listed below are a gift of ${donors} to ${consignee}.`,
    terms: ['They are given without payment or any service in return.', 'They are meant for distribution free of charge to people whom an outbreak of disease endangers, and to those who care for them.', 'They are not for sale and may not be used otherwise.'],
    transit: 'Where goods are meant for another country, the country named beside them is their destination: they pass in transit.',
  },
  proforma: {
    notice: 'No commercial value. Value for customs only.', terms: 'Delivery term (Incoterms)', currency: 'Currency', reason: 'Reason for export', relief: 'Gift, humanitarian relief',
    source: 'Values are those of the operation’s item list, for customs only; nothing is to be paid.', unvalued: 'Goods without a value in the item list bear dots; they are not in the total.', total: 'Total value for customs',
  },
  awb: {
    notice: 'Not an air waybill. Data for its boxes, numbered as on the form.', shipper: 'Shipper’s name and address', shipperAccount: 'Shipper’s account number', consignee: 'Consignee’s name and address', consigneeAccount: 'Consignee’s account number', agent: 'Issuing carrier’s agent', agentCode: 'Agent’s IATA code',
    departure: 'Airport of departure and requested routing', accounting: 'Accounting information', routing: 'Routing: to, by first carrier', currency: 'Currency', valueCarriage: 'Declared value for carriage', valueCustoms: 'Declared value for customs', destination: 'Airport of destination', flight: 'Requested flight and date', insurance: 'Amount of insurance', handling: 'Handling information',
    pieces: 'No. of pieces (RCP)', gross: 'Gross weight, kg', rateClass: 'Rate class', commodity: 'Commodity item No.', chargeable: 'Chargeable weight, kg', nature: 'Nature and quantity of goods', executedDate: 'Executed on (date)', executedPlace: 'at (place)', signature: 'Signature of issuing carrier or its agent', number: 'Air waybill number', certified: 'Shipper’s certification',
    noValue: 'NVD (no value declared)', humanitarian: 'Humanitarian relief goods, free of charge.', keepCool: 'Keep at the temperature named beside the goods.', papers: (papers: string) => `Papers with the goods: ${papers}`,
  },
  cmr: {
    notice: 'Data for the 24 boxes of the consignment note.', sender: 'Sender (name, address, country)', consignee: 'Consignee (name, address, country)', delivery: 'Place of delivery of the goods (place, country)', takingOver: 'Place and date of taking over of the goods (place, country, date)', documents: 'Documents attached', marks: 'Marks and numbers', packages: 'Number of packages', packing: 'Method of packing', nature: 'Nature of the goods', statistical: 'Statistical number', gross: 'Gross weight in kg', volume: 'Volume in m³',
    instructions: 'Sender’s instructions', payment: 'Instructions as to payment for carriage', cash: 'Cash on delivery', carrier: 'Carrier (name, address, country)', successive: 'Successive carriers (name, address, country)', reservations: 'Carrier’s reservations and observations', special: 'Special agreements', paidBy: 'To be paid by', established: 'Established in, on', senderSigns: 'Signature and stamp of the sender', carrierSigns: 'Signature and stamp of the carrier', received: 'Goods received: place, date, signature and stamp of the consignee',
    paramount: 'This carriage is subject, notwithstanding any clause to the contrary, to the Convention on the Contract for the International Carriage of Goods by Road (CMR).', cartons: 'cartons', noCash: 'none', relief: 'Humanitarian relief goods. Not for sale. Hand over against signature only.',
  },
  cim: {
    notice: 'Data for the consignment note, by the numbers of its boxes.', consignor: 'Consignor (name, address, signature)', consignorCode: 'Customer code of the consignor', payerCode: 'Customer code of the payer of prepaid charges', consignee: 'Consignee (name, address, country)', consigneeCode: 'Customer code of the consignee', payerCodeRest: 'Customer code of the payer of other charges', declarations: 'Consignor’s declarations', reference: 'Consignor’s reference', annexes: 'Documents attached', delivery: 'Place of delivery', deliveryCode: 'Code of the place of delivery', station: 'Code of the station serving it', commercial: 'Commercial specifications', agreement: 'Customer agreement or tariff number', information: 'Information for the consignee', takingOver: 'Place of taking over: place, month, day, hour', takingOverCode: 'Code of the place of taking over', wagon: 'Wagon No.', payment: 'Payment of charges', description: 'Description of the goods', exceptional: 'Exceptional consignment', rid: 'RID (dangerous goods)', nhm: 'NHM code', mass: 'Mass, kg', customs: 'Customs endorsements', value: 'Declaration of value', interest: 'Interest in delivery', established: 'Established in, on', notOnRecord: 'no',
  },
  received: {
    tally: 'Tally against the manifest', empty: 'Nothing has been counted yet.', manifested: 'On the manifest', counted: 'Counted', difference: 'Difference', damaged: 'Of which damaged', waiting: 'Not counted yet', first: 'Counting began', last: 'Last count', how: 'Counted by', ways: { count: 'pieces', scan: 'scanned units', pallet: 'whole pallets' }, reference: 'References',
    discrepancies: 'Discrepancies', none: 'No discrepancy: what was counted is what was on the manifest.', kind: 'Kind', kinds: { short: 'short', surplus: 'surplus', 'beyond-pledge': 'beyond the pledge' }, state: 'State', open: 'open', closed: 'closed',
    held: 'Held by customs', quarantined: 'In quarantine', condition: 'Condition of the goods and remarks',
  },
  release: {
    order: 'Order', place: 'Release from', recipient: 'Release to', plan: 'Plan', replaces: 'Makes good', state: 'State', reason: 'Reason', legs: 'Way', noWay: 'No departure is on record: the receiver fetches the goods, or the way is arranged by hand.', leg: 'Run', departs: 'Departs', arrives: 'Arrives',
    states: { ordered: 'ordered', verified: 'verified: stock and papers are there', accepted: 'accepted: it will be loaded', refused: 'refused' }, verify: 'Verified by: date, name, signature', accept: 'Accepted by: date, name, signature',
  },
  waybill: { sent: 'Sent', receivedGood: 'Received in good order', short: 'Short', damaged: 'Damaged', toReceiver: 'To the receiver: count, write what you found, sign. What differs is a discrepancy, not a fault of yours.', remarks: 'Remarks on receipt', scan: 'The square code names this dispatch, or the unit that is sent.' },
  loss: {
    kinds: { 'goods.short': 'Short', 'goods.damaged': 'Damaged', 'goods.lost': 'Lost', 'goods.seized': 'Seized', 'goods.recalled': 'Taken back after a recall', 'goods.destroyed': 'Destroyed', 'dispatch.refused': 'Refused by the receiver' },
    what: 'What happened', when: 'When it happened', recorded: 'Recorded', by: 'Recorded by (role)', where: 'Where', report: 'Report number', reason: 'Cause, as reported', note: 'Remark', evidence: 'Evidence', noEvidence: 'none on record', value: 'Value by the item list', found: 'Found again or returned since', replaced: 'Made good by', notReplaced: 'not made good yet',
    where4: { consignment: 'consignment', place: 'place', dispatch: 'dispatch', recipient: 'receiver' }, balance: 'Of the whole lot', lostOfLot: 'Lost of the lot to this day', statement: 'Statement of the witness', witness: 'Witness: name, date, signature', investigator: 'Investigated by: name, date, signature',
  },
  relief: {
    notice: 'Data for the customs declaration under Decision (EU) 2020/491.', importer: 'Importer or organisation on whose behalf is imported', status: 'Status (Article 1(1)(c))', state: 'State organisation, public body or other body governed by public law', approved: 'Disaster relief agency or organisation approved by the competent authority; approval No.', use: 'Use', free: 'Distribution free of charge', available: 'Made available free of charge, remaining property of the body', procedure: 'Procedure and relief code (data element 1/11)', declared: 'Date of import', basis: 'Legal basis',
    basisText: 'Decision (EU) 2020/491 of 3 April 2020, goods imported from 30 January 2020; Regulation (EC) No 1186/2009, Articles 74 to 80; Directive 2009/132/EC, Articles 51 to 57.', undertaking: 'The importer declares that the goods are for persons affected by or at risk from COVID-19, or involved in combating it, are given or made available to them free of charge, and will not be lent, hired out or transferred otherwise without notice to the competent authority.',
    onward: 'Onward distribution: who is to receive the goods', noOnward: 'No release order yet: the receivers are not decided.', receiver: 'Receiver', before: 'The goods arrived before 30 January 2020 or have not arrived: the relief covers import from that day.',
  },
  recall: {
    stop: 'Stop using these lots now. Keep them apart. Do not destroy or send them back before you are told how.', why: 'Why', authority: 'Authority', reference: 'Its reference', recalled: 'Recalled', holder: 'You hold', lots: 'Recalled lots on record with you', state: 'State', places: 'Where they lie', bin: 'Place within', reply: 'Reply', replyText: 'Please fill in and send back: what you have found and set apart, and what was used already.', found: 'Set apart', used: 'Used already', notFound: 'Not found', lifted: 'This recall has been lifted.',
    states: { outstanding: 'outstanding', consigned: 'waits for departure', airborne: 'in the air', landed: 'landed, not counted', held: 'held by customs', quarantined: 'in quarantine', available: 'in stock', allocated: 'under a release order', onward: 'on the road', delivered: 'delivered', accepted: 'accepted', lost: 'lost', damaged: 'damaged', seized: 'seized', refused: 'refused', recalled: 'taken back', destroyed: 'destroyed' },
  },
  reports: {
    titles: { pipeline: 'Daily pipeline', stock: 'Stock at the hubs', movements: 'Movements of the day', discrepancies: 'Discrepancies', donors: 'Donor report' },
    asOf: 'As of', day: 'Day', total: 'Total', byPledge: 'By pledge and item', byItem: 'By item', summary: 'Pledges', receivers: 'Down to the last receivers', open: 'Open', pledge: 'Pledge', donor: 'Donor', item: 'Item', promised: 'Promised', surplus: 'Surplus', outstanding: 'Outstanding', consigned: 'Consigned', inTheAir: 'In the air', atHub: 'At the hub', onward: 'Onward', delivered: 'Delivered', accepted: 'Of which accepted', lost: 'Lost', everLanded: 'Ever landed', landedShare: 'Landed, share',
    place: 'Place', lot: 'Lot', batch: 'Batch', expires: 'Expires', landed: 'Landed, not counted', held: 'Held', quarantined: 'Quarantined', available: 'Available', allocated: 'Allocated', units: 'Pieces', cartons: 'Cartons', turn: 'Turn (FEFO)', remark: 'Remark', expired: 'expired', recalled: 'recalled', time: 'Time', what: 'What', from: 'From', to: 'To', by: 'By (role)', reference: 'Reference', seq: 'Fact', opened: 'Opened', kind: 'Kind', expected: 'Expected', found: 'Found', missing: 'Still missing', where: 'Where', state: 'State', receiver: 'Receiver', country: 'Country', consignment: 'Came with', dispatch: 'Dispatch', when: 'When', transit: 'on the way', resolved: 'closed', openState: 'open',
    empty: { pipeline: 'Nothing has been promised yet.', stock: 'Nothing is in stock.', movements: 'Nothing moved on this day.', discrepancies: 'What was sent and what was received agree.', donors: 'Nothing has been delivered or is on the way yet.' },
  },
};

export type Words = typeof en;

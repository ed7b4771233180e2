// The words of the public pages in English. {braces} are slots for numbers that lead to their facts. Whoever adds a key here adds it
// to the other languages too: their type asks for it.

import { english as language } from '../../../src/words/en/english.ts';
import type { PublicWords } from './words.ts';

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const SHARES: Readonly<Record<string, string>> = { '0.2': 'A fifth has landed', '0.25': 'A quarter has landed', '0.4': 'Two fifths have landed', '0.5': 'Half has landed', '0.6': 'Three fifths have landed', '0.75': 'Three quarters have landed', '0.8': 'Four fifths have landed' };

export const text = {
  question: 'Is the promise being kept?', asOf: 'As of {when}', present: 'The present state', skip: 'Skip to the story', languages: 'Languages', nothing: 'Nothing has been promised through this hub yet.', nothingText: 'The page fills by itself as soon as the first promise is recorded.',
  promised: '{promised} {item} promised to {scope}.', landedNone: 'None have landed yet.', landedAll: 'All have landed.', landedShare: '{share}.', landedPercent: '{percent} have landed.',
  lead: '{landed} of {promised} have landed, {percent}. Receivers have confirmed {delivered}; {underWay} are on their way to them.', leadNothing: '{promised} were promised. None have landed yet.',
  verdict: 'Verdict', expectedBy: 'all expected by {when}', expectedUnknown: 'no day can be named yet', verdictPending: 'the verdict follows with the plan', verdictEarlier: 'by the plan of {when}; a newer one is being made', verdictRests: 'Rests on the plan of {when}.', due: 'due {day}', kept: 'Kept', 'on-course': 'On course', 'at-risk': 'At risk', broken: 'Broken',
  meter: 'Where the {item} are', squares: 'One square is {each} {item}.', squaresLabel: '{total} squares: {parts}', landed: 'landed', toLand: 'still to land', load: 'What it carries', all: 'all',
  days: '{landed} {item} are {days} days of {area}', daysNone: 'Nothing has landed for {area} yet', need: '{area} asks for {perDay} {item} a day, more than any other country of this promise.', census: 'On {when}, {wards} patients were on its wards and {intensiveCare} in intensive care.', needSource: 'Need: {sources}, reported {when}.', covered: 'covered by what has landed', uncovered: 'nothing landed for {area} after that', daysLabel: 'The next fourteen days in {area}; {days} are covered',
  where: 'Where are they?', mapLabel: 'Map: the hub, aircraft, ways onward and receivers', mapText: 'Circle: fourteen days’ need. Filled: delivered, on the way or allocated; pale: planned. Solid lines have happened, dashed ones are to come.', mapAlso: 'The same by country', landsAt: 'lands {when}', closedUntil: 'closed to {when}', closed: 'closed', paperNeeded: 'paper needed', planned: 'planned',
  countries: 'Country by country', country: 'Country', bound: 'Promised', delivered: 'Delivered', underWay: 'On the way', perDay: 'Need a day', countriesText: '{item} that pass this hub, by the country they are bound to.', countriesNone: 'Nothing is bound to a country yet.',
  diary: 'Day by day', expected: 'expected', diaryNone: 'Nothing has happened yet.', correction: 'Correction',
  others: 'Why other figures?', figure: 'Figure', counts: 'What it says, and who said it', position: 'Our position', replaced: 'Not followed: the promise stands at {accepted}.', followed: 'The figure this page follows.', part: 'A part of {accepted}.', contextOnly: 'Told for what it is; it moves no number here.', othersNone: 'Nobody has said anything else.', saidOn: '{author}, {channel}, {when}',
  official: 'Official counts', officialText: 'They differ by source and hour, so each stands with both.', cases: 'Cases', deaths: 'Deaths', source: 'Source', hour: 'Hour', notStated: 'not stated',
  promises: 'Every promise', promisesText: 'Each with its own account, to the last door.', donor: 'Donor', for: 'For', item: 'Goods', seeLots: 'Where it is', outside: 'does not pass this hub',
  corrections: 'Corrected', correctionsText: 'What was published and is no longer so. The earlier value stays readable.', from: 'was', to: 'is', struck: 'struck out',
  texts: 'What we have said', textsText: 'Every number in these texts came out of the journal when it was published.', textCorrects: 'puts “{text}” right', textCorrected: 'put right since', textElsewhere: 'where it was published',
  proof: 'Check it yourself', proofText: 'Every number on this page comes out of one journal. It has to add up, to the mask.', proofHead: '{n} facts, the last one recorded {when}.', downloads: 'Downloads and feeds', csv: 'Table (CSV with HXL tags)', json: 'Data (JSON)', xlsx: 'Workbook (XLSX)', atom: 'Feed (Atom)', jsonFeed: 'Feed (JSON)', embed: 'Embed this', print: 'Printed, the page keeps its numbers and loses nothing.', embedText: 'Paste this where the card is to stand:',
  checkText: 'The journal is kept as a signed log that anybody may copy. Your browser can check all of it, and hold every number of every promise on this page against it.', checkButton: 'Check it in this browser', checkAgain: 'Check again', checkCommand: 'Without trusting this page’s script:',
  checkKeys: 'The key and the signature', checkLeaves: 'Every leaf', checkProofs: 'Proofs', checkTotals: 'The totals', checkPage: 'The numbers on this page',
  checkedLeaves: '{n} leaves hashed; together they give the signed root', checkedProofs: '{n} proofs hold', checkedTotals: '{n} promises added up from the leaves alone; they are what the operation publishes', checkedPage: '{n} numbers on this page are those of the leaves',
  checkKept: 'It goes on from the log that this browser checked before.', checkFirst: 'This browser keeps the checkpoint: the next check shows whether anything was changed since.',
  checkHolds: 'It holds.', checkFails: 'It does not hold.', checkSince: 'The log holds. Facts have come in since this page was made: load it again.', checkDiffers: 'The log holds, but this page says something else about {what}. Believe the log, and tell us.', checkUnreachable: 'The log could not be read. Check the network and try again.',
  problemMissing: 'A part is missing.', problemUnreadable: 'A part cannot be read.', problemKeys: 'The key is not the one it was.', problemSignature: 'The checkpoint is not signed by this log.', problemTile: 'Leaves and tiles do not belong together.', problemLeaf: 'A leaf is not what was signed.', problemRoot: 'What is served is not what was signed.', problemProof: 'A proof does not hold.', problemForked: 'The log was changed since it was checked before. Keep this page and show it to others.', problemShrunk: 'Facts were taken back since it was checked before. Keep this page and show it to others.', problemTotals: 'The published totals are not those of the leaves.', problemLedger: 'The leaves move units that were not there.',
  sources: 'Sources', sourcesText: 'Who said it, where, and under which licence.', footer: 'Written by the operator of the air bridge, out of its journal.',
  factTitle: 'Fact {n}', occurred: 'Happened', recorded: 'Recorded', says: 'What it says', moved: 'What it moved', movedNone: 'It moves no units.', noteTitle: 'Note', history: 'How it was corrected', factStruck: 'This was struck out: it never happened.', before: 'before', after: 'after', noSource: 'No source is named.', forPrograms: 'For programs', back: 'Back to the page', evidence: 'Seen at',
  figureTitle: 'How this number comes about', figureNone: 'No fact moves this figure: it is what nothing has happened to.', factColumn: 'Fact', when: 'When', value: 'Value', shareOf: '{part} ÷ {whole} = {percent}, rounded down.', daysOf: '{part} ÷ {whole} a day = {days} days, rounded down.', moreTerms: 'and {n} more facts; all of them are in the data.',
  pledgeTitle: 'Where are the {promised} {item}?', lots: 'Lot by lot', lot: 'Lot', consignment: 'came with {consignment}', now: 'Now', way: 'Its way', lotsNone: 'Nothing of it is on a waybill yet.', shareLink: 'This address always answers with the present state.', from_: '{donor} promised this to {scope}.',
  thanksTitle: '{name} has received', thanksText: 'Thank you. Each line below is a receipt that stands in the journal.', thanksTo: 'Given by {donors}.', receipts: 'Receipts', signed: 'signed', received: 'received', accepted: 'accepted after inspection',
  cardOpen: 'The whole account', cardTitle: 'Is the promise being kept?',
  notFound: 'There is no such page.', notNow: 'Too many different pages are asked for just now.', refused: 'This cannot be answered.',
  pair: '{name}: {value}', people: 'people', pieces: '{item}', aDay: '{item} a day', daysUnit: 'days', assumption: 'assumption',
};

export const english: PublicWords = {
  language,
  own: 'English',
  text,
  state: { delivered: 'Delivered', lost: 'Lost', onward: 'On the way', allocated: 'Allocated', atHub: 'At the hub', inTheAir: 'In the air', consigned: 'On a waybill', outstanding: 'Only promised', promised: 'Promised', surplus: 'More than promised', landed: 'Landed', share: 'Share landed' },
  stateText: { delivered: 'Counted and confirmed by the receiver.', lost: 'Damaged, missing or seized. It stays in the account.', onward: 'Left the hub for a receiver.', allocated: 'Set aside for a receiver.', atHub: 'Landed and in stock.', inTheAir: 'Under way to the hub.', consigned: 'On a flight that has been announced.', outstanding: 'No flight has been announced for it.' },
  scopeTo: { EUROPE: 'Europe', EU: 'the European Union', EFTA: 'the EFTA states' },
  spelled: (n) => (n % 1_000_000 === 0 && n / 1_000_000 <= 10 && n > 0 ? `${NUMBERS[n / 1_000_000]} million` : null),
  shareSpelled: (share) => SHARES[String(share)] ?? null,
  of: (item) => item,
  kinds: {
    'operation.opened': 'The operation opened', 'source.recorded': 'A source', 'item.registered': 'An item', 'recipient.registered': 'A receiver', 'claim.recorded': 'Said in public', 'pledge.made': 'Promised', 'pledge.amended': 'Promise changed', 'pledge.withdrawn': 'Promise withdrawn', 'earmark.set': 'Bound to a country or receiver',
    'consignment.announced': 'Flight announced', 'consignment.handed-over': 'Handed over', 'consignment.departed': 'Left', 'consignment.arrived': 'Arrived', 'consignment.estimated': 'New estimate', 'lot.announced': 'On the waybill', 'lot.offloaded': 'Stayed behind', 'goods.tallied': 'Counted', 'goods.surplus': 'More than listed',
    'customs.held': 'Held by customs', 'customs.cleared': 'Cleared by customs', 'goods.quarantined': 'Quarantined', 'goods.released': 'Released', 'lot.recalled': 'Recalled', 'recall.lifted': 'Recall lifted', 'count.reported': 'Official count', 'census.reported': 'Patients in hospital', 'counts.published': 'Official counts published', 'need.reported': 'Need reported', 'plan.proposed': 'Plan made',
    'dispatch.released': 'Set aside', 'release.refused': 'Order refused', 'dispatch.departed': 'Sent onward', 'dispatch.arrived': 'Passed', 'dispatch.delivered': 'Received', 'dispatch.accepted': 'Accepted', 'dispatch.refused': 'Refused', 'goods.short': 'Missing', 'goods.damaged': 'Damaged', 'goods.lost': 'Lost', 'goods.seized': 'Seized', 'goods.recalled': 'Recalled', 'goods.destroyed': 'Destroyed', 'goods.returned': 'Came back', 'communique.published': 'Published', 'discrepancy.resolved': 'Cleared up',
  },
  fields: {
    pledge: 'Promise', item: 'Goods', units: 'Units', donor: 'Donor', scope: 'For', due: 'Due', viaHub: 'Passes the hub', reason: 'Reason', claim: 'Claim', author: 'Who', channel: 'Where', language: 'Language', link: 'Link', summary: 'Summary', stance: 'Stance', earmark: 'Bond', areas: 'Areas', recipients: 'Receivers', consignment: 'Consignment', mode: 'By', carrier: 'Carrier', run: 'Flight', aircraft: 'Aircraft', from: 'From', to: 'To', until: 'Until', plannedDeparture: 'Planned departure', plannedArrival: 'Planned arrival', departure: 'Departure', arrival: 'Arrival', lot: 'Lot', place: 'Place', unitsPerCarton: 'Units a carton', area: 'Area', cases: 'Cases', deaths: 'Deaths', wards: 'On wards', intensiveCare: 'In intensive care', recipient: 'Receiver', severity: 'Severity, 1 to 5', dispatch: 'Dispatch', partial: 'Unloading goes on', plan: 'Plan', policy: 'Policy', asOf: 'As of', name: 'Name', title: 'Title', publisher: 'Publisher', published: 'Published', licence: 'Licence', id: 'Id', operation: 'Operation', text: 'Text', communique: 'Communiqué', basis: 'Facts behind it', lots: 'Lots', recall: 'Recall', lossOf: 'Found again', onto: 'Onto', as: 'As',
  },
  yes: 'yes',
  no: 'no',
};

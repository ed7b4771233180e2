// The reading's words in English.

export const english = {
  question: 'What does it promise?',
  lead: 'Paste a communiqué, a post or an article. Its claims are proposed with the words that they come from; nothing is recorded until you confirm.',
  form: 'An announcement to read', paste: 'The text, in English or French', example: 'The foundation will donate 2 million masks to Europe …', author: 'Who says it', channel: 'Where', published: 'Published', publishedHint: 'By the operation’s clocks; “Friday” is reckoned from it.', link: 'Link', optional: '(may be left out)', languageOf: 'Language of the text', recognise: 'By its words', language: { en: 'English', fr: 'French' },
  channels: { communiqué: 'Communiqué', post: 'Post', article: 'Article', report: 'Agency report' },
  read: 'Read it', busy: 'Reading …', nothingWritten: 'Nothing is written by reading.', another: 'Read another text',
  wrong: { text: 'Paste the text first.', long: 'That is more than 200,000 characters: paste the part that speaks of the goods.', author: 'Name the organisation or the paper that says it.', published: 'Give the day and the hour at which it was published.', link: 'An address begins with https://, or is left out.', units: 'Write a whole number, or nothing.', readings: 'The figure can be read in two ways: choose one.', summary: 'Say in a sentence what is claimed.' },
  found_one: 'One claim is proposed. Is it right?', found_other: '{{count}} claims are proposed. Are they right?', nothing: 'It claims nothing that this operation could record.', of: '{{author}}, {{when}}',
  text: 'The text', readAs: 'read as {{language}}', toClaim: 'claim {{n}}', unread_one: 'One figure was set aside', unread_other: '{{count}} figures were set aside',
  as: { percentage: 'a percentage', money: 'money', date: 'a year or a day', time: 'a time of day', duration: 'how long', distance: 'how far', weight: 'a weight', age: 'an age', people: 'people', phone: 'a telephone number', model: 'a flight, a model, a code', 'no-claim': 'no claim that could be made out' },
  claims: 'Proposed claims', notYet: 'not recorded yet', empty: 'No sentence promises, lands, counts or lacks anything that the operation knows. If one does, record the claim by hand.',
  in: 'Record it', before: 'Recorded before', change: 'Change its fields', carried: '(named elsewhere)', none: '–', which: 'Which one?',
  kind: { promise: 'A promise', 'promise-total': 'A promise in all', arrival: 'An arrival', destination: 'Where it goes', 'further-flights': 'More to come', route: 'The way it takes', support: 'Countries supported', count: 'An official count', estimate: 'An estimate', shortage: 'A shortage', denial: 'A denial' },
  stance: { supports: 'Supports', contradicts: 'Contradicts', context: 'Goes with' },
  field: { summary: 'In our words', item: 'Item', units: 'Units', scope: 'For', pledge: 'About the pledge', stance: 'What it does to it' },
  from: { donor: 'Donor', areas: 'Country', item: 'Item', quantity: 'Quantity', vague: 'Quantity in words', share: 'Share', date: 'Day', at: 'Place', from: 'From', via: 'Through', modes: 'By', measure: 'Counted', source: 'Source', certainty: 'How firm', denied: 'Denied' },
  rule: { cue: '', headline: 'Read as a headline, without a verb.', group: 'A group of countries: the promise is in all.', 'called-total': 'The text calls it a total.', conditional: 'It is said in the conditional: not firm.', 'other-donor': 'Another donor.', 'donor-carried': 'The donor is named in another sentence.', 'item-carried': 'The item is named before.', 'part-of': 'A part of the figure before it.', 'item-open': 'The words could mean another item too.', 'figure-open': 'The figure can be read in two ways.', 'figure-shared': 'The figure before it may count this too; the text does not say.', 'date-reckoned': 'The day is reckoned from that of publication.', vague: 'No number is made of the words.', 'said-again': 'The text says it twice.' },
  record_zero: 'Record claims', record_one: 'Record one claim', record_other: 'Record {{count}} claims', recording: 'Recording …', recorded_one: 'One claim is recorded.', recorded_other: '{{count}} claims are recorded.', noneChosen: 'Every claim is left out.', stillOpen_one: 'One claim has something open:', stillOpen_other: '{{count}} claims have something open:',
};

export type Dictionary = typeof english;

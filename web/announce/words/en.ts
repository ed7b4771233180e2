// The words of the page Announce in English.

export const english = {
  answer: {
    stale_one: '{{count}} published text no longer says what the record holds.', stale_other: '{{count}} published texts no longer say what the record holds.',
    waiting_one: '{{count}} approved text waits to be published.', waiting_other: '{{count}} approved texts wait to be published.',
    fine_one: '{{count}} text is published, and says what the record holds.', fine_other: '{{count}} texts are published, and say what the record holds.', none: 'Nothing has been announced yet.',
    sub: 'Every number in a text comes out of the ledger. Words of your own may hold none.',
  },
  draft: 'Draft', of: 'Figures as of {{when}}', language: 'Language', languages: { en: 'English', fr: 'French' }, form: 'Form', forms: { communique: 'communiqué', post: 'post', correction: 'correction' }, tone: 'Tone', tones: { plain: 'plain', warm: 'warm' }, length: 'Length', lengths: { short: 'short', full: 'full' },
  correcting: 'Correction of {{name}}', leaveCorrecting: 'Draft something else',
  noPlan: 'No plan of this instant is recorded, so the text tells no expected day. Open the plan page and approve one.',
  sentences: 'Sentences', keep: 'Keep this sentence', own: 'A sentence of your own, without numbers', ownHint: 'Thanks, a quotation, who to ask. A number in it is refused: choose the sentence of the draft that gives it.', add: 'Add it', remove: 'Take it out',
  text: 'The text', signs_one: '{{count}} character', signs_other: '{{count, number}} characters', page: 'The public page', copy: 'Copy', copied: 'Copied', name: 'Name', nameHint: 'Under which it stands in the journal, such as evening-of-the-landing.', approve: 'Approve this text', approved: '“{{name}}” is approved.',
  texts: 'Texts', empty: 'No text has been approved. Choose the sentences of a draft, give it a name, approve it.',
  state: { approved: 'approved', published: 'published', stale: 'no longer right', corrected: 'corrected by {{name}}' }, since: 'since {{when}}', publish: 'Publish', link: 'Where it is published', linkHint: 'Its address; may be left empty.', published: '“{{name}}” is published.', show: 'Show the text', correct: 'Draft the correction',
  change: 'said {{was}}, is {{now}}', gone: 'said {{was}}; no such figure any more', cancel: 'Cancel', print: 'Print', figure: 'figure of the ledger',
  units: { pieces: 'pieces', 'pieces-a-day': 'pieces a day', people: 'people', days: 'days', percent: 'per cent' },
};

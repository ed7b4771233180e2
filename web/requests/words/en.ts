// The words of requests for need in English: the desk that judges them, the sheet that brings them, the page of a link.

export const english = {
  severity: { 1: '1: can wait', 2: '2: low', 3: '3: ordinary', 4: '4: urgent', 5: '5: people die of it' },
  state: { open: 'waits for you', asked: 'asked about', answered: 'answered, waits for you', accepted: 'accepted', declined: 'declined', withdrawn: 'withdrawn', replaced: 'replaced' },
  via: { link: 'by link', sheet: 'by sheet', api: 'by a program', desk: 'at this desk' },
  cartons_one: '{{n}} carton', cartons_other: '{{n}} cartons', of: 'of {{n}}', window: '{{from}} to {{until}}',
  desk: {
    none: 'Nobody has asked for anything yet.', waits_one: 'One request waits for you.', waits_other: '{{count}} requests wait for you.', allJudged: 'No request waits for you.', asked_one: ' One waits for its requester’s answer.', asked_other: ' {{count}} wait for their requesters’ answers.',
    source: 'What is accepted is need from then on, and plans count it. A quantity outside the plausible band is asked about by itself, never dropped.',
    empty: 'A recipient says what it needs by a link, without an account: make one here. Or bring a sheet of requests.', sheet: 'Bring a sheet of requests',
    show: 'Show', shown: { waiting: 'what waits', all: 'all', accepted: 'accepted', declined: 'declined or withdrawn' }, find: 'Find a recipient or item', nothing: 'No request is like this.',
    recipient: 'Recipient', asks: 'Asks for', band: 'Held against the estimate', urgency: 'Urgency', since: 'Since', state: 'State', list: 'Requests', open: 'Look at the request of {{name}}', close: 'Close',
    mayNot: 'Requests for need are not yours to see as {{role}}.',
  },
  band: {
    asked: '{{asked}} asked', estimate: 'estimate {{low}} to {{high}}, most likely {{central}}', none: 'no counts to hold it against', part: 'of all of {{area}}, of which this is a part', whole: 'for {{area}}',
    above: 'above the plausible band: more than {{times}} times the high estimate', below: 'below the plausible band: less than a third of the low estimate', label: '{{asked}} asked; estimate {{low}} to {{high}}',
    parameters: 'The band: a third of the low estimate to {{times}} times the high one. Both are assumptions: {{notes}}',
  },
  detail: {
    beside: 'What it stands beside', alone: 'Nobody else asks for this.', said: 'What was said', why: 'Reason given: {{why}}', replaces: 'Takes the place of {{requests}}.', replacedBy: 'Replaced by {{request}}.',
    step: { request: 'asked for', ask: 'asked back', answer: 'answered', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', replace: 'replaced by a later request' }, byItself: 'asked by itself',
    accepted: 'Need since then: {{what}}',
  },
  judge: {
    accept: 'Accept', ask: 'Ask back', decline: 'Decline', undo: 'Undo the decision', units: 'Pieces accepted of {{item}}', within: 'Counts within what stands already, not on top', onTop: 'Counts on top', counts: 'How it counts: {{item}}', reason: 'Reason, if less or otherwise than asked', whyNot: 'Why not', question: 'Question to the requester', undoReason: 'Why it is undone', go: { accept: 'Accept', ask: 'Send the question', decline: 'Decline', undo: 'Undo' },
    hint: 'At most {{n}}; 0 leaves the line out.', asked: 'No answer yet. It can still be accepted or declined.',
  },
  links: {
    title: 'Links', text: 'Whoever has the link can file requests for that one recipient, until it expires or is revoked.', recipient: 'Recipient', days: 'Days that it holds', make: 'Make a link', none: 'No link stands.', until: 'until {{when}}', revoked: 'revoked', expired: 'expired', revoke: 'Revoke', once: 'Shown this once: send it to the recipient. It holds until {{when}}.', local: 'Links need a server with accounts (AIRBRIDGE_ACCOUNTS=on). Without it, bring requests as a sheet.',
  },
  sheet: {
    question: 'Bring a sheet of requests: who needs what, and what is wrong with it?', nothingWritten: 'Nothing is filed until every question is answered and every row is right or set aside.', drop: 'Drop a sheet of requests here, or choose it', kinds: 'Excel (.xlsx) or CSV of any country, a row for each recipient and item: recipient, item, quantity, unit, from, until, urgency, reason.',
    says_one: '{{count}} row for {{recipients}}.', says_other: '{{count}} rows for {{recipients}}.', nobody: 'No request could be read yet.', ready: 'Nothing is open.', before: 'This file was filed before. Nothing is left to do.',
    file: 'File the requests', filing: 'Filing …', filed_one: 'One request is filed.', filed_other: '{{count}} requests are filed.', asked_one: 'One of them was asked about at once: its quantity lies outside the plausible band.', asked_other: '{{count}} of them were asked about at once: their quantities lie outside the plausible band.', to: 'To the requests',
    lines: 'What it asks for', recipient: 'Recipient', item: 'Item', units: 'Pieces', cartons: 'Cartons', window: 'Days', urgency: 'Urgency', why: 'Reason', row: 'Row', mayNot: 'Requests are not yours to file as {{role}}.', back: 'All requests',
  },
  link: {
    title: 'What does {{name}} need?', none: 'A request', text: 'Say what is missing. Two minutes, no account. You can come back with this link to see what became of it.', item: 'Item', pieces: 'Pieces', packed: '= {{cartons}} of {{per}}', choosePieces: 'Single pieces, not cartons.', from: 'First day', until: 'Last day', urgency: 'How urgent', why: 'Reason (optional)', whyHint: 'Such as beds, staff, days of stock left.', line: 'Item {{n}}', another: 'Add another item', remove: 'Remove item {{n}}',
    who: 'Your name', whoHint: 'Kept apart from the journal; can be erased.', go: 'Send the request', busy: 'Sending …', sent: 'Thank you. The request is filed.', newOne: 'Ask for something else', until_: 'This link holds until {{when}}.', yours: 'Your requests', when: 'Filed {{when}}',
    became: { open: 'It is being looked at.', asked: 'There is a question for you.', answered: 'Your answer is being looked at.', accepted: 'Accepted: it counts in the plan.', declined: 'Declined.', withdrawn: 'Withdrawn.', replaced: 'A later request of yours took its place.' },
    part: '{{units}} of {{asked}} accepted.', question: 'A question for you', answer: 'Your answer', change: 'The number is right as it was, or correct it here', send: 'Send the answer', thanks: 'Thank you. Your answer is filed.', withdraw: 'Withdraw', really: 'Withdraw for good', keep: 'Keep it', reason: 'Reason: {{reason}}',
  },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type RequestsDictionary = Words<typeof english>;

// The words of the alerts page in English.

export const english = {
  none: 'Nothing needs a person now.', needs_one: 'One thing needs a person now.', needs_other: '{{count}} things need a person now.', critical_one: ' One is critical.', critical_other: ' {{count}} are critical.',
  nobody: 'Nobody is told of it by itself.', told_one: 'One address is told of what comes up.', told_other: '{{count}} addresses are told of what comes up.',
  undecided: 'No plan of this instant is at hand: whether promises are at risk is not known yet.',
  story: 'This operation stands at {{when}}: it is a story, and tells nobody by itself. An address added here is told only because you ask for it.',
  raised: 'Raised now', soonest: 'soonest first', allWell: 'As soon as a flight is late, a count differs, a border closes or stock runs low, it stands here.', since: 'noticed {{when}}', by: 'act by {{when}}', soon: 'the sooner the better',
  severity: { critical: 'critical', warning: 'warning', notice: 'notice' },
  to: { '/': 'To the promises', '/plan': 'To the plan', '/hub': 'To the hub', '/dispatch': 'To dispatch', '/need/requests': 'To the requests' },
  who: 'Who is told', add: 'Add an address', noSubscription: 'Nobody yet. Add an e-mail address or a webhook: it gets one message for each change, however many alerts are in it.',
  channel: { webhook: 'Webhook', 'e-mail': 'E-mail' }, every: 'everything', some: 'only: {{kinds}}', language: { en: 'in English', fr: 'in French' }, made: 'added {{when}}', madeBy: 'added {{when}} by {{name}}', machine: 'added {{when}} at this machine',
  paused: { 'by-hand': 'Paused {{when}}.', gone: 'Paused {{when}}: the receiver answered that it wants no more messages. Set it right there, then resume, or remove it.', 'not-theirs': 'Paused {{when}}: whoever added it may no longer see this operation.' },
  act: { test: 'Send a test', pause: 'Pause', resume: 'Resume', remove: 'Remove', really: 'Remove for good', keep: 'Keep it', retry: 'Send again', discard: 'Throw away' },
  sending: 'Sending …', taken: 'The test was taken.', notTaken: 'The test did not get through:',
  form: { channel: 'How', address: 'Address', webhookHint: 'An https address. Each message is signed; the secret is shown once.', mailHint: 'One e-mail address.', language: 'Language', kinds: 'What of', all: 'Everything', only: 'Only these', evenPast: 'Tell this address although the operation is a story', go: 'Add it', busy: 'Looking at the address …', cancel: 'Cancel', english: 'English', french: 'French', mailOff: 'This server sends no e-mail: whoever runs it can set AIRBRIDGE_SMTP_URL and AIRBRIDGE_SMTP_FROM.' },
  added: 'Added. The first message tells what stands now.', secret: 'The secret that each message is signed with. Shown this once: give it to the receiver.', close: 'Done',
  dead: 'What did not get through', noDead: 'No message was given up.', tries_one: 'given up {{when}} after one try', tries_other: 'given up {{when}} after {{count}} tries', to_: 'to {{address}}',
  kind: { 'late-flight': 'late flights', 'late-dispatch': 'late deliveries', discrepancy: 'counts that differ', paper: 'missing papers', closed: 'closed borders', held: 'goods held by customs', quarantined: 'quarantine', overflow: 'loads too big', 'out-of-stock': 'stock run out', 'stock-out': 'stock running out', 'at-risk': 'promises at risk', broken: 'broken promises', request: 'requests' },
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type AlertsDictionary = Words<typeof english>;

// English, for what only the plan page says: why, the frontier, decisions, replanning, approval. French has the same keys.

export const planEnglish = {
  whyPanel: {
    title: 'Why?', of: '{{to}}: {{cartons}} cartons of {{item}}', need: '{{to}}: {{units}} {{item}} short', close: 'Close', asking: 'Planning the alternatives.', again: 'Ask again', failed: 'No answer: {{why}}',
    hint: 'Select a line to see why it is so, what else could be, and to decide about it. Arrow keys go from line to line.',
    prices: 'What things on its way are worth', otherwise: 'What would change it', each: 'Each row is a plan of its own.', what: 'If', cover: 'This need', worst: 'Worst-off', cost: 'Cost', last: 'Last carton', proven: 'proven', none: 'no such plan', same: 'the same', points: '{{n}} pts', notTaken: 'not taken: {{euros}}, {{hours}}', notTakenCover: 'worst-off {{points}}', hours: '{{n}} h', roadNotTaken: 'The road not taken: {{route}}',
    preview: 'The draft’s plan is not recorded yet; its alternatives can be asked for once it is approved.',
  },
  frontier: {
    title: 'Equity, hours and cost', whyHub: 'Why this hub? And what if …', sub: 'what each asks of the others', draw: 'Draw the frontier', takes: 'Ten certified plans; some ten seconds.', asking: 'Planning ten points.', worst: 'Worst-off covered', hours: 'Median hours', cost: 'Transport', chart: 'Chart: worst-off cover and median hours against the cost of transport. The table below has the same figures.', point: 'Point', gap: 'Gap', mean: 'Covered on average', table: 'The points as a table', beaten: 'another is better in all', policies: 'Policies', certified: 'Certified points', failed: 'No frontier: {{why}}', choose: '{{point}}: worst-off {{worst}}, {{hours}}, {{cost}}, gap {{gap}}', besides: '{{point}}, beside the three policies',
    'most-equal': 'Most equal', 'equal-90': '90 % of the levels', 'equal-75': '75 % of the levels', 'equal-50': 'Half of the levels', 'most-relief': 'No level held', 'equal-cheaper': 'Most equal, cheaper', 'equal-faster': 'Most equal, faster',
  },
  decide: {
    title: 'Decide about this line', act: 'Decision', pin: 'Pin it: it stands as it is', set: 'Set it to a number of cartons', forbid: 'Not by this departure', move: 'Move cartons to another line', release: 'Release it: it need not stand', cartons: 'Cartons', struck: '0 strikes the line.', reason: 'Reason', departure: 'Departure', whom: 'For whom', everybody: 'everybody', to: 'To', add: 'Add to the draft', noTarget: 'No other line carries {{item}}.', drag: 'Or drag a line onto another of the same item.', most: 'at most {{n}}',
    draft: 'Draft of decisions', empty: 'Nothing decided yet. What you decide stays here until you replan and approve.', undo: 'Undo', redo: 'Redo', clear: 'Take all back', remove: 'Take back: {{what}}', removeShort: 'Take back',
    saidPin: 'Pinned: {{line}}', saidSet: '{{line}} → {{n}} cartons', saidStrike: 'Struck: {{line}}', saidRelease: 'Released: {{line}}', saidForbid: 'Not by {{departure}}: {{whom}}', line: '{{to}}, {{cartons}} cartons of {{item}} by {{by}}', onSpot: 'hand', added: '{{n}} decisions in the draft',
    pallets: 'Load whole pallets: what goes together to a recipient takes and pays the pallets that it begins',
    steady_one: 'Keep what people act on: {{n}} approved line leaves within {{hours}} h, and changing it counts', steady_other: 'Keep what people act on: {{n}} approved lines leave within {{hours}} h, and changing them counts',
    replan: 'Replan', replanning: 'Replanning.', refused: 'This cannot stand', releaseThese: 'Release these', release_one: 'The fewest that would have to go: {{count}} decision', release_other: 'The fewest that would have to go: {{count}} decisions', setMost: 'Set it to {{n}}, the most that fits', failed: 'The server could not replan: {{why}}',
  },
  beside: {
    title: 'The new plan beside the one that stands', whole: 'All', before: 'stands', after: 'new', to: 'To', cover: 'Need met', hours: 'Mean hours', cost: 'Cost', cartons: 'Cartons', unchanged_one: '{{count}} recipient is unchanged.', unchanged_other: '{{count}} recipients are unchanged.', nothing: 'No recipient is better or worse off.', stale: 'The draft has changed since: replan before you approve.', lines: 'New lines', differences: 'Differences', old: 'Lines that stand', discard: 'Drop the new plan', show: 'What is shown', checked: 'The independent check agrees.', objects: 'The independent check has {{n}} objections.', acted: 'What people act on', actedSub: '{{kept}} of {{cartons}} cartons stay; the change counts {{euros}}',
  },
  approve: {
    open: 'Approve and freeze', title: 'Approve this plan', text: '{{lines}} lines, {{cartons}} cartons, {{cost}}. What you decided is recorded with it, at once and for everybody to read.', reason: 'Reason, for the journal', by: 'Your role', freeze: 'What stands from now on', all: 'every line, whatever a later plan would prefer', decided: 'only what people decided', go: 'Approve', cancel: 'Not yet', first: 'Replan first: the draft has decisions that this plan does not know.', done: 'Approved: {{facts}} facts recorded, {{frozen}} lines stand from now on.', already: 'It was approved so before.', before: 'Approved by {{by}}, {{when}}.', other: 'Another plan stands: {{policy}} of {{asOf}}, approved by {{by}}, {{when}}.', failed: 'Not recorded: {{why}}', working: 'Recording … {{n}} s',
  },
  pallets: { title: 'Pallets', sub: '{{places}} places, {{part}} filled', departure: 'Departure', to: 'To', places: 'Places', filled: 'Filled' },
  fares: { title: 'If the need is less, or more', sub: 'the same shipments', short: 'Units short', low: 'Low end', central: 'As planned', high: 'High end' },
};

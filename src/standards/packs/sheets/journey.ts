// The sheets of what happened: `movements` holds every physical step of the goods, `facts` whatever has no sheet of its
// own or does not fit into it.

import { FACT_KINDS, type FactKind } from '../../../domain/facts.ts';
import { HeldState, Returned } from '../../../domain/receipt/loss.ts';
import * as cells from '../cells.ts';
import { by, evidence, key, may, mayEnvelope, must, mustEnvelope, occurs, quantity, recordedAt, sheet, type Sheet } from '../sheet.ts';

/** Announcements and estimates move nothing. */
const isMovement = (kind: FactKind): boolean => kind !== 'consignment.announced' && kind !== 'consignment.estimated' && /^(consignment|goods|customs|dispatch)\./.test(kind);
const MOVEMENTS = FACT_KINDS.filter(isMovement);

export const movements = sheet('movements', MOVEMENTS, 'What happened to the goods on the way, step by step. Which columns a row fills depends on its kind; the table below says so.', ['kind', 'occurred_at', 'consignment', 'dispatch', 'lot', 'recipient'], [
  mustEnvelope('kind', cells.oneOf(MOVEMENTS), { hxl: '#event+type', unit: 'word', example: 'goods.tallied', meaning: 'What happened.' }),
  occurs('occurred_at', { hxl: '#date+occurred', example: '2020-03-13T20:30:00Z', meaning: 'When it happened.' }),
  may('consignment', cells.code, { hxl: '#delivery+code', names: 'consignments', unit: 'code', example: 'F1', meaning: 'The consignment.' }),
  may('dispatch', cells.code, { hxl: '#delivery+dispatch+code', unit: 'code', example: 'D1', meaning: 'The dispatch.' }),
  may('lot', cells.code, { hxl: '#item+lot+code', names: 'lots', unit: 'code', example: 'F1-01', meaning: 'The lot.' }),
  ...quantity(may, 'How much of the lot.', '#item+quantity'),
  may('place', cells.code, { hxl: '#loc+code+unlocode', names: 'places', unit: 'UN/LOCODE', example: 'BELGG', meaning: 'Where.' }),
  may('recipient', cells.code, { hxl: '#org+recipient+code', names: 'recipients', unit: 'code', example: 'IT-lombardia', meaning: 'The recipient.' }),
  may('state', cells.oneOf(HeldState.options), { hxl: '#status', unit: 'word', example: 'landed', meaning: `Which of the units there were lost: ${HeldState.options.join(', ')}. Empty: those furthest from the receiver first.` }),
  may('loss_of', cells.oneOf(Returned.shape.lossOf.unwrap().options), { field: 'lossOf', unit: 'word', example: 'seized', meaning: 'The loss that units come back from: lost, seized, refused or damaged.' }),
  may('plan', cells.code, { unit: 'code', example: 'plan-3', meaning: 'The plan that a release follows.' }),
  may('route', cells.codes, { unit: 'codes, list', example: 'LGG-MIL-0314 MIL-VER-0315', meaning: 'The departures of a release, in order.' }),
  may('reference', cells.text, { unit: 'text', example: 'GRN 17', meaning: 'Number of the paper: goods-received note, report, release order.' }),
  may('reason', cells.text, { hxl: '#cause', unit: 'text', example: 'wet cartons', meaning: 'Why.' }),
  may('counted_by', cells.oneOf(['count', 'scan', 'pallet']), { field: 'by', unit: 'word', example: 'scan', meaning: 'How a tally was taken: count by hand, scan of handling units, or whole pallet by its label.' }),
  may('partial', cells.yesNo, { unit: 'yes or no', example: 'yes', meaning: 'Counting or unloading goes on: fewer than announced is no discrepancy yet.' }),
  may('replaces', cells.code, { unit: 'fact id', example: '01900000-0000-7000-8000-000000000001', meaning: 'Of a release: the fact of the loss that it makes good.' }),
  may('signed_by', cells.code, { field: 'signedBy', unit: 'SHA-256', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', meaning: 'Commitment to the name of who signed; the name itself is never in a pack.' }),
]);

/** Any kind but the opening, which has its own sheet by contract. */
const IN_FACTS = FACT_KINDS.filter((kind) => kind !== 'operation.opened');

/** `body` is the whole body, so this sheet has no columns of single fields. */
export const facts: Sheet = {
  name: 'facts',
  kinds: IN_FACTS,
  meaning: 'Every fact that has no sheet of its own (papers, amendments, withdrawals, waybills, estimates, handling units, plans, what the hub says of release orders, recalls, resolved discrepancies, communiqués, corrections), or that its sheet cannot hold without loss.',
  naturalKey: [],
  columns: [
    mustEnvelope('kind', cells.oneOf(IN_FACTS), { hxl: '#event+type', unit: 'word', example: 'pledge.withdrawn', meaning: 'Kind of the fact.' }),
    occurs('occurred_at', { hxl: '#date+occurred', example: '2020-03-18T12:00:00Z', meaning: 'When it occurred.' }),
    recordedAt, by, key,
    mayEnvelope('source', cells.codes, { hxl: '#meta+source+code+list', field: 'sources', unit: 'source ids', example: 'communique-2020-03-13', meaning: 'Ids of the sheet sources, separated by spaces.' }),
    mayEnvelope('note', cells.text, { hxl: '#description+note', unit: 'text', example: 'by telephone', meaning: 'What a reader should know.' }),
    evidence,
    must('body', cells.json, { field: '', unit: 'JSON', example: '{"item":"ffp2","pledge":"P4","reason":"factory closed"}', meaning: 'The body of the fact as JSON; written in canonical form (RFC 8785).' }),
  ],
};

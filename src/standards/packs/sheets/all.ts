// All sheets of a pack in their order, which is also the order in which facts that were recorded at the same instant enter
// the journal.

import type { FactKind } from '../../../domain/facts.ts';
import type { Sheet } from '../sheet.ts';
import { facts, movements } from './journey.ts';
import { NETWORK_SHEETS } from './network.ts';
import { operation } from './operation.ts';
import { PROMISE_SHEETS } from './promise.ts';

export const SHEETS: readonly Sheet[] = [operation, ...NETWORK_SHEETS, ...PROMISE_SHEETS, movements, facts];
/** Without these three nothing can be said about an operation. */
export const REQUIRED_SHEETS: ReadonlySet<string> = new Set(['operation', 'items', 'places']);

/** The sheet where facts of a kind stand unless it cannot hold one of them. */
export const sheetOf = (kind: FactKind): Sheet => SHEETS.find((sheet) => sheet !== facts && sheet.kinds.includes(kind)) ?? facts;

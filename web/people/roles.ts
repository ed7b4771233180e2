// The roles, in the order in which people meet the goods; the server's contract says that there are no others.

import type { Role } from '../../src/http/contract/people.ts';

const EVERY: Readonly<Record<Role, true>> = { donor: true, carrier: true, 'hub-operator': true, planner: true, consignee: true, auditor: true, administrator: true };
export const ROLES = Object.keys(EVERY) as Role[];

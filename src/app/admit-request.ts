// Admission of requests for need: what they name, their windows and figures; and the steps that the register could not take.

import { isKind, type Fact } from '../domain/facts.ts';
import type { FactId } from '../domain/ids.ts';
import type { AcceptedLine, RequestLine } from '../domain/need/request.ts';
import { isOfRequest } from '../domain/need/requests-on-record.ts';
import type { Register } from '../domain/register.ts';
import { writeInstant } from '../domain/time.ts';
import type { Object_, Objection, Refer } from './admit.ts';

export function checkRequest(fact: Fact, known: Register, object: Object_, refer: Refer): void {
  if (!isOfRequest(fact)) return;
  refer('recipient', fact.body.recipient, known.recipients, 'recipient');
  const lines: readonly (RequestLine | AcceptedLine)[] = 'lines' in fact.body ? (fact.body.lines ?? []) : [];
  const seen = new Set<string>();
  for (const [k, line] of lines.entries()) {
    refer(`lines.${k}.item`, line.item, known.items, 'item');
    if (line.until <= line.from) object(`lines.${k}.until`, 'the window ends before it begins', `write an instant after ${writeInstant(line.from)}`, writeInstant(line.until));
    if (seen.has(`${line.item}\t${line.from}`)) object(`lines.${k}.item`, `${line.item} from ${writeInstant(line.from)} stands twice in this request`, 'put both in one line', line.item);
    seen.add(`${line.item}\t${line.from}`);
  }
  if (isKind(fact, 'request.accepted')) checkAccepted(fact, known, object);
}

/** No more than was asked, of what was asked. */
function checkAccepted(fact: Fact & { kind: 'request.accepted' }, known: Register, object: Object_): void {
  const asked = known.requests.get(fact.body.request)?.lines ?? [];
  for (const [k, { item, units, from }] of fact.body.lines.entries()) {
    const most = asked.find((line) => line.item === item && line.from === from)?.units;
    if (most === undefined && asked.length > 0) object(`lines.${k}.item`, `the request does not ask for ${item} from ${writeInstant(from)}`, 'accept lines of the request', item);
    else if (most !== undefined && units > most) object(`lines.${k}.units`, `${units} units of ${item} are accepted where ${most} were asked for`, `accept ${most} or fewer; more is for the recipient to ask`, units);
  }
}

/** Steps that cannot be: of the fresh facts themselves, and of earlier ones that no longer hold because of them. */
export function faultsOf({ requestFaults }: Register, fresh: readonly Fact[], byId: ReadonlyMap<FactId, Fact>): Objection[] {
  const [first] = fresh;
  return requestFaults.flatMap(({ fact: id, field, problem, remedy }) => {
    const own = fresh.find((fact) => fact.id === id);
    const earlier = byId.get(id);
    if (own !== undefined) return [{ fact: own, field, value: null, problem, remedy }];
    if (first === undefined || earlier === undefined) return [];
    return [{ fact: first, field, value: null, problem: `fact ${earlier.seq} (${earlier.kind} of ${writeInstant(earlier.occurredAt)}) would no longer hold: ${problem}`, remedy: `correct that fact first; ${remedy}` }];
  });
}

// Does a request say what somebody has said already? A line of it is held against the needs that stand and the requests that
// wait: of the level above (it counts within, not on top), of the level below (it may hold theirs), of another recipient in the
// same area (a person knows), and of its own recipient (it is asked again: it takes that one's place, or lies within it). It finds; people decide.

import { isGroup, liesIn } from '../areas.ts';
import type { AreaCode, RecipientId, RequestId } from '../ids.ts';
import type { Register } from '../register.ts';
import type { Instant } from '../time.ts';
import type { NeedReported } from './need.ts';
import { waitsFor, type RequestLine } from './request.ts';
import { needKey } from './requests-on-record.ts';

/** above, below: its area holds this one's, or lies in it. beside: the same area. again: the same recipient. */
export type OverlapKind = 'above' | 'below' | 'beside' | 'again';

export interface Overlap {
  readonly kind: OverlapKind;
  readonly recipient: RecipientId;
  readonly name: string;
  readonly area: AreaCode;
  readonly units: number;
  readonly from: Instant;
  readonly until: Instant;
  /** The request that it is, or was; null: it was reported. */
  readonly request: RequestId | null;
  /** It counts in plans already; else it is a request that waits. */
  readonly stands: boolean;
  /** The line's window holds all of its window. */
  readonly covered: boolean;
}

const ORDER: readonly OverlapKind[] = ['again', 'above', 'beside', 'below'];

/** A need of the line's item. */
export interface NeedNamed {
  readonly recipient: RecipientId;
  readonly from: Instant;
}

interface Window {
  readonly from: Instant;
  readonly until: Instant;
}
const overlap = (a: Window, b: Window): boolean => a.from < b.until && b.from < a.until;
const covers = (outer: Window, inner: Window): boolean => outer.from <= inner.from && inner.until <= outer.until;

/** How the other recipient stands to this one; null: apart. */
function kindOf(recipient: RecipientId, area: AreaCode, other: { readonly recipient: RecipientId; readonly area: AreaCode }): OverlapKind | null {
  if (other.recipient === recipient) return 'again';
  if (other.area === area) return 'beside';
  if (liesIn(area, other.area)) return 'above';
  return liesIn(other.area, area) ? 'below' : null;
}

/** All that stands or waits beside a line; `request`: the line's own, which is no duplicate of itself. O(needs + requests). */
export function overlapsOf({ recipients, needs, requests }: Pick<Register, 'recipients' | 'needs' | 'requests'>, recipient: RecipientId, line: Pick<RequestLine, 'item' | 'from' | 'until'>, request: RequestId | null): Overlap[] {
  const own = recipients.get(recipient);
  if (own === undefined) return [];
  const found = (of: Pick<NeedReported, 'recipient' | 'item' | 'units' | 'from' | 'until'>, from: Pick<Overlap, 'request' | 'stands'>): Overlap[] => {
    const other = recipients.get(of.recipient);
    const kind = other === undefined ? null : kindOf(recipient, own.area, other);
    if (other === undefined || kind === null || of.item !== line.item || !overlap(line, of) || (request !== null && from.request === request)) return [];
    return [{ kind, recipient: of.recipient, name: other.name, area: other.area, units: of.units, from: of.from, until: of.until, covered: covers(line, of), ...from }];
  };
  const standing = [...needs.values()].flatMap(({ gross, request: of }) => found(gross, { request: of, stands: true }));
  const waiting = [...requests].flatMap(([of, { requested, state, lines }]) => (waitsFor(state) === null ? [] : lines.flatMap((it) => found({ ...it, recipient: requested.recipient }, { request: of, stands: false }))));
  return [...standing, ...waiting].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.recipient < b.recipient ? -1 : 1));
}

/** Of several levels above, the nearest: a region before its country, a country before a group. */
function nearestAbove(overlaps: readonly Overlap[]): Overlap[] {
  const above = overlaps.filter(({ kind, stands }) => kind === 'above' && stands);
  const depth = ({ area }: Overlap): number => (isGroup(area) ? 0 : area.length);
  const deepest = Math.max(...above.map(depth));
  return above.filter((it) => depth(it) === deepest);
}

/**
 * What a line becomes when it is accepted as it was asked. It takes the place of the recipient's own needs whose whole window it
 * asks for again, and counts within whatever those counted within; where it asks for a part of a window, it counts within that need.
 * A recipient that had no need of the item then counts within those of the nearest level above.
 */
export function acceptedAsAsked({ needs }: Pick<Register, 'needs'>, recipient: RecipientId, { item }: Pick<RequestLine, 'item'>, overlaps: readonly Overlap[]): { readonly within: NeedNamed[]; readonly replaces: Instant[] } {
  const own = overlaps.filter(({ kind, stands }) => kind === 'again' && stands);
  const replaces = own.flatMap(({ from, covered }) => (covered ? [from] : []));
  const around = [...needs.values()].filter(({ inside }) => replaces.some((from) => inside.has(needKey({ recipient, item, from })))).map(({ gross }) => gross);
  const within: readonly NeedNamed[] = own.length > 0 ? [...own.filter(({ covered }) => !covered), ...around] : nearestAbove(overlaps);
  return { replaces, within: within.map((it) => ({ recipient: it.recipient, from: it.from })) };
}

/** The recipient's own requests that wait, and of which every line is asked again here, for the whole of its window: the new one takes their place. */
export function replacedBy({ requests }: Pick<Register, 'requests'>, recipient: RecipientId, lines: readonly Pick<RequestLine, 'item' | 'from' | 'until'>[]): RequestId[] {
  const again = (line: RequestLine): boolean => lines.some((it) => it.item === line.item && covers(it, line));
  return [...requests].flatMap(([request, held]) => (held.requested.recipient === recipient && waitsFor(held.state) !== null && held.lines.every(again) ? [request] : []));
}

// Where a card stands beside what it tells of: on the wanted side if it fits there, else on the side with more room, and always
// within the window. Lengths are px of the window. No element is touched here.

interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Card extends Extent {
  /** Which it may come to when more has been read; so that it then grows, and does not jump. */
  readonly tallest: number;
}

/** What the card tells of. */
export interface Anchor extends Extent {
  readonly left: number;
  readonly top: number;
}

/** `below`: from the anchor's beginning on; `beside`: after it, at half its height. */
export type Side = 'below' | 'beside';

/** Between card and anchor, and between card and the window's edge. */
const GAP = 6;
const EDGE = 8;

const within = (wanted: number, length: number, room: number): number => Math.max(EDGE, Math.min(wanted, room - EDGE - length));

/** After the anchor if there is room for what it may become, else where there is more; one axis of the window. */
function past(start: number, end: number, length: number, longest: number, room: number): number {
  const [before, after] = [start - GAP - EDGE, room - EDGE - end - GAP];
  return after >= longest || after >= before ? end + GAP : start - GAP - length;
}

export function placed(anchor: Anchor, card: Card, view: Extent, side: Side, mirrored = false): { readonly left: number; readonly top: number } {
  const { left, top, width, height } = anchor;
  const wanted =
    side === 'below'
      ? { left: mirrored ? left + width - card.width : left, top: past(top, top + height, card.height, card.tallest, view.height) }
      : { left: past(left, left + width, card.width, card.width, view.width), top: top + (height - card.height) / 2 };
  return { left: within(wanted.left, card.width, view.width), top: within(wanted.top, card.height, view.height) };
}

// The circles of the map: who asks for the item, grouped where they would crowd, sized by need and pushed apart; and which places
// the frame is fitted to. What is drawn of them stands in recipients.tsx.

import type { Picture, PlaceInPicture, RecipientInPicture } from '../../src/http/contract/picture.ts';
import { groupsOf, type Asking } from './clusters.ts';
import { pushApart, type Circle, type Point } from './geometry.ts';
import { coveredOf, type Spot } from './recipients.tsx';

/** Radius of the largest need that is drawn, px. */
const LARGEST = 25;
/** Circles beyond the frame by more than this are not drawn, px. */
const MARGIN = 40;

interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface Naming {
  readonly recipient: (recipient: RecipientInPicture) => string;
  readonly country: (code: string) => string;
  readonly group: (name: string, others: number) => string;
}

/** `spotOf` places a place on the drawing; `hub` is what no circle may cover. */
export function spotsOf(picture: Pick<Picture, 'recipients' | 'flights'> & { readonly plan: object | null }, item: string, spotOf: (place: string) => Point | null, naming: Naming, frame: Frame, hub: readonly Circle[]): Spot[] {
  const asking = picture.recipients.flatMap((recipient): Asking[] => {
    const holding = recipient.holdings.find((it) => it.item === item);
    const home = spotOf(recipient.place);
    return holding === undefined || home === null || holding.perDay.value + coveredOf(holding) === 0 ? [] : [{ recipient, holding, home }];
  });
  const groups = groupsOf(asking).filter(({ home: [x, y] }) => x > -MARGIN && x < frame.width + MARGIN && y > -MARGIN && y < frame.height + MARGIN);
  const most = groups.reduce((largest, { holding }) => Math.max(largest, holding.perDay.value), 1);
  const loads = picture.flights.some(({ viaHub, load }) => viaHub && load.some((it) => it.item === item));
  const scale = frame.width < 600 ? 0.7 : 1;
  const spots = groups.map(({ id, members, holding, home, country }): Spot => {
    const [first] = members;
    const name = first === undefined ? id : members.length === 1 ? naming.recipient(first.recipient) : country === null ? naming.group(naming.recipient(first.recipient), members.length - 1) : naming.country(country);
    return { id, members, holding, home, name, circle: { x: home[0], y: home[1], r: Math.max(3.5, Math.sqrt(holding.perDay.value / most) * LARGEST) * scale }, served: coveredOf(holding) > 0 || (loads && picture.plan === null) };
  });
  pushApart(spots.map(({ circle }) => circle), hub);
  return spots;
}

/** A recipient counts for the frame from this share of the largest need on. */
const WEIGHTY = 0.1;

/** The places that the frame is fitted to: the hub and whoever needs much of the item; the rest is a little further out. */
export function placesToFit(picture: Pick<Picture, 'recipients' | 'hub'>, item: string, inView: readonly PlaceInPicture[]): PlaceInPicture[] {
  const need = (recipient: RecipientInPicture): number => recipient.holdings.find((it) => it.item === item)?.perDay.value ?? 0;
  const doors = new Set(inView.map(({ place }) => place));
  const here = picture.recipients.filter(({ place }) => doors.has(place));
  const most = here.reduce((largest, recipient) => Math.max(largest, need(recipient)), 0);
  const weighty = new Set(here.filter((recipient) => most > 0 && need(recipient) >= most * WEIGHTY).map(({ place }) => place));
  const fitted = inView.filter(({ place }) => place === picture.hub || weighty.has(place));
  return fitted.length < 3 ? [...inView] : fitted;
}

// An alert: what needs a person, as it is told to somebody who is not looking. Out of the picture and the dispatch board at an
// instant; with a name that stays the same while the thing lasts, how grave it is, and where it is solved. Pure.

import { AreaCode, ItemCode, PaperCode, PlaceCode, RecipientId } from '../../domain/ids.ts';
import { phrase, type ItemNamed, type Moment, type Phrase, type PhraseOf, type RecipientNamed } from '../../domain/phrase.ts';
import type { AlertTitle } from '../../domain/phrases.ts';
import { hoursBetween, Zone, type Instant } from '../../domain/time.ts';
import type { DispatchBoard } from '../onward/board.ts';
import type { Attention, Picture } from '../picture/shape.ts';

export const ALERT_KINDS = ['late-flight', 'late-dispatch', 'discrepancy', 'paper', 'closed', 'held', 'quarantined', 'overflow', 'out-of-stock', 'stock-out', 'at-risk', 'broken', 'request'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const SEVERITIES = ['notice', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The page that solves it, and what stands open there. */
export interface Where {
  readonly page: '/' | '/plan' | '/hub' | '/dispatch' | '/need/requests';
  readonly open?: string;
  readonly card?: string;
  readonly recipient?: string;
}

export interface Alert {
  /** The same for as long as the thing lasts: `late:F4`. */
  readonly alert: string;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly subject: string;
  readonly item: string | null;
  readonly recipient: string | null;
  readonly units: number | null;
  /** Until when somebody has to act; null: the sooner the better. */
  readonly deadline: Instant | null;
  /** Grows as the thing gets worse: minutes late, recipients without stock, units. */
  readonly measure: number;
  readonly title: PhraseOf<AlertTitle>;
  readonly text: readonly Phrase[];
  readonly where: Where;
  readonly facts: readonly number[];
}

/** What alerts are drawn from. */
export interface Seen {
  readonly picture: Pick<Picture, 'zone' | 'attention' | 'flights' | 'recipients' | 'items' | 'places'>;
  readonly orders: DispatchBoard['orders'];
}

const LATE_MINUTES = 15;
/** Hours late from which on it is a warning, and critical. */
const GRAVE_HOURS = [3, 12] as const;

/** Soonest deadline first, those without one last. */
export function alertsOf({ picture, orders }: Seen): Alert[] {
  const rank = ({ deadline }: Alert): string => deadline ?? '9999';
  return [...picture.attention.flatMap((entry) => alertOf(picture, entry) ?? []), ...lateOrders(picture, orders)].toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

type Names = Seen['picture'];
const itemNamed = ({ items }: Names, code: string | null): ItemNamed => ({ item: ItemCode.parse(code ?? 'goods'), name: items.find(({ item }) => item === code)?.name ?? code ?? 'goods' });
const recipientNamed = ({ recipients }: Names, code: string): RecipientNamed => ({ recipient: RecipientId.parse(code), name: recipients.find(({ recipient }) => recipient === code)?.name ?? code });
const momentOf = ({ zone }: Names, at: Instant): Moment => ({ at, zone: Zone.parse(zone) });

const graveOf = (minutes: number): Severity => (minutes >= GRAVE_HOURS[1] * 60 ? 'critical' : minutes >= GRAVE_HOURS[0] * 60 ? 'warning' : 'notice');

/** Null where the picture that is shown has no longer what the entry speaks of. */
function alertOf(picture: Names, entry: Attention): Alert | null {
  const { kind, subject, item, units, detail, other, deadline, because } = entry;
  const goods = itemNamed(picture, item);
  const n = units ?? 0;
  const common = { alert: entry.id, kind, subject, item, recipient: entry.recipient, units, deadline, facts: entry.facts };
  switch (kind) {
    case 'late-flight': {
      const flight = picture.flights.find(({ consignment }) => consignment === subject);
      if (flight === undefined) return null;
      const place = { place: PlaceCode.parse(flight.to), name: picture.places.find((it) => it.place === flight.to)?.name ?? flight.to };
      const text = phrase('alert.late-flight.text', { place, planned: momentOf(picture, flight.plannedArrival), expected: momentOf(picture, deadline ?? flight.expectedArrival) });
      return { ...common, severity: graveOf(other ?? 0), measure: other ?? 0, title: phrase('alert.late-flight', { consignment: subject }), text: [text], where: { page: '/hub', open: subject } };
    }
    case 'discrepancy':
      return { ...common, severity: 'notice', measure: n, title: phrase('alert.discrepancy', { lot: subject }), text: [differs(detail, n, goods, other ?? 0)], where: { page: '/hub' } };
    case 'paper':
      return { ...common, severity: 'warning', measure: other ?? 0, title: phrase('alert.paper', { area: { area: AreaCode.parse(subject) } }), text: [phrase('alert.paper.text', { paper: { paper: PaperCode.parse(detail ?? 'paper') }, kinds: other ?? 0 })], where: planOf(entry) };
    case 'closed':
      return { ...common, severity: 'warning', measure: other ?? 0, title: phrase('alert.closed', { area: { area: AreaCode.parse(subject) } }), text: [phrase('alert.closed.text', { kinds: other ?? 0, until: deadline === null ? null : momentOf(picture, deadline) })], where: planOf(entry) };
    case 'held':
    case 'quarantined':
      return { ...common, severity: 'notice', measure: n, title: kind === 'held' ? phrase('alert.held', { lot: subject }) : phrase('alert.quarantined', { lot: subject }), text: [phrase('alert.waits.text', { units: n, item: goods })], where: { page: '/hub', card: subject } };
    case 'overflow':
      return { ...common, severity: 'warning', measure: n, title: phrase('alert.overflow', { consignment: subject }), text: [phrase('alert.overflow.text', { cartons: other ?? 0, units: n, item: goods, limit: because.find((it) => it.say === 'load.volume' || it.say === 'load.weight') ?? null })], where: { page: '/hub', open: subject } };
    case 'out-of-stock':
      // Whoever is first among those who ran out may change from day to day: it is one alert.
      return { ...common, alert: kind, severity: 'critical', measure: other ?? 1, title: phrase('alert.out-of-stock', { recipients: other ?? 1 }), text: [phrase('alert.out-of-stock.text', { recipient: recipientNamed(picture, subject), units: n, item: goods })], where: planOf(entry) };
    case 'stock-out':
      return { ...common, severity: 'warning', measure: n, title: phrase('alert.stock-out', { recipient: recipientNamed(picture, subject), item: goods }), text: deadline === null ? [] : [phrase('alert.stock-out.text', { units: n, at: momentOf(picture, deadline) })], where: planOf(entry) };
    case 'request':
      return { ...common, severity: 'notice', measure: n, title: phrase('alert.request', { recipient: recipientNamed(picture, entry.recipient ?? subject) }), text: [phrase('alert.request.text', { units: n, item: goods, more: other ?? 0, answered: detail === 'answered' })], where: { page: '/need/requests', open: subject } };
    case 'at-risk':
    case 'broken':
      return { ...common, severity: kind === 'broken' ? 'critical' : 'warning', measure: n, title: kind === 'broken' ? phrase('alert.broken', { pledge: subject }) : phrase('alert.at-risk', { pledge: subject }), text: [phrase('alert.undelivered.text', { units: n, item: goods }), ...because], where: { page: '/' } };
  }
}

const planOf = ({ recipient }: Attention): Where => ({ page: '/plan', ...(recipient !== null && { recipient }) });

function differs(detail: string | null, units: number, item: ItemNamed, found: number): Phrase {
  if (detail === 'beyond-pledge') return phrase('alert.beyond-pledge.text', { units, item });
  return detail === 'surplus' ? phrase('alert.surplus.text', { units, item, found }) : phrase('alert.short.text', { units, item, found });
}

/** Release orders whose most likely hour is well behind the timetable, as the dispatch page counts them. */
function lateOrders(picture: Names, orders: Seen['orders']): Alert[] {
  return orders.flatMap(({ dispatch, recipient, name, state, planned, eta, lots }) => {
    if (eta === null || planned === null || state === 'refused' || state === 'ended' || state === 'delivered') return [];
    const minutes = Math.round(hoursBetween(planned, eta.likely) * 60);
    if (minutes < LATE_MINUTES) return [];
    const [early, late] = [momentOf(picture, eta.early), momentOf(picture, eta.late)];
    return [
      {
        alert: `late-dispatch:${dispatch}`,
        kind: 'late-dispatch' as const,
        severity: graveOf(minutes),
        subject: dispatch,
        item: lots[0]?.item ?? null,
        recipient,
        units: lots.reduce((sum, { units }) => sum + units, 0),
        deadline: eta.late,
        measure: minutes,
        title: phrase('alert.late-dispatch', { dispatch, recipient: { recipient: RecipientId.parse(recipient), name } }),
        text: [phrase('alert.late-dispatch.text', { planned: momentOf(picture, planned), early, late })],
        where: { page: '/dispatch' as const },
        facts: [],
      },
    ];
  });
}

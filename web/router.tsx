// The addresses of the pages. What a page shows stands in its address, so that a link shows the same to somebody else.

import { Outlet, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound, Stopped } from './shared/frame.tsx';
import { Tower } from './tower/tower.tsx';

/** `op`: which operation. `at`: the time cursor. `item`: what the map shows. */
export interface Seen {
  readonly op?: string;
  readonly at?: string;
  readonly item?: string;
}

export interface PlanSeen extends Seen {
  readonly policy?: string;
  readonly line?: string;
  /** A need that stays short, as RECIPIENT/ITEM. */
  readonly need?: string;
  readonly recipient?: string;
  readonly mode?: string;
}

/** `open`: the consignment that is looked into. `card`: the lot whose stock card is. `state`: which stock. */
export interface HubSeen extends Seen {
  readonly open?: string;
  readonly card?: string;
  readonly state?: string;
}

/** `changes`: what is tried, as change-link.ts writes it. */
export interface HubsSeen extends Seen {
  readonly changes?: string;
}

/** Which figures: of a pledge, a donor or a country; of an item. `by`: how they are grouped. `said`: which claims. */
export interface PromisesSeen extends Seen {
  readonly pledge?: string;
  readonly donor?: string;
  readonly country?: string;
  readonly by?: string;
  readonly said?: string;
}

/** `view`: which part. `area`: the one that is looked into. `text`, `country`: which areas the ranking shows. */
export interface NeedSeen extends Seen {
  readonly view?: string;
  readonly area?: string;
  readonly text?: string;
  readonly country?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const given = <K extends string>(search: Record<string, unknown>, ...keys: readonly K[]): { [P in K]?: string } =>
  Object.fromEntries(keys.flatMap((key) => (text(search[key]) === undefined ? [] : [[key, text(search[key])]]))) as { [P in K]?: string };

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const tower = createRoute({ getParentRoute: () => root, path: '/', component: Tower, validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at', 'item') });
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
  validateSearch: (search: Record<string, unknown>): PlanSeen => given(search, 'op', 'at', 'item', 'policy', 'line', 'need', 'recipient', 'mode'),
});

const hub = createRoute({
  getParentRoute: () => root,
  path: '/hub',
  component: lazyRouteComponent(() => import('./hub/hub-page.tsx'), 'HubPage'),
  validateSearch: (search: Record<string, unknown>): HubSeen => given(search, 'op', 'at', 'item', 'open', 'card', 'state'),
});
const hubs = createRoute({
  getParentRoute: () => root,
  path: '/hubs',
  component: lazyRouteComponent(() => import('./hubs/hubs-page.tsx'), 'HubsPage'),
  validateSearch: (search: Record<string, unknown>): HubsSeen => given(search, 'op', 'at', 'changes'),
});
const promises = createRoute({
  getParentRoute: () => root,
  path: '/promises',
  component: lazyRouteComponent(() => import('./promises/promises-page.tsx'), 'PromisesPage'),
  validateSearch: (search: Record<string, unknown>): PromisesSeen => given(search, 'op', 'at', 'item', 'pledge', 'donor', 'country', 'by', 'said'),
});
const need = createRoute({
  getParentRoute: () => root,
  path: '/need',
  component: lazyRouteComponent(() => import('./need/need-page.tsx'), 'NeedPage'),
  validateSearch: (search: Record<string, unknown>): NeedSeen => given(search, 'op', 'at', 'item', 'view', 'area', 'text', 'country'),
});
const intake = createRoute({
  getParentRoute: () => root,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
  validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  component: lazyRouteComponent(() => import('./dispatch/dispatch-page.tsx'), 'DispatchPage'),
  validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at', 'item'),
});
const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
  validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at'),
});
const readAnnouncement = createRoute({
  getParentRoute: () => root,
  path: '/promises/read',
  component: lazyRouteComponent(() => import('./promises/reading/reading-page.tsx'), 'ReadingPage'),
  validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at'),
});
/** `corrects`: the published text that is being put right. */
export interface AnnounceSeen extends Seen {
  readonly language?: string;
  readonly form?: string;
  readonly tone?: string;
  readonly length?: string;
  readonly corrects?: string;
}
const announce = createRoute({
  getParentRoute: () => root,
  path: '/announce',
  component: lazyRouteComponent(() => import('./announce/announce-page.tsx'), 'AnnouncePage'),
  validateSearch: (search: Record<string, unknown>): AnnounceSeen => given(search, 'op', 'at', 'language', 'form', 'tone', 'length', 'corrects'),
});
/** `open`: the request that is looked into. */
export interface RequestsSeen extends Seen {
  readonly open?: string;
}
const requests = createRoute({ getParentRoute: () => root, path: '/need/requests', component: lazyRouteComponent(() => import('./requests/requests-page.tsx'), 'RequestsPage'), validateSearch: (search: Record<string, unknown>): RequestsSeen => given(search, 'op', 'at', 'open') });
const requestSheet = createRoute({ getParentRoute: () => root, path: '/need/requests/sheet', component: lazyRouteComponent(() => import('./requests/sheet-page.tsx'), 'SheetPage'), validateSearch: (search: Record<string, unknown>): Seen => given(search, 'op', 'at') });
const requestLink = createRoute({ getParentRoute: () => root, path: '/n/$secret', component: lazyRouteComponent(() => import('./requests/link-page.tsx'), 'LinkPage') });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./people/sign-in-page.tsx'), 'SignInPage'), validateSearch: (search: Record<string, unknown>): { readonly to?: string } => given(search, 'to') });
const join = createRoute({ getParentRoute: () => root, path: '/join', component: lazyRouteComponent(() => import('./people/sign-in-page.tsx'), 'JoinPage') });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage') });
const receipt = createRoute({ getParentRoute: () => root, path: '/r/$secret', component: lazyRouteComponent(() => import('./people/receipt-page.tsx'), 'ReceiptPage') });

export const router = createRouter({ routeTree: root.addChildren([tower, promises, need, plan, hub, hubs, intake, dispatch, alerts, readAnnouncement, announce, requests, requestSheet, requestLink, signIn, join, people, receipt]), defaultPreload: false, defaultErrorComponent: Stopped });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// Release orders by where they stand: waiting at the hub, on the road, ended. Each with what is in it, when it is expected, what
// stands in its way, and the steps that may come next.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { useMay, type May } from '../shared/may.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { DeviationForm } from './deviation-form.tsx';
import { EtaBar } from './eta-bar.tsx';
import { ON_ROAD, WAITING, type Order, type Step } from './scene.ts';
import { Proofs } from './proofs.tsx';
import { StepForm, type StepName } from './step-form.tsx';

type Act = StepName | 'deliver' | 'deviate';

/** What may come next, the usual first. */
const NEXT: Readonly<Record<Order['state'], readonly Act[]>> = {
  ordered: ['verify', 'refuse'],
  verified: ['accept', 'refuse'],
  accepted: ['load', 'refuse'],
  loaded: ['depart', 'refuse', 'deviate'],
  'on-the-road': ['arrive', 'deliver', 'deviate'],
  arrived: ['deliver', 'deviate'],
  'partly-delivered': ['deliver', 'deviate'],
  refused: [],
  delivered: [],
  ended: [],
};

/** What each needs. What went wrong is one of several kinds, by two permissions. */
const NEEDS = { verify: ['fact.release'], accept: ['fact.release'], refuse: ['fact.release'], load: ['fact.road'], depart: ['fact.road'], arrive: ['fact.road'], deliver: ['fact.receipt'], deviate: ['fact.receipt', 'fact.loss'] } as const satisfies Record<Act, readonly Parameters<May>[0][]>;

interface OrdersProps {
  readonly operation: string;
  readonly orders: readonly Order[];
  readonly asOf: string;
  readonly zone: string;
  readonly figures: Figures;
  readonly busy: boolean;
  /** Resolves to true where it was entered. */
  readonly onEnter: (step: Step) => Promise<boolean>;
}

export function Orders({ orders, ...rest }: OrdersProps): ReactElement {
  const { t } = useTranslation();
  const groups = [
    { name: 'waiting', own: orders.filter(({ state }) => WAITING.has(state)).toSorted((a, b) => ((a.legs[0]?.departsAt ?? '9') < (b.legs[0]?.departsAt ?? '9') ? -1 : 1)) },
    { name: 'road', own: orders.filter(({ state }) => ON_ROAD.has(state)) },
    { name: 'ended', own: orders.filter(({ state }) => !WAITING.has(state) && !ON_ROAD.has(state)).toReversed() },
  ];
  return (
    <section className="orders" aria-label={t('dispatch.orders')}>
      {orders.length === 0 && <p>{t('dispatch.ordersEmpty')}</p>}
      {groups.map(({ name, own }) =>
        own.length === 0 ? null : (
          <section key={name} aria-label={t(`dispatch.group.${name}`)}>
            <h2 className="head">
              {t(`dispatch.group.${name}`)} <span>{rest.figures.count(own.length)}</span>
            </h2>
            <ol>
              {own.map((order) => (
                <OrderEntry key={order.dispatch} order={order} {...rest} />
              ))}
            </ol>
          </section>
        ),
      )}
    </section>
  );
}

function OrderEntry({ operation, order, asOf, zone, figures, busy, onEnter }: Omit<OrdersProps, 'orders'> & { readonly order: Order }): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Act | null>(null);
  const offered = NEXT[order.state].filter((act) => NEEDS[act].some(may));
  const enter = (step: Step): void => void onEnter(step).then((isEntered) => isEntered && setOpen(null));
  const form = { order, asOf, zone, busy, onEnter: enter, onCancel: () => setOpen(null) };
  return (
    <li className="order" id={order.dispatch}>
      <div className="order-head">
        <h3>
          {order.name} <span className="quiet">{order.dispatch}</span>
        </h3>
        <span className="state" data-state={order.state}>
          {t(`dispatch.state.${order.state}`)}
        </span>
      </div>
      <Contents order={order} figures={figures} />
      <EtaBar order={order} asOf={asOf} figures={figures} />
      <Proofs operation={operation} order={order} figures={figures} />
      {order.obstacles.length > 0 && (
        <ul className="obstacles">
          {order.obstacles.map(({ kind, lot, detail, paper }) => (
            <li key={`${kind} ${lot} ${detail}`}>{paper === null ? t(`dispatch.obstacle.${kind}`, { lot, detail }) : t('dispatch.obstacle.paper', { lot, paper: t(`paper.${paper}`, { defaultValue: paper.replaceAll('-', ' ') }) })}</li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <div className="act">
          {offered.map((act, index) => (
            <button key={act} type="button" className={index === 0 ? 'key' : 'verb'} aria-expanded={open === act} onClick={() => setOpen((held) => (held === act ? null : act))}>
              {t(`dispatch.act.${act}`)}
            </button>
          ))}
        </div>
      )}
      {open === 'deliver' && <DeliveryForm {...form} figures={figures} />}
      {open === 'deviate' && <DeviationForm {...form} figures={figures} />}
      {open !== null && open !== 'deliver' && open !== 'deviate' && <StepForm key={open} step={open} {...form} />}
    </li>
  );
}

function Contents({ order, figures }: { readonly order: Order; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const { count, hour } = figures;
  const when = order.deliveredAt !== null ? t('dispatch.delivered', { when: hour(order.deliveredAt) }) : order.departedAt !== null ? t('dispatch.left', { when: hour(order.departedAt) }) : order.legs[0] === undefined || !WAITING.has(order.state) ? null : t('dispatch.leaves', { when: hour(order.legs[0].departsAt) });
  return (
    <div className="contents">
      {order.lots.map(({ lot, item, units, cartons, delivered }) => (
        <p key={lot}>
          <b>{t('dispatch.units', { units: count(units), item: figures.item(item) })}</b>, {t('dispatch.cartons', { n: count(cartons) })}, {t('dispatch.lot', { lot })}
          {delivered > 0 && delivered < units && <> · {t('dispatch.of', { delivered: count(delivered), all: count(units) })}</>}
        </p>
      ))}
      <p className="quiet">
        {[when, order.legs.map(({ mode }) => t(`mode.${mode}`)).join(' + ')].filter((it) => it !== null && it !== '').join(' · ')}
        {order.reason !== null && <> · {t('dispatch.refusedFor', { reason: order.reason })}</>}
        {order.makesGood !== null && (
          <>
            {' · '}
            <a href={`#loss-${order.makesGood.seq}`}>{t('dispatch.makesGood', { units: count(order.makesGood.units), how: t(`dispatch.losses.kind.${order.makesGood.kind.replace('.', '-')}`), dispatch: order.makesGood.dispatch ?? order.makesGood.lot })}</a>
          </>
        )}
      </p>
    </div>
  );
}

// Release orders by where they stand: waiting at the hub, on the road, ended. Each with what is in it, when it is expected, what
// stands in its way, and the steps that may come next.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { DeviationForm } from './deviation-form.tsx';
import { EtaBar } from './eta-bar.tsx';
import { ON_ROAD, WAITING, type Order, type Step } from './scene.ts';
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

interface OrdersProps {
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

function OrderEntry({ order, asOf, zone, figures, busy, onEnter }: Omit<OrdersProps, 'orders'> & { readonly order: Order }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Act | null>(null);
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
      {order.obstacles.length > 0 && (
        <ul className="obstacles">
          {order.obstacles.map(({ kind, lot, detail, paper }) => (
            <li key={`${kind} ${lot} ${detail}`}>{paper === null ? t(`dispatch.obstacle.${kind}`, { lot, detail }) : t('dispatch.obstacle.paper', { lot, paper: t(`paper.${paper}`, { defaultValue: paper.replaceAll('-', ' ') }) })}</li>
          ))}
        </ul>
      )}
      {NEXT[order.state].length > 0 && (
        <div className="act">
          {NEXT[order.state].map((act, index) => (
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
        {order.replaces !== null && <> · {t('dispatch.makesGood')}</>}
      </p>
    </div>
  );
}

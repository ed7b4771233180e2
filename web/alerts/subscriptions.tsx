// Who is told, by which way, of what; each can be tried, paused, resumed and removed.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client, given, Refusal } from '../shared/client.ts';
import { Refused } from '../shared/refused.tsx';
import { whenOf } from '../people/when.ts';
import { useChange, type Subscription } from './scene.ts';

export function SubscriptionList({ operation, subscriptions }: { readonly operation: string; readonly subscriptions: readonly Subscription[] }): ReactElement {
  return (
    <ul className="subscriptions">
      {subscriptions.map((subscription) => (
        <Row key={subscription.id} operation={operation} subscription={subscription} />
      ))}
    </ul>
  );
}

/** What a test came to; null: none was sent. */
type Tried = { readonly isOn: true } | { readonly isOn: false; readonly why: string | null } | null;

function Row({ operation, subscription }: { readonly operation: string; readonly subscription: Subscription }): ReactElement {
  const { t, i18n } = useTranslation();
  const { id, channel, address, kinds, language, madeAt, madeBy, maker, paused } = subscription;
  const [tried, setTried] = useState<Tried>(null);
  const [isLeaving, setLeaving] = useState(false);
  const pause = useChange(operation, (on: boolean) => given(client.alerts.pause(operation, id, on)));
  const remove = useChange(operation, () => given(client.alerts.remove(operation, id)));
  const test = useChange(operation, async () => {
    setTried({ isOn: true });
    const { why } = await given(client.alerts.test(operation, id)).catch((error: unknown) => {
      setTried(null);
      throw error;
    });
    setTried({ isOn: false, why });
  });
  const made = { when: whenOf(madeAt, i18n.language), name: maker ?? '' };
  const failed = pause.error ?? remove.error ?? test.error;
  return (
    <li>
      <h3>
        <span className="channel">{t(`alerts.channel.${channel}`)}</span> <span className="address">{address}</span>
      </h3>
      <p>
        {kinds === null ? t('alerts.every') : t('alerts.some', { kinds: kinds.map((kind) => t(`alerts.kind.${kind}`)).join(', ') })}, {t(`alerts.language.${language}`)}, {maker !== null ? t('alerts.madeBy', made) : madeBy === '' ? t('alerts.machine', made) : t('alerts.made', made)}
      </p>
      {paused !== null && <p className="paused">{t(`alerts.paused.${paused.why}`, { when: whenOf(paused.at, i18n.language) })}</p>}
      <div className="act">
        <button type="button" className="verb" disabled={tried?.isOn === true} onClick={() => test.mutate(undefined)}>
          {t('alerts.act.test')} <span className="hidden">{address}</span>
        </button>
        <button type="button" className="verb" disabled={pause.isPending} onClick={() => pause.mutate(paused === null)}>
          {t(paused === null ? 'alerts.act.pause' : 'alerts.act.resume')} <span className="hidden">{address}</span>
        </button>
        {isLeaving ? (
          <>
            <button type="button" className="verb" autoFocus disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {t('alerts.act.really')} <span className="hidden">{address}</span>
            </button>
            <button type="button" className="verb" onClick={() => setLeaving(false)}>
              {t('alerts.act.keep')} <span className="hidden">{address}</span>
            </button>
          </>
        ) : (
          <button type="button" className="verb" onClick={() => setLeaving(true)}>
            {t('alerts.act.remove')} <span className="hidden">{address}</span>
          </button>
        )}
      </div>
      <div role="status" className="said">
        {tried?.isOn === true && <p>{t('alerts.sending')}</p>}
        {tried?.isOn === false && (tried.why === null ? <p>{t('alerts.taken')}</p> : <p className="wrong">{t('alerts.notTaken')} <span lang="en">{tried.why}.</span></p>)}
      </div>
      {failed instanceof Refusal && <Refused failure={failed.failure} />}
    </li>
  );
}

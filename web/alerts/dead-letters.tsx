// Messages that were given up, with the last thing that their receiver said: sent again, or thrown away.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { whenOf } from '../people/when.ts';
import { client, given, Refusal } from '../shared/client.ts';
import { Refused } from '../shared/refused.tsx';
import { useChange, type DeadLetter } from './scene.ts';

export function DeadLetters({ operation, letters }: { readonly operation: string; readonly letters: readonly DeadLetter[] }): ReactElement {
  const { t, i18n } = useTranslation();
  const settle = useChange(operation, ({ id, again }: { readonly id: string; readonly again: boolean }) => given(again ? client.alerts.retry(operation, id) : client.alerts.discard(operation, id)));
  return (
    <section className="dead" aria-label={t('alerts.dead')}>
      <h2 className="head">{t('alerts.dead')}</h2>
      {letters.length === 0 && <p className="quiet">{t('alerts.noDead')}</p>}
      {settle.error instanceof Refusal && <Refused failure={settle.error.failure} />}
      <ul className="subscriptions">
        {letters.map(({ id, subject, address, lastError, settledAt, madeAt, tries }) => (
          <li key={id}>
            <h3>{subject}</h3>
            <p>
              <span className="address">{t('alerts.to_', { address })}</span>, {t('alerts.tries', { count: tries, when: whenOf(settledAt ?? madeAt, i18n.language) })}
            </p>
            {lastError !== null && (
              <p className="wrong" lang="en">
                {lastError}.
              </p>
            )}
            <div className="act">
              <button type="button" className="verb" disabled={settle.isPending} onClick={() => settle.mutate({ id, again: true })}>
                {t('alerts.act.retry')} <span className="hidden">{subject}</span>
              </button>
              <button type="button" className="verb" disabled={settle.isPending} onClick={() => settle.mutate({ id, again: false })}>
                {t('alerts.act.discard')} <span className="hidden">{subject}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

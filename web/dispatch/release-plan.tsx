// The approved plan becomes release orders. What cannot be released yet is told line by line, with what it waits for.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { client, given } from '../shared/client.ts';
import { AskedInVain } from '../shared/refused.tsx';
import type { Figures } from '../shared/figures.ts';
import { BY, usePlans } from './scene.ts';

export function ReleasePlan({ operation, figures }: { readonly operation: OperationSummary; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const answers = useQueryClient();
  const plans = usePlans(operation);
  const all = (plans.data?.plans ?? []).toReversed();
  const [chosen, setChosen] = useState('');
  const plan = chosen === '' ? (all[0]?.plan ?? '') : chosen;
  const release = useMutation({
    mutationFn: () => given(client.onward.release(operation.operation, { plan, by: BY })),
    onSuccess: () => answers.invalidateQueries({ queryKey: ['operations'] }),
  });
  const waiting = release.data?.waiting ?? [];
  return (
    <section className="release" aria-label={t('dispatch.plan.title')}>
      <h2 className="head">{t('dispatch.plan.title')}</h2>
      <p>{all.length === 0 ? t('dispatch.plan.none') : t('dispatch.plan.text')}</p>
      {all.length > 0 && (
        <div className="act">
          <label>
            {t('dispatch.plan.plan')}{' '}
            <select className="choice" value={plan} onChange={(event) => setChosen(event.currentTarget.value)}>
              {all.map((it) => (
                <option key={it.plan} value={it.plan}>
                  {t('dispatch.plan.option', { policy: t(`policy.${it.policy}`), when: figures.hour(it.asOf), lines: figures.count(it.lines) })}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="key" disabled={release.isPending} onClick={() => release.mutate()}>
            {release.isPending ? t('dispatch.form.sending') : t('dispatch.act.release')}
          </button>
        </div>
      )}
      {release.error !== null && <AskedInVain error={release.error} />}
      {release.data !== undefined && <p role="status">{t('dispatch.plan.given', { count: release.data.orders.length })}</p>}
      {waiting.length > 0 && (
        <details>
          <summary>{t('dispatch.plan.waiting', { count: waiting.length })}</summary>
          <ul>
            {waiting.map(({ line, why, free, units }) => (
              <li key={line}>
                {line}: {t(`dispatch.plan.why.${why}`, { free: figures.count(free), units: figures.count(units) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

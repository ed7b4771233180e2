// Alerts: what is raised now, who is told of it by which way, and what did not get through. This file joins the parts.

import { useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { useFigures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations } from '../shared/queries.ts';
import { useSelf } from '../shared/self.ts';
import { useTelling } from '../shared/told.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { RaisedList } from './raised.tsx';
import { useAlerts, useDeadLetters, useSubscriptions } from './scene.ts';
import { Subscribe } from './subscribe.tsx';
import { SubscriptionList } from './subscriptions.tsx';
import { learnWords } from './words/words.ts';
import '../people/people.css';
import './alerts.css';

learnWords();

/** Phrases bear the names that they need. */
const NO_NAMES = { places: [], recipients: [] };

export function AlertsPage(): ReactElement {
  const search = useSearch({ from: '/alerts' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const alerts = useAlerts(operation);
  const again = (): void => {
    void operations.refetch();
    void alerts.refetch();
  };
  const error = operations.error ?? alerts.error;
  if (alerts.data === undefined || operation === undefined) return <NotYet operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} className="alerts">
      {error !== null && <Stale onRetry={again} />}
      <Standing key={operation.operation} operation={operation} report={alerts.data} />
    </Frame>
  );
}

function Standing({ operation: { operation, zone }, report }: { readonly operation: OperationSummary; readonly report: AlertsAnswer }): ReactElement {
  const { t } = useTranslation();
  const { asOf, standsAt, undecided, alerts } = report;
  const figures = useFigures(zone, asOf);
  const tell = useTelling(NO_NAMES, figures);
  const self = useSelf().data;
  const manages = self !== undefined && (self.permissions === null || self.permissions['alert.manage'] !== undefined);
  const book = useSubscriptions(operation, manages);
  const dead = useDeadLetters(operation, manages);
  const [isAdding, setAdding] = useState(false);
  const told = book.data?.subscriptions.filter(({ paused }) => paused === null).length ?? 0;
  const critical = alerts.filter(({ severity }) => severity === 'critical').length;
  return (
    <main>
      <section className="answer" id="answer">
        <div>
          <h1>
            {alerts.length === 0 ? t('alerts.none') : t('alerts.needs', { count: alerts.length })}
            {critical > 0 && t('alerts.critical', { count: critical })}
          </h1>
          <p>
            {book.data !== undefined && (told === 0 ? t('alerts.nobody') : t('alerts.told', { count: told }))} {undecided && t('alerts.undecided')}
          </p>
        </div>
        <div className="as-of">
          <b>{figures.moment(asOf)}</b>
        </div>
      </section>
      {standsAt !== null && <p className="story">{t('alerts.story', { when: figures.stamp(standsAt) })}</p>}
      <div className="desk">
        <RaisedList operation={operation} alerts={alerts} asOf={asOf} figures={figures} tell={tell} quiet={isAdding} />
        <div className="side">
          <section className="who" aria-label={t('alerts.who')}>
            <h2 className="head">{t('alerts.who')}</h2>
            {book.data?.subscriptions.length === 0 && !isAdding && <p className="quiet">{t('alerts.noSubscription')}</p>}
            {book.data !== undefined && <SubscriptionList operation={operation} subscriptions={book.data.subscriptions} />}
            {book.data !== undefined &&
              (isAdding ? (
                <Subscribe operation={operation} channels={book.data.channels} isStory={standsAt !== null} onDone={() => setAdding(false)} />
              ) : (
                <button type="button" className="verb add" onClick={() => setAdding(true)}>
                  {t('alerts.add')}
                </button>
              ))}
          </section>
          {dead.data !== undefined && <DeadLetters operation={operation} letters={dead.data.messages} />}
        </div>
      </div>
    </main>
  );
}

// What is raised now: a sign, what is wrong, what follows from it, the verb that leads to where it is solved, the deadline.

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { Sign, type SignName } from '../shared/signs.tsx';
import { Spoken, type Telling } from '../shared/told.tsx';
import type { Raised } from './scene.ts';

const SIGNS: Readonly<Record<Raised['kind'], SignName>> = {
  'late-flight': 'air',
  'late-dispatch': 'road',
  discrepancy: 'differ',
  paper: 'paper',
  closed: 'closed',
  held: 'paper',
  quarantined: 'closed',
  overflow: 'box',
  'out-of-stock': 'problem',
  'stock-out': 'clock',
  'at-risk': 'problem',
  broken: 'problem',
  request: 'paper',
};

interface ListProps {
  readonly operation: string;
  readonly alerts: readonly Raised[];
  readonly asOf: string;
  readonly figures: Figures;
  readonly tell: Telling;
  /** Another black button stands on the page. */
  readonly quiet: boolean;
}

export function RaisedList({ alerts, quiet, ...rest }: ListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="raised" aria-label={t('alerts.raised')}>
      <h2 className="head">
        {t('alerts.raised')} {alerts.length > 1 && <span>{t('alerts.soonest')}</span>}
      </h2>
      {alerts.length === 0 && <p className="quiet">{t('alerts.allWell')}</p>}
      <ol>
        {alerts.map((alert, index) => (
          <Entry key={alert.alert} alert={alert} look={index === 0 && !quiet ? 'go' : 'verb'} {...rest} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ operation, alert, asOf, figures, tell, look }: Omit<ListProps, 'alerts' | 'quiet'> & { readonly alert: Raised; readonly look: 'go' | 'verb' }): ReactElement {
  const { t } = useTranslation();
  const { kind, severity, deadline, since, title, text, titleInEnglish, textInEnglish, where } = alert;
  const { page, ...seen } = where;
  return (
    <li className="entry fresh" data-severity={severity}>
      <Sign name={SIGNS[kind]} />
      <div>
        <h3>
          <Spoken why={titleInEnglish} because={[title]} tell={tell} /> <span className="severity">{t(`alerts.severity.${severity}`)}</span>
        </h3>
        <p>
          <Spoken why={textInEnglish} because={text} tell={tell} />
        </p>
        <div className="act">
          <Link to={page} search={{ op: operation, ...seen }} className={look}>
            {t(`alerts.to.${page}`)}
          </Link>
          <span>
            {deadline === null || deadline <= asOf ? t('alerts.soon') : t('alerts.by', { when: figures.hour(deadline) })}
            {since !== null && `, ${t('alerts.since', { when: figures.stamp(since) })}`}
          </span>
        </div>
      </div>
    </li>
  );
}

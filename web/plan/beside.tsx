// The draft's plan beside the one that stands: the whole, then each recipient whose share changes, the largest change first.

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { eurosText, hoursText, pointsText } from './signed.ts';

type Beside = NonNullable<PlanAnswer['beside']>;
type Recipient = Beside['recipients'][number];

interface BesideProps {
  readonly report: PlanAnswer;
  readonly beside: Beside;
  readonly nameOf: (recipient: string) => string;
  readonly figures: Figures;
  /** What stands below the table. */
  readonly children?: ReactNode;
}

const changeOf = ({ before, after }: Recipient): number => Math.abs((after.cover ?? 0) - (before.cover ?? 0)) + Math.abs(after.cartons - before.cartons) / 1e6;
const isChanged = ({ before, after }: Recipient): boolean => before.cartons !== after.cartons || Math.abs(after.euros - before.euros) >= 0.5 || Math.abs((after.hours ?? 0) - (before.hours ?? 0)) >= 0.05;

export function BesideTable({ report, beside, nameOf, figures, children }: BesideProps): ReactElement {
  const { t } = useTranslation();
  const changed = beside.recipients.filter(isChanged).toSorted((a, b) => changeOf(b) - changeOf(a));
  const same = beside.recipients.length - changed.length;
  const pair = (was: string, is: string, difference: string): ReactElement => (
    <td className="number">
      {was} → <b>{is}</b>
      <span className="quiet">{difference}</span>
    </td>
  );
  const share = (n: number | null): string => (n === null ? '–' : figures.percent(n));
  const hours = (n: number | null): string => (n === null ? '–' : `${figures.decimal(n)} h`);
  const { figures: was } = beside;
  return (
    <section className="beside" aria-label={t('beside.title')} tabIndex={0}>
      <h2 className="head">
        {t('beside.title')} <span>{report.check.ok ? t('beside.checked') : t('beside.objects', { n: report.check.violations.length })}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('beside.to')}</th>
            {(['cover', 'cartons', 'hours', 'cost'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`beside.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="whole-row">
            <th scope="row">{t('beside.whole')}</th>
            {pair(share(was.coverage.mean), share(report.coverage.mean), pointsText(report.coverage.mean - was.coverage.mean, figures, t))}
            {pair(figures.count(sum(beside, 'before')), figures.count(sum(beside, 'after')), '')}
            {pair(hours(was.hours.median), hours(report.hours.median), hoursText((report.hours.median ?? 0) - (was.hours.median ?? 0), figures, t))}
            {pair(figures.euros(was.cost), figures.euros(report.cost), eurosText(report.cost - was.cost, figures))}
          </tr>
          {changed.map(({ recipient, before, after }) => (
            <tr key={recipient}>
              <th scope="row">{nameOf(recipient)}</th>
              {pair(share(before.cover), share(after.cover), before.cover === null || after.cover === null ? '' : pointsText(after.cover - before.cover, figures, t))}
              {pair(figures.count(before.cartons), figures.count(after.cartons), '')}
              {pair(hours(before.hours), hours(after.hours), before.hours === null || after.hours === null ? '' : hoursText(after.hours - before.hours, figures, t))}
              {pair(figures.euros(before.euros), figures.euros(after.euros), eurosText(after.euros - before.euros, figures))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{changed.length === 0 ? t('beside.nothing') : same > 0 && t('beside.unchanged', { count: same })}</p>
      {children}
    </section>
  );
}

const sum = ({ recipients }: Beside, when: 'before' | 'after'): number => recipients.reduce((total, recipient) => total + recipient[when].cartons, 0);

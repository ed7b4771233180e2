// What if? Changes that somebody tries, in the address, or kept under a name; the operation as it stands and as it would be, side by side.

import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { WhatIfAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';
import type { Change } from '../../src/domain/plan/what-if.ts';
import type { HubsSeen } from '../router.tsx';
import type { Figures } from '../shared/figures.ts';
import { useKnownNames } from '../shared/names.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { AskedInVain } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { changesIn, linkOf } from '../../src/domain/plan/change-link.ts';
import { ChangeForm } from './change-form.tsx';
import { KeptWhatIfs } from './kept.tsx';
import { useWhatIf } from './scene.ts';

interface WhatIfProps {
  readonly operation: OperationSummary;
  readonly picture: Picture;
  readonly search: HubsSeen;
  readonly figures: Figures;
}

export function WhatIf({ operation, picture, search, figures }: WhatIfProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/hubs' });
  const { changes, unread } = changesIn(search.changes ?? '');
  const [wanted, setWanted] = useState(changes.length > 0);
  const { answer, making } = useWhatIf(operation, search.at, changes, wanted);
  const keep = (next: readonly Change[]): void => {
    setWanted(false);
    void navigate({ search: ({ changes: _changes, ...rest }) => ({ ...rest, ...(next.length > 0 && { changes: linkOf(next) }) }), replace: true, resetScroll: false });
  };
  return (
    <section className="what-if" aria-labelledby="what-if">
      <h2 className="head" id="what-if">
        {t('hubs.whatIf.title')} <span>{t('hubs.whatIf.sub')}</span>
      </h2>
      {unread > 0 && <p role="alert" className="wrong">{t('hubs.whatIf.badLink')}</p>}
      {changes.length === 0 ? (
        <p className="quiet">{t('hubs.whatIf.none')}</p>
      ) : (
        <ul className="changes">
          {changes.map((change, index) => (
            <li key={linkOf([change])}>
              {saidOf(change, figures, t)}{' '}
              <button type="button" className="verb" aria-label={t('hubs.whatIf.remove', { change: saidOf(change, figures, t) })} onClick={() => keep(changes.toSpliced(index, 1))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <ChangeForm flights={picture.flights.filter(({ viaHub }) => viaHub).map(({ consignment }) => consignment)} onAdd={(change) => keep([...changes, change])} />
      {changes.length > 0 && (
        <p>
          <button type="button" className="go" disabled={answer.isFetching} onClick={() => (wanted ? void answer.refetch() : setWanted(true))}>
            {t('hubs.whatIf.go')}
          </button>{' '}
          <span className="quiet">{t('hubs.whatIf.link')}</span>
        </p>
      )}
      {answer.isFetching && (
        <p className="waiting" role="status">
          {t('hubs.asking')} <Progress making={making} figures={figures} />
        </p>
      )}
      {wanted && answer.isError && !answer.isFetching && <p>{isCancelled(answer.error) ? <span role="status">{t('hubs.cancelled')}</span> : <AskedInVain error={answer.error} />}</p>}
      {answer.data !== undefined && <Beside report={answer.data} picture={picture} figures={figures} />}
      <KeptWhatIfs operation={operation} changes={changes} asOf={search.at === undefined ? undefined : picture.asOf} figures={figures} saidOf={(change) => saidOf(change, figures, t)} onOpen={() => setWanted(true)} />
    </section>
  );
}

/** A change in the reader's words. */
function saidOf(change: Change, figures: Figures, t: TFunction): string {
  switch (change.kind) {
    case 'need':
      return [t(change.times >= 1 ? 'hubs.whatIf.said.need' : 'hubs.whatIf.said.needLess', { percent: figures.percent(Math.abs(change.times - 1)) }), change.item === undefined ? '' : figures.item(change.item), change.area === undefined ? '' : figures.area(change.area)].filter((it) => it !== '').join(' · ');
    case 'flight':
      return t(change.times === 1 ? 'hubs.whatIf.said.flight' : 'hubs.whatIf.said.flightTimes', { like: change.like, days: change.days, times: change.times });
    case 'rail':
      return change.to === undefined ? t('hubs.whatIf.said.rail') : t('hubs.whatIf.said.railTo', { to: change.to.join(', ') });
    case 'hub':
      return t('hubs.whatIf.said.hub', { place: change.place, areas: change.areas.map(figures.area).join(', ') });
  }
}

interface Figure {
  readonly name: string;
  readonly present: number;
  readonly later: number;
  readonly write: (value: number) => string;
  /** Of a share: in points. */
  readonly isShare?: true;
}
type Got = WhatIfAnswer['recipients'][number];

function Beside({ report: { before, after, recipients }, picture, figures }: { readonly report: WhatIfAnswer; readonly picture: Picture; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const names = useKnownNames(picture, figures);
  const rows: readonly Figure[] = [
    { name: t('hubs.whatIf.cartons'), present: before.cartons, later: after.cartons, write: figures.count },
    { name: t('hubs.cover'), present: before.coverage.mean, later: after.coverage.mean, write: figures.percent, isShare: true },
    { name: t('hubs.whatIf.median'), present: before.hours.median ?? 0, later: after.hours.median ?? 0, write: (n) => `${figures.decimal(n)} h` },
    { name: t('hubs.cost'), present: before.cost, later: after.cost, write: figures.euros },
    { name: t('hubs.co2'), present: before.co2Kg, later: after.co2Kg, write: figures.count },
    { name: t('hubs.whatIf.objective'), present: before.objective, later: after.objective, write: figures.euros },
    { name: t('hubs.gap'), present: before.gap, later: after.gap, write: figures.percent, isShare: true },
  ];
  const columns: readonly Column<Figure>[] = [
    { name: 'figure', head: t('hubs.whatIf.figure'), cell: ({ name }) => name },
    { name: 'now', head: t('hubs.whatIf.now'), isNumber: true, cell: ({ present, write }) => write(present) },
    { name: 'changed', head: t('hubs.whatIf.changed'), isNumber: true, cell: ({ later, write }) => write(later) },
    { name: 'difference', head: t('hubs.whatIf.difference'), isNumber: true, cell: ({ present, later, write, isShare }) => `${later > present ? '+' : later < present ? '−' : '±'}${isShare === true ? t('hubs.whatIf.points', { n: figures.decimal(Math.abs(later - present) * 100) }) : write(Math.abs(later - present))}` },
  ];
  const cover = (share: number | null): string => (share === null ? '–' : figures.percent(share));
  const hours = (n: number | null): string => (n === null ? '–' : figures.decimal(n));
  const byRecipient: readonly Column<Got>[] = [
    { name: 'recipient', head: t('hubs.whatIf.recipient'), cell: ({ recipient }) => names.get(recipient) ?? recipient },
    { name: 'cartons', head: t('hubs.whatIf.cartons'), isNumber: true, cell: (it) => `${figures.count(it.before.cartons)} → ${figures.count(it.after.cartons)}` },
    { name: 'cover', head: t('hubs.whatIf.coverThen'), isNumber: true, cell: (it) => `${cover(it.before.cover)} → ${cover(it.after.cover)}` },
    { name: 'hours', head: t('hubs.whatIf.hoursThen'), isNumber: true, cell: (it) => `${hours(it.before.hours)} → ${hours(it.after.hours)}` },
  ];
  return (
    <>
      <Table columns={columns} rows={rows} keyOf={({ name }) => name} label={t('hubs.whatIf.title')} />
      <details>
        <summary>{t('hubs.whatIf.recipients')}</summary>
        <Table columns={byRecipient} rows={recipients} keyOf={({ recipient }) => recipient} label={t('hubs.whatIf.recipients')} />
      </details>
    </>
  );
}

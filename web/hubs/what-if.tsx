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
import { Table, type Column } from '../shared/table.tsx';
import { changesIn, linkOf } from '../../src/domain/plan/change-link.ts';
import { COMPARED, type ComparedFigure } from '../../src/domain/plan/compared.ts';
import { ChangeForm } from './change-form.tsx';
import { figureTexts } from './compared-figures.ts';
import { KeptWhatIfs } from './kept.tsx';
import { useWhatIf } from './scene.ts';
import { Waiting } from './waiting.tsx';

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
  const asking = useWhatIf(operation, search.at, changes, wanted);
  const { answer } = asking;
  const keep = (next: readonly Change[]): void => {
    setWanted(false);
    void navigate({ search: ({ changes: _changes, ...rest }) => ({ ...rest, ...(next.length > 0 && { changes: linkOf(next) }) }), replace: true, resetScroll: false });
  };
  return (
    <section className="what-if" aria-labelledby="what-if">
      <h2 className="head" id="what-if" tabIndex={-1}>
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
      <Waiting asking={asking} isAsked={wanted} label={t('hubs.whatIf.asking')} figures={figures} />
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
      return t(change.times === 1 ? 'hubs.whatIf.said.flight' : 'hubs.whatIf.said.flightTimes', { like: change.like, count: change.days, times: change.times });
    case 'rail':
      return change.to === undefined ? t('hubs.whatIf.said.rail') : t('hubs.whatIf.said.railTo', { to: change.to.join(', ') });
    case 'hub':
      return t('hubs.whatIf.said.hub', { place: change.place, areas: change.areas.map(figures.area).join(', ') });
  }
}

type Got = WhatIfAnswer['recipients'][number];

function Beside({ report: { before, after, recipients }, picture, figures }: { readonly report: WhatIfAnswer; readonly picture: Picture; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const names = useKnownNames(picture, figures);
  const texts = figureTexts(figures, t);
  const columns: readonly Column<ComparedFigure>[] = [
    { name: 'figure', head: t('hubs.whatIf.figure'), cell: texts.head },
    { name: 'now', head: t('hubs.whatIf.now'), isNumber: true, cell: (figure) => texts.value(figure, before) },
    { name: 'changed', head: t('hubs.whatIf.changed'), isNumber: true, cell: (figure) => texts.value(figure, after) },
    { name: 'difference', head: t('hubs.whatIf.difference'), isNumber: true, cell: (figure) => texts.difference(figure, before, after) },
  ];
  const cover = (share: number | null): string => (share === null ? '–' : figures.percent(share));
  const hours = (n: number | null): string => (n === null ? '–' : figures.decimal(n));
  const byRecipient: readonly Column<Got>[] = [
    { name: 'recipient', head: t('hubs.whatIf.recipient'), cell: ({ recipient }) => names.get(recipient) ?? recipient },
    { name: 'cartons', head: t('hubs.figure.cartons'), isNumber: true, cell: (it) => `${figures.count(it.before.cartons)} → ${figures.count(it.after.cartons)}` },
    { name: 'cover', head: t('hubs.whatIf.coverThen'), isNumber: true, cell: (it) => `${cover(it.before.cover)} → ${cover(it.after.cover)}` },
    { name: 'hours', head: t('hubs.whatIf.hoursThen'), isNumber: true, cell: (it) => `${hours(it.before.hours)} → ${hours(it.after.hours)}` },
  ];
  return (
    <>
      <Table columns={columns} rows={COMPARED} keyOf={({ name }) => name} label={t('hubs.whatIf.title')} />
      <details>
        <summary>{t('hubs.whatIf.recipients')}</summary>
        <Table columns={byRecipient} rows={recipients} keyOf={({ recipient }) => recipient} label={t('hubs.whatIf.recipients')} />
      </details>
    </>
  );
}

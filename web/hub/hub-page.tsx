// Airlift and hub: what is on the way, what is here, what is open. This file joins the parts; each stands in its own. A file that
// is dropped anywhere on the page is a shipper's sheet, and opens the page that reads it.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { handOver } from '../intake/handed.ts';
import { useDrop } from '../intake/use-drop.ts';
import type { HubSeen } from '../router.tsx';
import { askPicture, client, given } from '../shared/client.ts';
import { Entering } from '../shared/entries.tsx';
import { useFigures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { NotYours, ReadsOnly } from '../shared/not-yours.tsx';
import { useViewed, type May } from '../shared/may.ts';
import { useOperations } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { Answer } from './answer.tsx';
import { Arrivals } from './arrivals.tsx';
import { Consignment } from './consignment.tsx';
import { Discrepancies } from './discrepancies.tsx';
import { HandlingUnits } from './handling-units.tsx';
import { HandlingChart } from './handling-chart.tsx';
import { Recalls } from './recalls.tsx';
import { Hub, type Board } from './scene.ts';
import { StockCard } from './stock-card.tsx';
import { Stock } from './stock.tsx';
import { learnHubWords } from './words/index.ts';
import './hub.css';

learnHubWords();

/** What can be entered here. */
const WORK = ['fact.flight', 'fact.hub', 'fact.consignment', 'fact.question', 'fact.recall', 'hub.work', 'intake.work'] as const satisfies readonly Parameters<May>[0][];

export function HubPage(): ReactElement {
  const search = useSearch({ from: '/hub' });
  const { t } = useTranslation();
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const id = operation?.operation ?? '';
  const { may, isKnown, role } = useViewed();
  const asked = { enabled: operation !== undefined && may('hub.read'), placeholderData: keepPreviousData };
  const board = useQuery({ queryKey: ['hub', id, operation?.facts, search.at], queryFn: ({ signal }) => given(client.hub.board(id, { asOf: search.at }, { signal })), ...asked });
  const picture = useQuery({ queryKey: ['picture', id, operation?.facts, search.at], queryFn: ({ signal }) => askPicture(id, search.at, signal), ...asked });
  const again = (): void => {
    void operations.refetch();
    void board.refetch();
    void picture.refetch();
  };
  if (isKnown && operation !== undefined && !may('hub.read')) {
    return (
      <Frame operation={operation} at={search.at}>
        <NotYours title={t('hub.mayNotSee', { role })} />
      </Frame>
    );
  }
  const error = operations.error ?? board.error ?? picture.error;
  if (board.data === undefined || picture.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="hub">
      {error !== null && <Stale onRetry={again} />}
      <Entering operation={id} at={search.at ?? operation.standsAt ?? undefined}>
        <Standing board={board.data} picture={picture.data} search={search} standsAt={operation.standsAt} />
      </Entering>
    </Frame>
  );
}

interface StandingProps {
  readonly board: Board;
  readonly picture: Picture;
  readonly search: HubSeen;
  readonly standsAt: string | null;
}

function Standing({ board, picture, search, standsAt }: StandingProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/hub' });
  const figures = useFigures(picture.zone, picture.asOf);
  const look = useCallback((change: Partial<HubSeen>) => void navigate({ search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }), [navigate]);
  const isDropping = useDrop((file) => {
    handOver(file);
    void navigate({ to: '/intake', search: { op: search.op, at: search.at } });
  });
  const scene = useMemo(() => ({ operation: board.operation, board, picture, figures, at: search.at }), [board, picture, figures, search.at]);
  const open = board.arrivals.find(({ consignment }) => consignment === search.open);
  return (
    <Ground.Provider value={picture}>
      <Hub.Provider value={scene}>
        <main data-dropping={isDropping}>
          {isDropping && <p className="drop-here">{t('hub.dropHere')}</p>}
          <Answer standsAt={standsAt} onLook={look} />
          <ReadsOnly unless={WORK} />
          <div className="floor">
            <div className="wide">
              <Arrivals open={search.open} onLook={look} />
              {open !== undefined && <Consignment key={open.consignment} arrival={open} onClose={() => look({ open: '' })} />}
              <Stock search={search} onLook={look} />
              <HandlingUnits />
            </div>
            <div className="narrow">
              <Discrepancies />
              <HandlingChart />
              <Recalls />
            </div>
          </div>
          {search.card !== undefined && <StockCard lot={search.card} onClose={() => look({ card: '' })} />}
        </main>
      </Hub.Provider>
    </Ground.Provider>
  );
}

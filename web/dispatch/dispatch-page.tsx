// Dispatch: what leaves next, what is late, what was not confirmed. This file joins the orders, the load lists and the release of
// a plan; each stands in its own.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { askPicture } from '../shared/client.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useMay, useViewed, type May } from '../shared/may.ts';
import { ReadsOnly } from '../shared/not-yours.tsx';
import { AskedInVain } from '../shared/refused.tsx';
import { useOperations } from '../shared/queries.ts';
import { LoadLists } from './load-lists.tsx';
import { Orders } from './orders.tsx';
import { Losses } from './losses.tsx';
import { ReleasePlan } from './release-plan.tsx';
import { lateBy, ON_ROAD, useBoard, useEnter, WAITING, type Board, type Entered, type Step } from './scene.ts';
import { learnWords } from './words/words.ts';
import './dispatch.css';

learnWords();

/** What can be entered here. */
const WORK = ['fact.release', 'fact.road', 'fact.receipt', 'fact.loss', 'plan.release'] as const satisfies readonly Parameters<May>[0][];

export function DispatchPage(): ReactElement {
  const search = useSearch({ from: '/dispatch' });
  const { isKnown } = useViewed();
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const board = useBoard(operation, search.at);
  const again = (): void => {
    void operations.refetch();
    void board.refetch();
  };
  const error = operations.error ?? board.error;
  if (board.data === undefined || operation === undefined || !isKnown) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="dispatch">
      {error !== null && <Stale onRetry={again} />}
      <Standing operation={operation} board={board.data} at={search.at} />
    </Frame>
  );
}

function Standing({ operation, board, at }: { readonly operation: OperationSummary; readonly board: Board; readonly at: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { zone } = operation;
  const figures = useFigures(zone, board.asOf);
  const picture = useQuery({ queryKey: ['picture', operation.operation, operation.facts, at], queryFn: ({ signal }) => askPicture(operation.operation, at, signal), placeholderData: keepPreviousData });
  const placeOf = (code: string): string => picture.data?.places.find(({ place }) => place === code)?.name ?? code;
  const enter = useEnter(operation.operation);
  const onEnter = (step: Step): Promise<boolean> => enter.mutateAsync(step).then(() => true, () => false);
  const may = useMay();
  const undo = ({ dispatch, facts }: Entered): void =>
    enter.mutate({ what: t('dispatch.act.undo'), dispatch, drafts: facts.map((corrects) => ({ kind: 'correction.made', occurredAt: board.asOf, body: { corrects, reason: t('dispatch.undoReason') } })) });
  return (
    <main>
      <Answer board={board} figures={figures} />
      <ReadsOnly unless={WORK} />
      <div className="said" aria-live="polite">
        {enter.error !== null && (
          <p>
            <AskedInVain error={enter.error} />
          </p>
        )}
        {enter.data !== undefined && enter.error === null && (
          <p>
            {enter.data.undone ? t('dispatch.undone') : t('dispatch.done', { what: enter.data.what, dispatch: enter.data.dispatch })}{' '}
            {enter.data.facts.length > 0 && (
              <button type="button" className="verb" disabled={enter.isPending} onClick={() => enter.data !== undefined && undo(enter.data)}>
                {t('dispatch.act.undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <div className="desk">
        <Orders operation={operation.operation} orders={board.orders} asOf={board.asOf} zone={zone} figures={figures} busy={enter.isPending} onEnter={onEnter} />
        <div className="side">
          {may('plan.release') && <ReleasePlan operation={operation} figures={figures} />}
          <Losses operation={operation.operation} board={board} zone={zone} figures={figures} placeOf={placeOf} busy={enter.isPending} onEnter={onEnter} />
          <LoadLists departures={board.departures} orders={board.orders} placeOf={placeOf} figures={figures} />
        </div>
      </div>
    </main>
  );
}

function Answer({ board, figures }: { readonly board: Board; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const { orders, asOf } = board;
  const leaving = orders.filter(({ state }) => WAITING.has(state)).flatMap(({ name, legs: [first] }) => (first === undefined ? [] : [{ name, at: first.departsAt }]));
  const next = leaving.filter(({ at }) => at >= asOf).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  const missed = leaving.filter(({ at }) => at < asOf).length;
  const late = orders.filter((order) => lateBy(order) !== null).length;
  const unconfirmed = orders.filter(({ state, planned }) => ON_ROAD.has(state) && planned !== null && planned <= asOf).length;
  const first = next === undefined ? t('dispatch.answer.none') : t('dispatch.answer.next', { name: next.name, when: figures.hour(next.at) });
  return (
    <section className="answer" id="answer">
      <div>
        <h1>
          {first}
          {missed > 0 && t('dispatch.answer.missed', { count: missed })}
          {t('dispatch.answer.late', { count: late })}
          {t('dispatch.answer.open', { count: unconfirmed })}
        </h1>
        <p>{t('dispatch.answer.sub', { count: orders.length, road: figures.count(orders.filter(({ state }) => ON_ROAD.has(state)).length), delivered: figures.count(orders.filter(({ state }) => state === 'delivered').length) })}</p>
      </div>
      <div className="as-of">
        <b>{figures.moment(asOf)}</b>
      </div>
    </section>
  );
}

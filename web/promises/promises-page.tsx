// Promises: is it being kept, what was said of it, what contradicts what, and the position taken. This file joins the parts; each
// stands in its own. The verdict needs a plan, which takes seconds: the page stands before it, and the verdict follows.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, type ReactElement } from 'react';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { PromisesSeen } from '../router.tsx';
import { client, given } from '../shared/client.ts';
import { Patterns } from '../shared/custody.tsx';
import { Entering } from '../shared/entries.tsx';
import { useFigures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations, useScene } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { useTelling } from '../shared/told.tsx';
import { Answer } from './answer.tsx';
import { Claims } from './claims.tsx';
import { Contradictions } from './contradictions.tsx';
import { Groups } from './groups.tsx';
import { History } from './history.tsx';
import { MadeOf } from './made-of.tsx';
import { Meter } from './meter.tsx';
import { Promises, selectedIn, shownIn, type Report } from './scene.ts';
import { Versions } from './versions.tsx';
import { learnPromisesWords } from './words/index.ts';
import '../shared/sheet.css';
import './promises.css';

learnPromisesWords();

export function PromisesPage(): ReactElement {
  const search = useSearch({ from: '/promises' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const id = operation?.operation ?? '';
  const scene = useScene(operation, search.at);
  const picture = scene.picture.data;
  // With a plan at hand the verdicts join: the report is asked again.
  const report = useQuery({ queryKey: ['promises', id, operation?.facts, search.at, picture?.asOf === undefined ? null : (picture.plan?.plan ?? null)], queryFn: ({ signal }) => given(client.promises.report(id, { asOf: search.at }, { signal })), enabled: operation !== undefined, placeholderData: keepPreviousData });
  const again = (): void => {
    void operations.refetch();
    void report.refetch();
    void scene.picture.refetch();
  };
  const error = operations.error ?? report.error ?? scene.picture.error;
  if (report.data === undefined || picture === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="of-promises">
      {error !== null && <Stale onRetry={again} />}
      <Entering operation={id} at={search.at ?? operation.standsAt ?? undefined} by="planner">
        <Standing report={report.data} picture={picture} search={search} isPlanning={scene.plan.isFetching} />
      </Entering>
    </Frame>
  );
}

/** What is let go of leaves the address. */
const withoutEmpty = (search: PromisesSeen): PromisesSeen => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));

function Standing({ report, picture, search, isPlanning }: { readonly report: Report; readonly picture: Picture; readonly search: PromisesSeen; readonly isPlanning: boolean }): ReactElement {
  const navigate = useNavigate({ from: '/promises' });
  const figures = useFigures(report.zone, report.asOf);
  const tell = useTelling(picture, figures);
  const onLook = useCallback((change: Partial<PromisesSeen>) => void navigate({ search: (held) => withoutEmpty({ ...held, ...change }), replace: true, resetScroll: false }), [navigate]);
  const shown = useMemo(() => shownIn(report, selectedIn(report, search)), [report, search]);
  const scene = useMemo(() => ({ report, picture, figures, tell, shown, onLook }), [report, picture, figures, tell, shown, onLook]);
  return (
    <Ground.Provider value={picture}>
      <Promises.Provider value={scene}>
        <Patterns />
        <main>
          <Answer at={search.at} isPlanning={isPlanning} />
          <div className="floor">
            <div className="kept">
              <Meter />
              <History />
              <MadeOf />
              <Versions />
            </div>
            <div className="told-of">
              <Contradictions />
              <Claims which={search.said} />
              <Groups by={search.by} />
            </div>
          </div>
        </main>
      </Promises.Provider>
    </Ground.Provider>
  );
}

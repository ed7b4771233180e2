// Need: who is short of what, when, and how sure that is. This file finds the operation and asks; each part stands in its own file, and
// the address says which one is shown.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, type ReactElement } from 'react';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { NeedSeen } from '../router.tsx';
import { askPicture, client, given } from '../shared/client.ts';
import { Patterns } from '../shared/custody.tsx';
import { Entering } from '../shared/entries.tsx';
import { useFigures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { Answer } from './answer.tsx';
import { Bring } from './bring.tsx';
import { Counts } from './counts.tsx';
import { Infections } from './infections.tsx';
import { Parameters } from './parameters.tsx';
import { neediest, rowsOf } from './rows.ts';
import { Need, VIEWS, type AreaNeed, type Report, type View } from './scene.ts';
import { Shortage } from './shortage.tsx';
import { Views } from './views.tsx';
import { learnNeedWords } from './words/index.ts';
import '../map/map.css';
import '../shared/sheet.css';
import './need.css';

learnNeedWords();

/** What is spoken of until somebody chooses. */
const FIRST_ITEM = 'surgical-mask';

export function NeedPage(): ReactElement {
  const search = useSearch({ from: '/need' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const id = operation?.operation ?? '';
  const item = search.item ?? FIRST_ITEM;
  const picture = useQuery({ queryKey: ['picture', id, operation?.facts, search.at], queryFn: ({ signal }) => askPicture(id, search.at, signal), enabled: operation !== undefined, placeholderData: keepPreviousData });
  const report = useQuery({ queryKey: ['need', id, operation?.facts, search.at, item], queryFn: ({ signal }) => given(client.need(id, { asOf: search.at, item }, { signal })), enabled: operation !== undefined, placeholderData: keepPreviousData });
  const again = (): void => {
    void operations.refetch();
    void picture.refetch();
    void report.refetch();
  };
  const error = operations.error ?? report.error ?? picture.error;
  if (report.data === undefined || picture.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="of-need">
      {error !== null && <Stale onRetry={again} />}
      <Entering operation={id} at={search.at ?? operation.standsAt ?? undefined} by="planner">
        <Standing operation={id} facts={operation.facts} report={report.data} picture={picture.data} item={item} search={search} />
      </Entering>
    </Frame>
  );
}

/** What is let go of leaves the address. */
const withoutEmpty = (search: NeedSeen): NeedSeen => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));

interface StandingProps {
  readonly operation: string;
  readonly facts: number;
  readonly report: Report;
  readonly picture: Picture;
  readonly item: string;
  readonly search: NeedSeen;
}

function Standing({ operation, facts, report, picture, item, search }: StandingProps): ReactElement {
  const navigate = useNavigate({ from: '/need' });
  const figures = useFigures(picture.zone, picture.asOf);
  const onLook = useCallback((change: Partial<NeedSeen>) => void navigate({ search: (held) => withoutEmpty({ ...held, ...change }), replace: true, resetScroll: false }), [navigate]);
  const nameOf = useCallback(({ area, name, recipient }: AreaNeed) => (recipient !== null || figures.area(area) === area ? name : figures.area(area)), [figures]);
  const rows = useMemo(() => rowsOf(report.areas, report.shortages, nameOf), [report, nameOf]);
  const main = useMemo(() => neediest(rows), [rows]);
  const scene = useMemo(() => ({ operation, facts, report, picture, item, rows, main, area: search.area ?? null, figures, onLook }), [operation, facts, report, picture, item, rows, main, search.area, figures, onLook]);
  const view = VIEWS.find((it) => it === search.view) ?? 'shortage';
  return (
    <Ground.Provider value={picture}>
      <Need.Provider value={scene}>
        <Patterns />
        <main>
          <Answer at={search.at} />
          <Views view={view} />
          <Shown view={view} search={search} />
        </main>
      </Need.Provider>
    </Ground.Provider>
  );
}

function Shown({ view, search }: { readonly view: View; readonly search: NeedSeen }): ReactElement {
  switch (view) {
    case 'shortage':
      return <Shortage text={search.text} country={search.country} />;
    case 'counts':
      return <Counts />;
    case 'infections':
      return <Infections />;
    case 'bring':
      return <Bring />;
    case 'parameters':
      return <Parameters />;
  }
}

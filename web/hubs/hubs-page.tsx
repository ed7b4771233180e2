// Why this hub? Candidates ranked with their reasons, how far goods get from each, what the choice trades off, what would change it;
// and what if something were otherwise. This file finds the operation; the desk joins the rest.

import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations, useScene } from '../shared/queries.ts';
import { HubsDesk } from './hubs-desk.tsx';
import { learnWords } from './words/words.ts';
import '../map/map.css';
import './hubs.css';

learnWords();

export function HubsPage(): ReactElement {
  const search = useSearch({ from: '/hubs' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const { picture } = useScene(operation, search.at);
  const again = (): void => {
    void operations.refetch();
    void picture.refetch();
  };
  const error = operations.error ?? picture.error;
  if (picture.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="hubs">
      {error !== null && <Stale onRetry={again} />}
      <HubsDesk key={operation.operation} operation={operation} picture={picture.data} search={search} />
    </Frame>
  );
}

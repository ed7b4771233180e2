// The address /promises/read: the reading of announcements by itself, in the frame of every page.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { askPicture } from '../../shared/client.ts';
import { useFigures } from '../../shared/figures.ts';
import { Frame, NotYet } from '../../shared/frame.tsx';
import { useOperations } from '../../shared/queries.ts';
import { Reading } from './reading.tsx';

export function ReadingPage(): ReactElement {
  const search = useSearch({ from: '/promises/read' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const id = operation?.operation ?? '';
  const picture = useQuery({ queryKey: ['picture', id, operation?.facts ?? 0, search.at], queryFn: ({ signal }) => askPicture(id, search.at, signal), enabled: operation !== undefined, placeholderData: keepPreviousData });
  const figures = useFigures(operation?.zone ?? 'UTC', picture.data?.asOf ?? '');
  const again = (): void => {
    void operations.refetch();
    void picture.refetch();
  };
  const error = operations.error ?? picture.error;
  if (operation === undefined || picture.data === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="reading">
      <main>
        <Reading operation={operation} picture={picture.data} figures={figures} />
      </main>
    </Frame>
  );
}

// The control tower: one question in its first line, the promises, the map, what needs a person, and the time cursor that moves
// them all. This file joins them; each stands in its own.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useDeferredValue, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { useOperations, useScene } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { TowerMap } from '../map/tower-map.tsx';
import { AnswerLine } from './answer.tsx';
import { NeedsPerson } from './attention.tsx';
import { Promises } from './promises.tsx';
import { Timeline } from './timeline.tsx';
import './tower.css';
import '../map/map.css';

export function Tower(): ReactElement {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const scene = useScene(operation, search.at);
  const { data: picture } = scene.picture;
  const look = useCallback((change: { readonly at?: string; readonly item?: string }) => void navigate({ search: (held) => ({ ...held, ...change }), replace: true }), [navigate]);
  const again = (): void => {
    void operations.refetch();
    void scene.picture.refetch();
  };
  const error = operations.error ?? scene.picture.error;

  if (picture === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="tower">
      {error !== null && <Stale onRetry={again} />}
      <Standing picture={picture} at={search.at} item={search.item} planning={scene.plan} making={scene.making} onLook={look} />
    </Frame>
  );
}

interface StandingProps {
  readonly picture: Picture;
  readonly at: string | undefined;
  readonly item: string | undefined;
  readonly planning: ReturnType<typeof useScene>['plan'];
  readonly making: ReturnType<typeof useScene>['making'];
  readonly onLook: (change: { readonly at?: string; readonly item?: string }) => void;
}

// Drawn again only when what they show has changed, not with each step of the cursor.
const PromisesDrawn = memo(Promises);
const MapDrawn = memo(TowerMap);
const NeedsDrawn = memo(NeedsPerson);

function Standing({ picture: newest, at, item, planning, making, onLook }: StandingProps): ReactElement {
  // The cursor answers the hand at once; the picture follows within a moment.
  const picture = useDeferredValue(newest);
  const linked = useDeferredValue(at);
  const figures = useFigures(picture.zone, picture.asOf);
  const onItem = useCallback((next: string) => onLook({ item: next }), [onLook]);
  const onMove = useCallback((next: string) => onLook({ at: next }), [onLook]);
  const cursor = at ?? picture.standsAt ?? picture.asOf;
  const chosen = item ?? picture.answer?.item ?? picture.items[0]?.item ?? '';
  // The answer is drawn first; the map follows when it stands.
  const mapToo = useDeferredValue(true, false);
  const [focused, setFocused] = useState<string | null>(null);
  return (
    <Ground.Provider value={picture}>
      <main>
        <AnswerLine picture={picture} cursor={cursor} figures={figures} />
        <div className="floor">
          <PromisesDrawn picture={picture} figures={figures} focused={focused} onFocus={setFocused} />
          {mapToo ? <MapDrawn picture={picture} item={chosen} onItem={onItem} figures={figures} /> : <section className="map" />}
          <NeedsDrawn picture={picture} figures={figures} at={linked} />
        </div>
        <Timeline picture={picture} cursor={cursor} item={chosen} onMove={onMove} figures={figures}>
          <Planning picture={picture} planning={planning} making={making} figures={figures} />
        </Timeline>
      </main>
    </Ground.Provider>
  );
}

function Planning({ picture, planning, making, figures }: Pick<StandingProps, 'picture' | 'planning' | 'making'> & { readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (planning.isFetching)
    return (
      <p className="planning" role="status">
        <b>{t('planning.title')}</b> <Progress making={making} figures={figures} />
      </p>
    );
  if (planning.isError && picture.plan === null)
    return (
      <p className="planning" role="alert">
        <b>{isCancelled(planning.error) ? t('planning.cancelled') : t('planning.failed')}</b> {!isCancelled(planning.error) && planning.error.message}{' '}
        <button type="button" className="verb" onClick={() => void planning.refetch()}>
          {t('planning.again')}
        </button>
      </p>
    );
  if (picture.plan === null) return <p className="planning" />;
  return (
    <p className="planning">
      {t('planning.made', { policy: t(`policy.${picture.plan.policy}`).toLowerCase(), n: picture.plan.lines })}
      {picture.plan.recorded && `, ${t('planning.recorded')}`}
    </p>
  );
}

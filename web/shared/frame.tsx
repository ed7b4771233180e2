// The frame of every page: the bar, and what stands in the page's place while there is nothing to show: loading, no operation,
// no server, no such address.

import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from './client.ts';
import { SignedIn } from './signed-in.tsx';
import { LANGUAGES, prepare, speak } from './language.ts';
import { Live, useLive } from './live.tsx';
import { useSeconds } from './queries.ts';
import { chooseScheme, useScheme } from './scheme.ts';

interface FrameProps {
  readonly operation?: { readonly operation: string; readonly name: string } | undefined;
  readonly at?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Frame({ operation, at, children, className }: FrameProps): ReactElement {
  const { t, i18n } = useTranslation();
  useLive(operation?.operation);
  const scheme = useScheme();
  const places = useRef<HTMLElement>(null);
  useEffect(() => showPlace(places.current), []);
  const other = scheme === 'light' ? 'dark' : 'light';
  const search = { ...(operation && { op: operation.operation }), ...(at !== undefined && { at }) };
  return (
    <div className={className}>
      <a className="skip" href="#answer">
        {t('place.skip')}
      </a>
      <header className="top">
        <Link to="/" search={search} className="mark" activeProps={{}} aria-current={undefined}>
          Airbridge
        </Link>
        {operation && <span className="operation">{operation.name}</span>}
        <nav ref={places} aria-label={t('place.nav')}>
          <Link to="/" search={search} activeOptions={{ exact: true, includeSearch: false }}>
            {t('place.tower')}
          </Link>
          <Link to="/promises" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.promises')}
          </Link>
          <Link to="/hub" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.hub')}
          </Link>
          <Link to="/need" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.need')}
          </Link>
          <Link to="/plan" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.plan')}
          </Link>
          <Link to="/dispatch" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.dispatch')}
          </Link>
          <Link to="/intake" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.intake')}
          </Link>
          <Link to="/announce" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.announce')}
          </Link>
        </nav>
        <div className="end">
          <SignedIn />
          <Live />
          <Link to="/alerts" search={search} activeOptions={{ includeSearch: false }}>
            {t('place.alerts')}
          </Link>
          <a className="for-programs" href="/api/docs">
            {t('place.api')}
          </a>
          <button type="button" className="plain" onClick={() => chooseScheme(other)} aria-label={t('theme.to', { scheme: t(`theme.${other}`).toLowerCase() })}>
            {t(`theme.${other}`)}
          </button>
          <span className="languages" role="group" aria-label={t('language')}>
            {LANGUAGES.map((code) => (
              <button key={code} type="button" className="plain" lang={code} aria-pressed={i18n.language === code} onPointerEnter={() => prepare(code)} onFocus={() => prepare(code)} onClick={() => speak(code)}>
                {code.toUpperCase()}
              </button>
            ))}
          </span>
        </div>
      </header>
      {children}
    </div>
  );
}

/** On a phone the places do not all fit: the one that is open is brought into sight. */
function showPlace(places: HTMLElement | null): void {
  const open = places?.querySelector<HTMLElement>('[aria-current=page]');
  if (places && open && places.scrollWidth > places.clientWidth) places.scrollLeft = open.offsetLeft - places.offsetLeft - (places.clientWidth - open.offsetWidth) / 2;
}

export function Loading(): ReactElement {
  const { t } = useTranslation();
  const seconds = useSeconds(true);
  return (
    <main className="whole" role="status">
      {seconds >= 1 && (
        <>
          <h1 id="answer">{t('loading.title')}</h1>
          <p>{t('loading.seconds', { n: seconds })}</p>
        </>
      )}
    </main>
  );
}

export function NoOperation({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="whole">
      <h1 id="answer">{t('empty.title')}</h1>
      <p>{t('empty.text')}</p>
      <code>npx airbridge import data/liege-2020</code>
      <p>{t('empty.reference')}</p>
      <button type="button" className="go" onClick={onRetry}>
        {t('empty.retry')}
      </button>
    </main>
  );
}

export function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactElement {
  const { t } = useTranslation();
  const refused = error instanceof Refusal && error.answered ? error : null;
  if (refused?.failure.code === 'sign-in-needed') return <SignInNeeded />;
  return (
    <main className="whole" role="alert">
      <h1 id="answer">{refused?.message ?? t('failure.title')}</h1>
      <p>{refused?.remedy ?? t('failure.remedy')}</p>
      <button type="button" className="go" onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </main>
  );
}

export function SignInNeeded(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="whole">
      <h1 id="answer">{t('people.signIn.needed')}</h1>
      <p>{t('people.signIn.text')}</p>
      <Link to="/sign-in" search={{ to: `${location.pathname}${location.search}` }} className="go">
        {t('people.signIn.title')}
      </Link>
    </main>
  );
}

interface NotYetProps {
  readonly at?: string | undefined;
  readonly operations: { readonly data: readonly unknown[] | undefined; readonly isFetching: boolean };
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** A page that has nothing to show yet: it asks still, it asked in vain, or there is no operation. */
export function NotYet({ at, operations, error, onRetry }: NotYetProps): ReactElement {
  const body = error !== null && !operations.isFetching ? <Failed error={error} onRetry={onRetry} /> : operations.data?.length === 0 ? <NoOperation onRetry={onRetry} /> : <Loading />;
  return <Frame at={at}>{body}</Frame>;
}

/** Over figures that are still shown: the server has gone, these are the last. */
export function Stale({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="notice" role="alert">
      <span>{t('failure.stale')}</span>
      <span>{t('failure.remedy')}</span>
      <button type="button" className="verb" onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </div>
  );
}

/** Where a page breaks: a fault of ours, said as such. */
export function Stopped({ error }: { readonly error: unknown }): ReactElement {
  const { t } = useTranslation();
  return (
    <Frame>
      <main className="whole" role="alert">
        <h1 id="answer">{t('failure.stopped')}</h1>
        <p>{t('failure.stoppedRemedy', { error: error instanceof Error ? error.message : String(error) })}</p>
        <button type="button" className="go" onClick={() => location.reload()}>
          {t('failure.retry')}
        </button>
      </main>
    </Frame>
  );
}

export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <Frame>
      <main className="whole">
        <h1 id="answer">{t('failure.notFound')}</h1>
        <Link to="/" className="go">
          {t('failure.back')}
        </Link>
      </main>
    </Frame>
  );
}

// A number with its source: a dotted underline that opens the value, its unit, and the facts it comes out of with source and
// hour. The facts are read from the journal when somebody asks.

import { useQueries } from '@tanstack/react-query';
import { createContext, useContext, useDeferredValue, useId, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../src/domain/facts.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import { askFact } from './client.ts';
import { useFigures, type Figures } from './figures.ts';
import { Popover } from './popover.tsx';

/** Facts that are shown at once; an answer can rest on dozens. */
const SHOWN = 6;

/** Whose facts they are, and what its sources are called. */
export const Ground = createContext<Pick<Picture, 'operation' | 'zone' | 'sources'> | null>(null);

interface Basis {
  readonly facts?: readonly number[];
  /** The plan that computed it, where no fact says it. */
  readonly plan?: string;
  /** The sum that it is, where it is one. */
  readonly sum?: ReactNode;
  readonly unit: string;
  readonly value: string;
}

interface SourcedProps extends Basis {
  readonly children?: ReactNode;
  readonly className?: string;
  /** What the button does, where it shows no number. */
  readonly label?: string;
}

export function Sourced({ children, className = 'figure', label, ...basis }: SourcedProps): ReactElement {
  const [opened, setOpened] = useState<Element | null>(null);
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <button type="button" className={className} aria-label={label} aria-haspopup="dialog" aria-expanded={opened !== null} aria-controls={opened === null ? undefined : id} onClick={({ currentTarget }) => setOpened((held) => (held === null ? currentTarget : null))}>
        {children ?? basis.value}
      </button>
      {opened !== null && (
        <Popover id={id} label={t('source.title')} anchor={opened} onClose={() => setOpened(null)}>
          <Source {...basis} />
        </Popover>
      )}
    </>
  );
}

function Source({ facts = [], plan, sum, unit, value }: Basis): ReactElement {
  const { t } = useTranslation();
  const shown = [...new Set(facts)].slice(0, SHOWN);
  // The card is drawn first; then the facts are asked for.
  const factsToo = useDeferredValue(true, false);
  return (
    <div className="source">
      <h3>{t('source.title')}</h3>
      <p className="value">{value}</p>
      <p>{t('source.unit', { unit })}</p>
      {sum}
      {plan !== undefined && <p>{t('source.plan', { plan })}</p>}
      {shown.length === 0 && plan === undefined && sum === undefined && <p>{t('source.none')}</p>}
      {shown.length > 0 && (factsToo ? <Facts shown={shown} /> : <p>{t('source.loading')}</p>)}
      {facts.length > SHOWN && <p>{t('source.more', { n: facts.length - SHOWN })}</p>}
    </div>
  );
}

function Facts({ shown }: { readonly shown: readonly number[] }): ReactElement {
  const { t } = useTranslation();
  const ground = useContext(Ground);
  const figures = useFigures(ground?.zone ?? 'UTC');
  const answers = useQueries({ queries: shown.map((seq) => ({ queryKey: ['fact', ground?.operation, seq], queryFn: ({ signal }: { signal: AbortSignal }) => askFact(ground?.operation ?? '', seq, signal) })) });
  const failed = answers.find(({ isError }) => isError)?.error;
  return (
    <>
      {answers.some(({ isPending }) => isPending) && <p>{t('source.loading')}</p>}
      {failed && <p role="alert">{t('source.failed', { why: failed.message })}</p>}
      <ul>
        {answers.map(({ data }) =>
          data === null || data === undefined ? null : (
            <li key={data.seq}>
              <b>
                {data.kind} · {figures.moment(data.occurredAt)}
              </b>
              <p>{said(data, figures)}</p>
              <SourcesOf fact={data} />
            </li>
          ),
        )}
      </ul>
    </>
  );
}

function SourcesOf({ fact }: { readonly fact: Fact }): ReactElement {
  const { t } = useTranslation();
  const ground = useContext(Ground);
  const links = fact.sources.map((id) => ground?.sources.find((source) => source.id === id) ?? { id, title: id, publisher: null, link: null });
  return (
    <p>
      {t('source.by')}{' '}
      {links.length === 0
        ? t('source.noSource')
        : links.map(({ id, title, link }, index) => (
            <span key={id}>
              {index > 0 && '; '}
              {link === null ? title : <a href={link}>{title}</a>}
            </span>
          ))}
      {fact.note !== null && <> · {fact.note}</>}
    </p>
  );
}

/** The figures and names that the fact itself bears, in the order of its body. */
const said = ({ body }: Fact, figures: Figures): string =>
  Object.entries(body as Readonly<Record<string, unknown>>)
    .flatMap(([key, value]) => {
      if (typeof value === 'number') return [`${key} ${Number.isInteger(value) ? figures.count(value) : figures.decimal(value, 3)}`];
      return typeof value === 'string' && value.length <= 60 ? [`${key} ${value}`] : [];
    })
    .slice(0, 7)
    .join(' · ');

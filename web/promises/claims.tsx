// What was said in public, with its words and its link, beside what is accepted; and the form that records a claim by hand. A reader
// of pasted announcements puts its proposals into the same form (`proposed`).

import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/may.ts';
import { Sourced } from '../shared/sourced.tsx';
import { ClaimForm } from './claim-form.tsx';
import { useReadingText } from './reading-text.ts';
import { usePromises, type Claim } from './scene.ts';

const WHICH = ['all', 'own', 'contested'] as const;
/** The latest that stand there before somebody asks for all. */
const FIRST = 10;

export function Claims({ which = 'all' }: { readonly which?: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { report, shown, onLook } = usePromises();
  const may = useMay();
  const [isRecording, setIsRecording] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const chosen = WHICH.find((it) => it === which) ?? 'all';
  const claims = report.claims.filter((it) => chosen === 'all' || (chosen === 'own' ? it.pledge === shown?.name : it.contradictions.length > 0)).toReversed();
  return (
    <section className="claims" aria-label={t('said.claim.title')}>
      <h2 className="head">
        {t('said.claim.title')}
        <span className="choices" role="group" aria-label={t('said.claim.which')}>
          {WHICH.map((it) => (
            <button key={it} type="button" className="verb" aria-pressed={it === chosen} onClick={() => onLook({ said: it })}>
              {t(`said.claim.${it}`)}
            </button>
          ))}
        </span>
      </h2>
      {claims.length === 0 ? <p className="none">{report.claims.length === 0 ? t('said.claim.empty') : t('said.claim.none')}</p> : <Table claims={isWhole ? claims : claims.slice(0, FIRST)} />}
      {!isWhole && claims.length > FIRST && (
        <p className="acts">
          <button type="button" className="verb" onClick={() => setIsWhole(true)}>
            {t('said.claim.more', { n: claims.length })}
          </button>
        </p>
      )}
      {isRecording ? (
        <ClaimForm onDone={() => setIsRecording(false)} />
      ) : may('fact.announcement') && (
        <p className="acts">
          <button type="button" className="verb" onClick={() => setIsRecording(true)}>
            {t('said.claim.record')}
          </button>{' '}
          <Link to="/promises/read" search={({ op, at }) => ({ op, at })} className="verb">
            {t('said.claim.readText')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Table({ claims }: { readonly claims: readonly Claim[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="sheet" tabIndex={0} role="region" aria-label={`${t('said.claim.title')}, ${t('said.history.table').toLowerCase()}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('said.claim.when')}</th>
            <th scope="col">{t('said.claim.who')}</th>
            <th scope="col">{t('said.claim.what')}</th>
            <th scope="col" className="number">{t('said.claim.figure')}</th>
            <th scope="col">{t('said.claim.accepted')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((it) => (
            <Row key={it.claim} claim={it} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ claim }: { readonly claim: Claim }): ReactElement {
  const { t, i18n } = useTranslation();
  const { figures, report } = usePromises();
  const written = new Intl.DisplayNames([i18n.language], { type: 'language' }).of(claim.language) ?? claim.language;
  const sources = claim.sources.map((id) => report.sources.find((it) => it.id === id)).filter((it) => it !== undefined && it.id !== 'assumption');
  return (
    <tr>
      <th scope="row">
        <Sourced className="figure" facts={[claim.seq]} value={claim.units === null ? claim.claim : figures.count(claim.units)} unit={claim.item === null ? '' : t('source.units', { item: figures.item(claim.item) })} label={t('said.claim.facts', { claim: claim.claim })}>
          {figures.hour(claim.at)}
        </Sourced>
        <span className="under">{claim.claim}</span>
      </th>
      <td data-label={t('said.claim.who')}>
        <span>
          {claim.author}
          <span className="under">{claim.channel}</span>
        </span>
      </td>
      <td data-label={t('said.claim.what')} className="words">
        <span>
          <span lang="en">{claim.summary}</span>
          <span className="under">
            {t('said.claim.written', { language: written })}
            {claim.link !== null && (
              <>
                {' · '}
                <a href={claim.link}>{t('said.claim.read')}</a>
              </>
            )}
            {claim.link === null && sources.length > 0 && ` · ${sources.map((it) => it?.title ?? '').join('; ')}`}
            {claim.snapshot !== null && ` · ${t('said.claim.snapshot', { hash: claim.snapshot.slice(0, 12) })}`}
          </span>
          {claim.alsoSeen.length > 0 && (
            <span className="under">
              {t('said.claim.seen')}{' '}
              {claim.alsoSeen.map((it, index) => (
                <span key={it.claim}>
                  {index > 0 && '; '}
                  {it.link === null ? `${it.author}, ${figures.hour(it.at)}` : <a href={it.link}>{`${it.author}, ${figures.hour(it.at)}`}</a>}
                </span>
              ))}
            </span>
          )}
        </span>
      </td>
      <td className="number" data-label={t('said.claim.figure')}>{claim.units === null ? t('said.claim.unsaid') : `${figures.count(claim.units)}${claim.item === null ? '' : ` ${figures.item(claim.item)}`}`}</td>
      <td data-label={t('said.claim.accepted')}>
        <Accepted claim={claim} />
      </td>
    </tr>
  );
}

/** What stands against the claim: the accepted readings, or that the question is open. */
function Accepted({ claim }: { readonly claim: Claim }): ReactElement {
  const { t } = useTranslation();
  const { report } = usePromises();
  const textOf = useReadingText();
  const found = report.contradictions.filter((it) => it.state !== 'context' && claim.contradictions.includes(it.contradiction));
  if (found.length === 0) return <span className="quiet">{claim.about === null || claim.about === 'count' ? t('said.claim.unsaid') : t('said.claim.agrees')}</span>;
  return (
    <ul>
      {found.map((it) => {
        const reading = it.readings.find(({ reading: name }) => name === it.position?.reading);
        const { figure, way } = reading === undefined ? { figure: null, way: '' } : textOf(reading, it);
        return (
          <li key={it.contradiction}>
            <a href={`#${it.contradiction}`}>{reading === undefined ? t('said.claim.open') : [figure, way].filter((part) => part !== null && part !== '').join(', ')}</a>
            {reading !== undefined && it.state === 'reopened' && <span className="under bad">{t('said.found.state.reopened')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

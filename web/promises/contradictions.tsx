// What contradicts what, open ones first: the readings side by side, who told each and when, the position taken with its reason, and
// what would settle it. Counts that differ by source and hour stand apart: nobody has to decide between them.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/may.ts';
import { Sourced } from '../shared/sourced.tsx';
import { Spoken } from '../shared/told.tsx';
import { PositionForm, StrikeOutForm } from './position-form.tsx';
import { useReadingText } from './reading-text.ts';
import { usePromises, type Found, type Reading } from './scene.ts';

/** Claims that are named under a reading; the others are counted. */
const NAMED = 3;

export function Contradictions(): ReactElement {
  const { t } = useTranslation();
  const { report } = usePromises();
  const found = report.contradictions.filter(({ state }) => state !== 'context');
  const context = report.contradictions.filter(({ state }) => state === 'context');
  const open = found.filter(({ state }) => state !== 'settled');
  const known = new Set(report.contradictions.map(({ contradiction }) => contradiction));
  const stray = report.positions.filter(({ contradiction }) => !known.has(contradiction));
  return (
    <section className="found" aria-label={t('said.found.title')}>
      <h2 className="head">
        {t('said.found.title')} <span>{t('said.found.count', { count: open.length })}</span>
      </h2>
      {found.length === 0 && <p className="none">{t('said.found.empty')}</p>}
      <ul>
        {found.map((it) => (
          <li key={it.contradiction} data-state={it.state} id={it.contradiction}>
            <Contradiction found={it} isFirst={it === open[0]} />
          </li>
        ))}
      </ul>
      {stray.length > 0 && <p className="quiet">{t('said.found.stray', { list: stray.map(({ contradiction, reason }) => `${contradiction} (${reason})`).join('; ') })}</p>}
      {context.length > 0 && (
        <details>
          <summary>{t('said.found.context', { count: context.length })}</summary>
          <ul>
            {context.map((it) => (
              <li key={it.contradiction} data-state={it.state}>
                <Contradiction found={it} isFirst={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Contradiction({ found, isFirst }: { readonly found: Found; readonly isFirst: boolean }): ReactElement {
  const { t } = useTranslation();
  const { figures, tell } = usePromises();
  const mayDecide = useMay()('fact.position');
  const [doing, setDoing] = useState<'take' | 'strike' | null>(null);
  const { state, says, settles, since, readings, position, joined, positions } = found;
  const earlier = positions.slice(0, -1);
  return (
    <article>
      <h3>
        <Spoken why={found.contradiction} because={[says]} tell={tell} />{' '}
        <span className="quiet">
          <b className={state === 'open' || state === 'reopened' ? 'bad' : 'good'}>{t(`said.found.state.${state}`)}</b>, {t('said.found.since', { when: figures.hour(since) })}
        </span>
      </h3>
      <ul className="readings">
        {readings.map((it) => (
          <li key={it.reading} data-accepted={position?.reading === it.reading ? state : undefined}>
            <Side reading={it} found={found} />
          </li>
        ))}
      </ul>
      {position !== null && (
        <p className="position">
          <b>{t('said.found.position', { when: figures.hour(position.at), by: position.by })}</b>{' '}
          <Sourced className="figure" facts={[position.seq]} value={position.reading} unit={position.contradiction}>
            {position.reason}
          </Sourced>
        </p>
      )}
      {joined.length > 0 && (
        <p>
          {t('said.found.joined', { count: joined.length })} <Claims codes={joined} />
        </p>
      )}
      {(state === 'open' || state === 'reopened') && (
        <p className="settles">
          {t('said.found.settles')} <Spoken why="" because={[settles]} tell={tell} />
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('said.found.earlier', { count: earlier.length })}</summary>
          <ol>
            {earlier.map((it) => (
              <li key={it.seq}>
                <b>{t('said.found.position', { when: figures.hour(it.at), by: it.by })}</b> {it.reason}
              </li>
            ))}
          </ol>
        </details>
      )}
      {state !== 'context' && mayDecide && doing === null && (
        <p className="acts">
          <button type="button" className={isFirst ? 'go' : 'verb'} onClick={() => setDoing('take')}>
            {position === null ? t('said.found.take') : t('said.found.revise')}
          </button>
          {position !== null && (
            <button type="button" className="verb" onClick={() => setDoing('strike')}>
              {t('said.found.strike')}
            </button>
          )}
        </p>
      )}
      {doing === 'take' && <PositionForm found={found} onDone={() => setDoing(null)} />}
      {doing === 'strike' && position !== null && <StrikeOutForm position={position} onDone={() => setDoing(null)} />}
    </article>
  );
}

function Side({ reading, found }: { readonly reading: Reading; readonly found: Found }): ReactElement {
  const { t } = useTranslation();
  const { figures, report } = usePromises();
  const textOf = useReadingText();
  const { figure, way } = textOf(reading, found);
  const isAccepted = found.position?.reading === reading.reading;
  const sourceName = (id: string): string => report.sources.find((it) => it.id === id)?.title ?? id;
  return (
    <>
      {(figure !== null || way === '') && (
        <p className="says">
          <Sourced value={figure ?? t('said.found.noFigure')} facts={reading.facts} unit={found.item === null ? '' : t('source.units', { item: figures.item(found.item) })} />
        </p>
      )}
      {way !== '' && (
        <p className={figure === null ? 'says' : undefined}>
          {figure === null ? (
            <Sourced value={way} facts={reading.facts} unit="" />
          ) : (
            way
          )}
        </p>
      )}
      <p className="quiet">
        {t(`said.found.from.${reading.from}`)}
        {reading.from === 'count' && ` ${reading.sources.filter((id) => id !== 'assumption').map(sourceName).join(', ')}`}, {figures.hour(reading.at)}
      </p>
      {reading.claims.length > 0 && <Claims codes={reading.claims} />}
      {isAccepted && <p className="accepted">{found.state === 'settled' ? t('said.found.accepted') : t('said.found.was')}</p>}
    </>
  );
}

/** Claims by author and hour, each opened by its number. */
function Claims({ codes }: { readonly codes: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const { report, figures } = usePromises();
  const claims = codes.flatMap((code) => report.claims.find(({ claim }) => claim === code) ?? []);
  return (
    <span className="authors">
      {claims.slice(0, NAMED).map((it, index) => (
        <span key={it.claim}>
          {index > 0 && '; '}
          <Sourced className="figure" facts={[it.seq]} value={it.units === null ? it.claim : figures.count(it.units)} unit={it.item === null ? it.claim : t('source.units', { item: figures.item(it.item) })} label={t('said.claim.facts', { claim: it.claim })}>
            {it.author}, {figures.day(it.at)}
          </Sourced>
          {it.link !== null && (
            <>
              {' '}
              <a href={it.link} aria-label={`${t('said.claim.read')}: ${it.claim}`}>
                ↗
              </a>
            </>
          )}
        </span>
      ))}
      {claims.length > NAMED && `, ${t('said.found.moreClaims', { n: claims.length - NAMED })}`}
    </span>
  );
}

// An announcement pasted and read: the text with its words marked, the claims that it would make beside it, each to be confirmed,
// changed or left out; then recorded, all in one. To be mounted where promises are looked at.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary, Picture } from '../../../src/http/contract/picture.ts';
import type { Figures } from '../../shared/figures.ts';
import { Refused } from '../../shared/refused.tsx';
import { useTelling } from '../../shared/told.tsx';
import { Claim } from './claim.tsx';
import { MarkedText } from './marked-text.tsx';
import { PasteForm } from './paste-form.tsx';
import { choiceOf, openIn, summaryFor, useReading, type Draft, type ReadingState } from './use-reading.ts';
import { learnWords } from './words/words.ts';
import './reading.css';

learnWords();

interface ReadingProps {
  readonly operation: OperationSummary;
  readonly picture: Picture;
  readonly figures: Figures;
}

export function Reading({ operation, picture, figures }: ReadingProps): ReactElement {
  const { t } = useTranslation();
  const state = useReading(operation);
  const { answer, failure, busy, pasted, read } = state;
  const authors = [...new Set(picture.promises.map(({ donor }) => donor))];
  const count = answer?.proposals.length ?? 0;
  return (
    <>
      <section className="answer" id="answer">
        <div>
          <h1>{answer === null ? t('reading.question') : count === 0 ? t('reading.nothing') : t('reading.found', { count })}</h1>
          <p>{answer === null ? t('reading.lead') : t('reading.of', { author: pasted.author, when: figures.moment(answer.publishedAt) })}</p>
        </div>
        {answer !== null && (
          <button type="button" className="key another" onClick={state.startAnew}>
            {t('reading.another')}
          </button>
        )}
      </section>
      {answer === null ? (
        <div className="reading-body">
          <PasteForm pasted={pasted} authors={authors} zone={operation.zone} now={picture.asOf} busy={busy === 'reading'} onRead={(wanted) => void read(wanted)} />
          {failure !== null && <Refused failure={failure} />}
        </div>
      ) : (
        <Found key={answer.key} state={state} answer={answer} picture={picture} figures={figures} />
      )}
    </>
  );
}

function Found({ state, answer, picture, figures }: { readonly state: ReadingState; readonly answer: NonNullable<ReadingState['answer']>; readonly picture: Picture; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<number | null>(null);
  const tell = useTelling(picture, figures);
  const { choices, pasted, busy, failure, recorded } = state;
  const chosen = answer.drafts.filter((draft) => choiceOf(choices, draft).isIn && !draft.isRecorded);
  const open = chosen.filter((draft) => openIn(draft, choiceOf(choices, draft)).length > 0);
  const isDone = recorded !== null;
  // What is recorded is what stands on the page: not before its language's words are there.
  const isWorded = answer.drafts.every((draft) => tell(draft.body.summary, [draft.summary]) !== null);
  const summaryOf = (draft: Draft): string => tell(draft.body.summary, [summaryFor(draft, choiceOf(choices, draft))])?.text ?? draft.body.summary;
  return (
    <div className="reading-body both">
      <MarkedText text={pasted.text} answer={answer} looked={looked} onLook={setLooked} />
      <section className="claims" aria-labelledby="claims-head">
        <h2 id="claims-head" className="head">
          {t('reading.claims')}
          <span>{t('reading.notYet')}</span>
        </h2>
        {answer.proposals.length === 0 && <p>{t('reading.empty')}</p>}
        <ol>
          {answer.drafts.map((draft) => {
            const proposal = answer.proposals[draft.proposal];
            return proposal === undefined ? null : (
              <Claim key={draft.body.claim} proposal={proposal} draft={draft} choices={choices} picture={picture} figures={figures} tell={tell} language={answer.language} isLooked={looked === draft.proposal} isDone={isDone} onChoose={(change) => state.choose(draft.proposal, change)} onLook={(isLooked) => setLooked(isLooked ? draft.proposal : null)} />
            );
          })}
        </ol>
        {answer.drafts.length > 0 && (
          <div className="record" aria-live="polite">
            {isDone ? (
              <p className="done">
                {t('reading.recorded', { count: recorded })}{' '}
                <button type="button" className="verb" onClick={state.startAnew}>
                  {t('reading.another')}
                </button>
              </p>
            ) : (
              <>
                <Open open={open} />
                <button type="button" className="go" disabled={chosen.length === 0 || open.length > 0 || busy === 'recording' || !isWorded} onClick={() => void state.record(summaryOf)}>
                  {busy === 'recording' ? t('reading.recording') : t('reading.record', { count: chosen.length })}
                </button>
                {chosen.length === 0 && <span className="quiet">{t('reading.noneChosen')}</span>}
              </>
            )}
            {failure !== null && <Refused failure={failure} />}
          </div>
        )}
      </section>
    </div>
  );
}

/** What is still open, with the way to it. */
function Open({ open }: { readonly open: readonly Draft[] }): ReactElement | null {
  const { t } = useTranslation();
  if (open.length === 0) return null;
  return (
    <p className="wrong">
      {t('reading.stillOpen', { count: open.length })}{' '}
      {open.map(({ proposal }) => (
        <a key={proposal} href={`#claim-${proposal + 1}`}>
          {t('reading.toClaim', { n: proposal + 1 })}
        </a>
      ))}
    </p>
  );
}

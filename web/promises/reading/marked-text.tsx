// The text as it was pasted, with the words of each claim marked where they stand. A number leads to the claim; what a figure was set
// aside as stands in the list beneath, so that nothing is told by looks alone.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { stretchesOf } from './marks.ts';
import type { Answer } from './use-reading.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly answer: Answer;
  /** The claim that is looked at; its words stand out. */
  readonly looked: number | null;
  readonly onLook: (proposal: number | null) => void;
}

export function MarkedText({ text, answer, looked, onLook }: MarkedTextProps): ReactElement {
  const { t } = useTranslation();
  const stretches = useMemo(() => stretchesOf(text, answer), [text, answer]);
  return (
    <section className="pasted" aria-labelledby="pasted-head">
      <h2 id="pasted-head" className="head">
        {t('reading.text')}
        <span>{t('reading.readAs', { language: t(`reading.language.${answer.language}`) })}</span>
      </h2>
      <div className="words" lang={answer.language}>
        {stretches.map(({ start, text: words, claims, opens, aside }) => (
          <span key={start}>
            {opens.map((claim) => (
              <a key={claim} className="number-of" href={`#claim-${claim + 1}`} aria-label={t('reading.toClaim', { n: claim + 1 })} onFocus={() => onLook(claim)} onBlur={() => onLook(null)} onClick={() => onLook(claim)}>
                {claim + 1}
              </a>
            ))}
            {claims.length > 0 ? <mark data-looked={looked !== null && claims.includes(looked)}>{words}</mark> : aside !== null ? <span className="aside">{words}</span> : words}
          </span>
        ))}
      </div>
      {answer.unread.length > 0 && (
        <details className="unread">
          <summary>{t('reading.unread', { count: answer.unread.length })}</summary>
          <ul>
            {answer.unread.map(({ span, words, as }) => (
              <li key={span.start}>
                <span lang={answer.language}>{words}</span>: {t(`reading.as.${as}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

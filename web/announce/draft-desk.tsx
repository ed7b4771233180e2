// The desk at which a text is put together: the sentences that there are to say, each kept or left out, words of one's own beside
// them, the text that they come to with every figure leading to its facts, and the approval.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { composed, isFigure, type DraftSentence } from '../../src/domain/announce/communique.ts';
import type { CommuniqueDraftAnswer } from '../../src/http/contract/answers.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { Refused } from '../shared/refused.tsx';
import type { Text } from './announce-page.tsx';
import { Parts } from './parts.tsx';

/** Below the draft's own paragraphs, above its address. */
const OWN_PARAGRAPH = 8;

export function DraftDesk({ draft, taken }: { readonly draft: CommuniqueDraftAnswer; readonly taken: readonly Text[] }): ReactElement {
  const { t } = useTranslation();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [own, setOwn] = useState<readonly DraftSentence[]>([]);
  const all = [...draft.sentences, ...own].toSorted((a, b) => a.paragraph - b.paragraph);
  const kept = all.filter(({ id }) => !leftOut.has(id));
  const toggle = (id: string): void => setLeftOut((held) => { const next = new Set(held); if (!next.delete(id)) next.add(id); return next; });
  return (
    <>
      {!draft.isPlanned && draft.form !== 'correction' && <p className="quiet">{t('announce.noPlan')}</p>}
      <div className="two">
        <div>
          <h3>{t('announce.sentences')}</h3>
          <ul className="sentences" lang={draft.language}>
            {all.map((sentence) => (
              <li key={sentence.id} data-out={leftOut.has(sentence.id)}>
                {own.includes(sentence) ? (
                  <button type="button" className="verb" onClick={() => setOwn((held) => held.filter((it) => it !== sentence))}>
                    {t('announce.remove')}
                  </button>
                ) : (
                  <input type="checkbox" checked={!leftOut.has(sentence.id)} onChange={() => toggle(sentence.id)} aria-label={`${t('announce.keep')}: ${sentence.parts.map((part) => ('words' in part ? part.words : part.text)).join('')}`} />
                )}
                <span>
                  <Parts parts={sentence.parts} basis={draft.basis} />
                </span>
              </li>
            ))}
          </ul>
          <OwnSentence language={draft.language} onAdd={(words) => setOwn((held) => [...held, { id: `own-${Date.now()}`, paragraph: OWN_PARAGRAPH, parts: [{ words }] }])} />
        </div>
        <Approval draft={draft} kept={kept} taken={taken} />
      </div>
    </>
  );
}

function OwnSentence({ language, onAdd }: { readonly language: string; readonly onAdd: (words: string) => void }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState('');
  return (
    <form
      className="own"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() === '') return;
        onAdd(words.trim());
        setWords('');
      }}
    >
      <label htmlFor={id}>{t('announce.own')}</label>
      <textarea id={id} className="choice" rows={2} lang={language} maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} aria-describedby={`${id}-said`} />
      <span id={`${id}-said`} className="quiet">
        {t('announce.ownHint')}
      </span>
      <button type="submit" className="key" disabled={words.trim() === ''}>
        {t('announce.add')}
      </button>
    </form>
  );
}

function Approval({ draft, kept, taken }: { readonly draft: CommuniqueDraftAnswer; readonly kept: readonly DraftSentence[]; readonly taken: readonly Text[] }): ReactElement {
  const { t } = useTranslation();
  const { enter } = useEntries();
  const id = useId();
  const [name, setName] = useState(() => freeName(draft, taken));
  const [copied, setCopied] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const { text, parts } = composed(kept);
  const approve = async (): Promise<void> => {
    setBusy(true);
    const basis = [...new Set(parts.filter(isFigure).flatMap(({ figure }) => (draft.basis[figure] ?? []).map(({ fact }) => fact)))];
    const body = { communique: name.trim(), language: draft.language, form: draft.form, asOf: draft.asOf, text, parts, basis, corrects: draft.corrects ?? undefined };
    const refused = await enter([{ kind: 'communique.approved', body }], t('announce.approved', { name: name.trim() }));
    setBusy(false);
    setFailure(refused);
    if (refused === null) setName(freeName(draft, [...taken, { communique: name.trim(), language: draft.language }]));
  };
  return (
    <section className="text" aria-labelledby={`${id}-text`}>
      <h3 id={`${id}-text`} className="head">
        {t('announce.text')}
        <span>{t('announce.signs', { count: text.length })}</span>
      </h3>
      <blockquote lang={draft.language}>{text}</blockquote>
      <div className="act">
        <label className="field" htmlFor={id}>
          {t('announce.name')}
          <input id={id} className="choice" value={name} maxLength={64} onChange={({ target }) => setName(target.value)} aria-describedby={`${id}-said`} />
        </label>
        <button type="button" className="go" disabled={busy || name.trim() === '' || kept.length === 0} onClick={() => void approve()}>
          {t('announce.approve')}
        </button>
        <button type="button" className="verb" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? t('announce.copied') : t('announce.copy')}
        </button>
        <button type="button" className="verb" onClick={() => window.print()}>
          {t('announce.print')}
        </button>
      </div>
      <span id={`${id}-said`} className="quiet">
        {t('announce.nameHint')}
      </span>
      {failure !== null && <Refusals failure={failure} />}
    </section>
  );
}

/** Every number that was refused, with what to do instead. */
function Refusals({ failure }: { readonly failure: ClientFailure }): ReactElement {
  const rejected = failure.rejected ?? [];
  if (rejected.length === 0) return <Refused failure={failure} />;
  return (
    <div className="wrong" role="alert" lang="en">
      {rejected.map(({ value, problem, remedy }, at) => (
        <p key={at}>
          {value !== null && <b>{value}: </b>}
          {problem}; {remedy}.
        </p>
      ))}
    </div>
  );
}

function freeName({ form, asOf, corrects }: Pick<CommuniqueDraftAnswer, 'form' | 'asOf' | 'corrects'>, taken: readonly Pick<Text, 'communique' | 'language'>[]): string {
  const base = corrects === null ? `${form}-${asOf.slice(0, 10)}` : `${corrects}-corrected`;
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.some(({ communique }) => communique === name)) return name;
  }
}

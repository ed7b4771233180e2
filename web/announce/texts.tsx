// The texts that there are: approved, published, no longer right, corrected; what changed in them, and the correction ready to draft.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import type { Figures } from '../shared/figures.ts';
import { Refused } from '../shared/refused.tsx';
import type { Text } from './announce-page.tsx';

interface TextsProps {
  readonly texts: readonly Text[];
  readonly figures: Figures;
  readonly onCorrect: (text: Text) => void;
}

export function Texts({ texts, figures, onCorrect }: TextsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="texts" aria-labelledby="texts">
      <h2 className="head" id="texts">
        {t('announce.texts')}
      </h2>
      {texts.length === 0 ? (
        <p className="quiet">{t('announce.empty')}</p>
      ) : (
        <ul>
          {texts.map((text) => (
            <OneText key={`${text.communique} ${text.language}`} text={text} figures={figures} onCorrect={onCorrect} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneText({ text, figures, onCorrect }: { readonly text: Text } & Omit<TextsProps, 'texts'>): ReactElement {
  const { t } = useTranslation();
  const { communique, language, form, state, correctedBy, changes, approved, published, link } = text;
  const stamp = published ?? approved;
  const written = (value: number, unit: string): string => (unit === 'percent' ? figures.percent(value / 100) : unit === 'days' ? figures.decimal(value) : figures.count(value));
  return (
    <li>
      <h3>{communique}</h3>
      <p className="state" data-state={state}>
        <b>{t(`announce.state.${state}`, { name: correctedBy })}</b> · {form === null ? '' : `${t(`announce.forms.${form}`)}, `}
        {t(`announce.languages.${language}`, { defaultValue: language })}
        {stamp !== null && <> · {t('announce.since', { when: figures.stamp(stamp.at) })}</>}
        {link !== null && (
          <>
            {' · '}
            <a href={link}>{link}</a>
          </>
        )}
      </p>
      {changes.length > 0 && (
        <ul className="changes">
          {changes.map(({ figure, unit, was, now, reasons }) => (
            <li key={figure}>
              <code>{figure}</code>: {now === null ? t('announce.gone', { was: written(was, unit) }) : t('announce.change', { was: written(was, unit), now: written(now, unit) })}
              {reasons.map((reason) => (
                <span key={reason} className="quiet">
                  {' '}
                  {reason}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('announce.show')}</summary>
        <blockquote lang={language}>{text.text}</blockquote>
      </details>
      {state === 'stale' && (
        <button type="button" className="verb" onClick={() => onCorrect(text)}>
          {t('announce.correct')}
        </button>
      )}
      {state === 'approved' && <Publication text={text} />}
    </li>
  );
}

function Publication({ text: { communique, language, form, asOf, text, parts, basis, corrects } }: { readonly text: Text }): ReactElement {
  const { t } = useTranslation();
  const { enter } = useEntries();
  const id = useId();
  const [link, setLink] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const publish = async (): Promise<void> => {
    setBusy(true);
    const body = { communique, language, text, basis, parts, form: form ?? undefined, asOf: asOf ?? undefined, corrects: corrects ?? undefined, link: link.trim() === '' ? undefined : link.trim() };
    setFailure(await enter([{ kind: 'communique.published', body }], t('announce.published', { name: communique })));
    setBusy(false);
  };
  return (
    <form
      className="act"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <label className="field" htmlFor={id}>
        {t('announce.link')} <span className="quiet">{t('announce.linkHint')}</span>
        <input id={id} className="choice" type="url" value={link} maxLength={500} onChange={({ target }) => setLink(target.value)} />
      </label>
      <button type="submit" className="key" disabled={busy}>
        {t('announce.publish')}
      </button>
      {failure !== null && <Refused failure={failure} />}
    </form>
  );
}

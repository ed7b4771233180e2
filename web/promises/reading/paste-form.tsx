// Where a text is pasted, with who says it, where and when: what a claim cannot do without.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FOUR_DIGIT_YEAR, instantAt, wallClock } from '../../shared/wall-clock.ts';
import type { Pasted } from './use-reading.ts';

interface PasteFormProps {
  readonly pasted: Pasted;
  readonly authors: readonly string[];
  /** Of the operation: its clocks are meant. */
  readonly zone: string;
  /** The hour to begin with. */
  readonly now: string;
  readonly busy: boolean;
  readonly onRead: (pasted: Pasted) => void;
}

const CHANNELS = ['communiqué', 'post', 'article', 'report'] as const;
const MOST_TEXT = 200_000;

export function PasteForm({ pasted, authors, zone, now, busy, onRead }: PasteFormProps): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState({ ...pasted, publishedAt: wallClock(now, zone) });
  const [wasSent, setWasSent] = useState(false);
  const id = useId();
  const set = (change: Partial<Pasted>): void => setForm((held) => ({ ...held, ...change }));
  const wrong = {
    text: form.text.trim() === '' ? t('reading.wrong.text') : form.text.length > MOST_TEXT ? t('reading.wrong.long') : null,
    author: form.author.trim() === '' ? t('reading.wrong.author') : null,
    published: instantAt(form.publishedAt, zone) === null ? t('reading.wrong.published') : null,
    link: form.link !== '' && !URL.canParse(form.link) ? t('reading.wrong.link') : null,
  };
  const told = (name: keyof typeof wrong): ReactElement | null => (wasSent && wrong[name] !== null ? <span id={`${id}-${name}-told`} className="wrong" role="alert">{wrong[name]}</span> : null);
  const at = (name: keyof typeof wrong): { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined } => ({ 'aria-invalid': wasSent && wrong[name] !== null, 'aria-describedby': wasSent && wrong[name] !== null ? `${id}-${name}-told` : undefined });
  return (
    <form
      className="paste"
      aria-label={t('reading.form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWasSent(true);
        if (!busy && Object.values(wrong).every((problem) => problem === null)) onRead({ ...form, author: form.author.trim(), publishedAt: instantAt(form.publishedAt, zone) ?? '' });
      }}
    >
      <span className="field text">
        <label htmlFor={`${id}-text`}>{t('reading.paste')}</label>
        <textarea id={`${id}-text`} className="choice" rows={12} value={form.text} {...at('text')} placeholder={t('reading.example')} onChange={(event) => set({ text: event.currentTarget.value })} />
        {told('text')}
      </span>
      <span className="field">
        <label htmlFor={`${id}-author`}>{t('reading.author')}</label>
        <input id={`${id}-author`} className="choice" list={`${id}-authors`} maxLength={200} value={form.author} {...at('author')} onChange={(event) => set({ author: event.currentTarget.value })} />
        <datalist id={`${id}-authors`}>
          {authors.map((author) => (
            <option key={author} value={author} />
          ))}
        </datalist>
        {told('author')}
      </span>
      <span className="field">
        <label htmlFor={`${id}-channel`}>{t('reading.channel')}</label>
        <select id={`${id}-channel`} className="choice" value={form.channel} onChange={(event) => set({ channel: event.currentTarget.value })}>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`reading.channels.${channel}`)}
            </option>
          ))}
        </select>
      </span>
      <span className="field">
        <label htmlFor={`${id}-day`}>{t('reading.published')}</label>
        <input id={`${id}-day`} className="choice" type="datetime-local" max={FOUR_DIGIT_YEAR} value={form.publishedAt} aria-invalid={wasSent && wrong.published !== null} aria-describedby={`${id}-published-told`} onChange={(event) => set({ publishedAt: event.currentTarget.value })} />
        {told('published') ?? (
          <span id={`${id}-published-told`} className="quiet">
            {t('reading.publishedHint')}
          </span>
        )}
      </span>
      <span className="field link">
        <label htmlFor={`${id}-link`}>
          {t('reading.link')} <span className="quiet">{t('reading.optional')}</span>
        </label>
        <input id={`${id}-link`} className="choice" type="url" maxLength={2000} value={form.link} {...at('link')} onChange={(event) => set({ link: event.currentTarget.value })} />
        {told('link')}
      </span>
      <span className="field">
        <label htmlFor={`${id}-language`}>{t('reading.languageOf')}</label>
        <select id={`${id}-language`} className="choice" value={form.language} onChange={(event) => set({ language: event.currentTarget.value as Pasted['language'] })}>
          <option value="">{t('reading.recognise')}</option>
          <option value="en">{t('reading.language.en')}</option>
          <option value="fr">{t('reading.language.fr')}</option>
        </select>
      </span>
      <span className="buttons">
        <button type="submit" className="go" disabled={busy}>
          {busy ? t('reading.busy') : t('reading.read')}
        </button>
        <span className="quiet">{t('reading.nothingWritten')}</span>
      </span>
    </form>
  );
}

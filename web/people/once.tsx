// A secret that is shown once: a link or a token, to be copied now.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../src/http/contract/people.ts';
import { whenOf } from './when.ts';

export function Once({ link }: { readonly link: Link }): ReactElement {
  const { t, i18n } = useTranslation();
  return <Secret text={link.url} note={t('people.invite.link', { when: whenOf(link.expiresAt, i18n.language) })} />;
}

export function Secret({ text, note }: { readonly text: string; readonly note: string }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div className="once" role="status">
      <code>{text}</code>
      <p>
        {note}{' '}
        <button type="button" className="verb" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? t('people.invite.copied') : t('people.invite.copy')}
        </button>
      </p>
    </div>
  );
}

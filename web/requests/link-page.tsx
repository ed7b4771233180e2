// The page of a link: a recipient says what it needs, sees what became of it, answers what is asked. No account, no bar, two
// minutes, on a phone first.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestsByLink } from '../../src/http/contract/requests.ts';
import { Problem } from '../people/form.tsx';
import { whenOf } from '../people/when.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { LANGUAGES, speak } from '../shared/language.ts';
import { askPeople } from '../shared/self.ts';
import { useTelling, type Telling } from '../shared/told.tsx';
import { AskForm } from './ask-form.tsx';
import { Became } from './became.tsx';
import { learnWords } from './words/words.ts';
import '../people/people.css';
import './requests.css';

learnWords();

const NO_NAMES = { places: [], recipients: [] };

/** Sends what was written, and shows what the link then opens. */
export type Send = (path: string, body: object | undefined, key: string) => Promise<void>;

export function LinkPage(): ReactElement {
  const { t, i18n } = useTranslation();
  const { secret } = useParams({ from: '/n/$secret' });
  const answers = useQueryClient();
  const path = `/v1/need/${encodeURIComponent(secret)}`;
  const found = useQuery({ queryKey: ['need', secret], queryFn: () => askPeople<RequestsByLink>(path), retry: false, refetchOnWindowFocus: true, staleTime: 0 });
  const opened = found.data;
  const send: Send = async (below, body, key) => {
    answers.setQueryData(['need', secret], await askPeople<RequestsByLink>(`${path}${below}`, { method: 'POST', ...(body !== undefined && { body }), headers: { 'idempotency-key': key } }));
  };
  return (
    <main className="whole door receipt asking">
      <p className="languages" role="group" aria-label={t('language')}>
        {LANGUAGES.map((code) => (
          <button key={code} type="button" className="plain" lang={code} aria-pressed={i18n.language === code} onClick={() => speak(code)}>
            {code.toUpperCase()}
          </button>
        ))}
      </p>
      <h1 id="answer">{opened === undefined ? t('requests.link.none') : t('requests.link.title', { name: opened.recipient.name })}</h1>
      <Problem of={found.error} />
      {opened !== undefined && <Opened opened={opened} send={send} />}
    </main>
  );
}

interface OpenedProps {
  readonly opened: RequestsByLink;
  readonly send: Send;
}

function Opened({ opened, send }: OpenedProps): ReactElement {
  const { t, i18n } = useTranslation();
  const figures = useFigures(opened.zone, opened.today);
  const tell = useTelling(NO_NAMES, figures);
  const [isSent, setSent] = useState(false);
  const { requests } = opened;
  const asked = requests.filter(({ waitsFor }) => waitsFor === 'requester');
  return (
    <>
      {asked.length > 0 && <Those title={t('requests.link.question')} requests={asked} {...{ opened, send, figures, tell }} />}
      {isSent ? (
        <div role="status">
          <p>
            <strong>{t('requests.link.sent')}</strong>
          </p>
          <button type="button" className="key" onClick={() => setSent(false)}>
            {t('requests.link.newOne')}
          </button>
        </div>
      ) : (
        <>
          <p>{t('requests.link.text')}</p>
          <AskForm items={opened.items} today={opened.today} figures={figures} onSend={async (body, key) => send('', body, key).then(() => setSent(true))} />
        </>
      )}
      {requests.length > asked.length && <Those title={t('requests.link.yours')} requests={requests.filter((it) => !asked.includes(it))} {...{ opened, send, figures, tell }} />}
      <p className="quiet">{t('requests.link.until_', { when: whenOf(opened.expiresAt, i18n.language) })}</p>
    </>
  );
}

function Those({ title, requests, ...rest }: OpenedProps & { readonly title: string; readonly requests: RequestsByLink['requests']; readonly figures: Figures; readonly tell: Telling }): ReactElement {
  return (
    <section>
      <h2>{title}</h2>
      {requests.map((request) => (
        <Became key={request.request} request={request} {...rest} />
      ))}
    </section>
  );
}

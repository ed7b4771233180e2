// Signing in; and coming in by a one-time link, to an account or to a new password.

import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedLink } from '../../src/http/contract/people.ts';
import { Frame } from '../shared/frame.tsx';
import { askPeople, useSelf } from '../shared/self.ts';
import { Field, Form, Problem, textOf } from './form.tsx';
import { whenOf } from './when.ts';
import './people.css';

const LEAST_PASSWORD = 12;
/** Back to where one came from, on this server only. */
const isOwnPath = (path: string | undefined): path is string => path !== undefined && /^\/(?![/\\])/.test(path);

export function SignInPage(): ReactElement {
  const { t } = useTranslation();
  const { to } = useSearch({ from: '/sign-in' });
  const self = useSelf();
  const signIn = async (fields: FormData): Promise<void> => {
    await askPeople('/auth/sign-in/username', { method: 'POST', body: { username: textOf(fields, 'username'), password: textOf(fields, 'password') } });
    // The whole page anew: nothing of what another saw stays behind.
    location.assign(isOwnPath(to) ? to : '/');
  };
  return (
    <Frame>
      <main className="whole door">
        <h1 id="answer">{t('people.signIn.title')}</h1>
        {self.data?.accounts === false ? (
          <p>{t('people.local')}</p>
        ) : (
          <>
            <p>{t('people.signIn.text')}</p>
            <Form go={t('people.signIn.go')} busy={t('people.signIn.busy')} onSend={signIn}>
              <Field label={t('people.signIn.user')} name="username" autoComplete="username" />
              <Field label={t('people.signIn.password')} name="password" type="password" autoComplete="current-password" />
            </Form>
            <p className="quiet">{t('people.signIn.forgotten')}</p>
          </>
        )}
      </main>
    </Frame>
  );
}

export function JoinPage(): ReactElement {
  const { t } = useTranslation();
  // Behind the #: it is sent to the server in a body only, and stands in no log.
  const [secret] = useState(() => location.hash.slice(1));
  const opened = useQuery({ queryKey: ['invitation', secret], queryFn: () => askPeople<OpenedLink>('/v1/people/invitation', { method: 'POST', body: { secret } }), retry: false });
  const [done, setDone] = useState(false);
  const reset = opened.data?.username ?? null;
  return (
    <Frame>
      <main className="whole door">
        <h1 id="answer">{reset === null ? t('people.join.title') : t('people.join.reset', { user: reset })}</h1>
        <Problem of={opened.error} />
        {done ? (
          <p role="status">
            {t('people.join.done')} <a href="/sign-in">{t('people.signIn.title')}</a>
          </p>
        ) : (
          opened.data !== undefined && <Join opened={opened.data} secret={secret} onDone={() => setDone(true)} />
        )}
      </main>
    </Frame>
  );
}

function Join({ opened, secret, onDone }: { readonly opened: OpenedLink; readonly secret: string; readonly onDone: () => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const { username } = opened;
  const join = async (fields: FormData): Promise<void> => {
    const email = textOf(fields, 'email');
    await askPeople('/v1/people/join', { method: 'POST', body: { secret, username: username ?? textOf(fields, 'username'), name: username ?? textOf(fields, 'name'), password: textOf(fields, 'password'), email: email === '' ? null : email } });
    onDone();
  };
  return (
    <>
      <p>{t('people.join.as', { role: t(`people.role.${opened.role}`), organisation: opened.organisation, when: whenOf(opened.expiresAt, i18n.language) })}</p>
      <Form go={username === null ? t('people.join.go') : t('people.join.goReset')} onSend={join}>
        {username === null && (
          <>
            <Field label={t('people.join.name')} name="name" autoComplete="name" hint={t('people.join.nameHint')} />
            <Field label={t('people.signIn.user')} name="username" autoComplete="username" pattern="[a-zA-Z0-9][a-zA-Z0-9._\-]{1,39}" hint={t('people.join.userHint')} />
          </>
        )}
        <Field label={t('people.signIn.password')} name="password" type="password" autoComplete="new-password" minLength={LEAST_PASSWORD} hint={t('people.join.passwordHint')} />
        {username === null && <Field label={t('people.join.email')} name="email" type="email" required={false} autoComplete="email" />}
      </Form>
    </>
  );
}

// People: members, invitations and organisations for administrators; one's own tokens and password for everybody signed in.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Frame, Loading, SignInNeeded } from '../shared/frame.tsx';
import { useSelf } from '../shared/self.ts';
import { Invite } from './invite.tsx';
import { Members } from './members.tsx';
import { Organisations } from './organisations.tsx';
import { Password, Tokens } from './tokens.tsx';
import './people.css';

export function PeoplePage(): ReactElement {
  const { t } = useTranslation();
  const self = useSelf();
  if (self.data === undefined) return <Frame>{self.error === null ? <Loading /> : <Failed error={self.error} onRetry={() => void self.refetch()} />}</Frame>;
  const { accounts, member, permissions } = self.data;
  if (!accounts) {
    return (
      <Frame>
        <main className="whole">
          <h1 id="answer">{t('people.title')}</h1>
          <p>{t('people.local')}</p>
        </main>
      </Frame>
    );
  }
  if (member === null) {
    return (
      <Frame>
        <SignInNeeded />
      </Frame>
    );
  }
  const manages = permissions?.['people.manage'] === 'all';
  return (
    <Frame>
      <main className="people">
        <h1 id="answer">{t('people.title')}</h1>
        {manages && (
          <>
            <Members self={member.id} />
            <Invite />
            <Organisations />
          </>
        )}
        <Tokens permissions={Object.keys(permissions ?? {})} />
        <Password />
      </main>
    </Frame>
  );
}

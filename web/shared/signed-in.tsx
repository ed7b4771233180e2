// Who is signed in, in the bar of every page; nothing in local mode.

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askPeople, useSelf } from './self.ts';

export function SignedIn(): ReactElement | null {
  const { t } = useTranslation();
  const self = useSelf().data;
  if (self === undefined || !self.accounts) return null;
  if (self.member === null) {
    return (
      <span className="signed-in">
        <Link to="/sign-in">{t('people.signIn.title')}</Link>
      </span>
    );
  }
  const { name, role } = self.member;
  const leave = async (): Promise<void> => {
    await askPeople('/auth/sign-out', { method: 'POST', body: {} });
    location.assign('/sign-in');
  };
  return (
    <span className="signed-in">
      <Link to="/people" className="who">
        {t('people.signedIn', { name, role: t(`people.role.${role}`) })}
      </Link>
      <button type="button" className="plain" onClick={() => void leave()}>
        {t('people.signOut')}
      </button>
    </span>
  );
}

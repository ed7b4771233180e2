// What whoever looks may do. The server says it with who is signed in; a page asks for a permission by its name and shows only the
// verbs that would not be refused. What of an operation is theirs, the server alone knows.

import { useTranslation } from 'react-i18next';
import type { Permission } from '../../src/http/contract/people.ts';
import { useSelf } from './self.ts';

export type May = (permission: Permission) => boolean;

const ANYTHING: May = () => true;
const NOTHING: May = () => false;

export interface Viewed {
  /** Until the server has said it: nothing. Where it cannot say it: everything, and it refuses what is not theirs. */
  readonly may: May;
  readonly isKnown: boolean;
  /** In the reader's words; empty: nobody is signed in. */
  readonly role: string;
}

export function useViewed(): Viewed {
  const { t } = useTranslation();
  const { data, isPending } = useSelf();
  const permissions = data?.permissions ?? null;
  const role = data?.member === null || data === undefined ? '' : t(`people.role.${data.member.role}`);
  if (isPending) return { may: NOTHING, isKnown: false, role };
  return { may: permissions === null ? ANYTHING : (permission) => Object.hasOwn(permissions, permission), isKnown: true, role };
}

export const useMay = (): May => useViewed().may;

// What the server refused, and what to do about it, as it words it: in English, whatever the page's language, and marked so. Here
// is the one way in which such words are put together; where they stand is each page's business.

import type { ReactElement } from 'react';
import type { Rejection } from '../../src/http/contract/answers.ts';
import { Refusal } from './client.ts';

/** As far as a page needs it: of a client's failure, or of what a query threw. */
interface Worded {
  readonly message: string;
  readonly remedy: string;
}

export const wordsOf = ({ problem, remedy }: Pick<Rejection, 'problem' | 'remedy'>): string => `${problem}${remedy === '' ? '' : `: ${remedy}`}`;

export const Refused = ({ failure: { message, remedy } }: { readonly failure: Worded }): ReactElement => (
  <span className="wrong refused" role="alert" lang="en">
    {message}. {remedy === '' ? '' : `${remedy}.`}
  </span>
);

/** What a question came back with instead of an answer. */
export const AskedInVain = ({ error }: { readonly error: Error }): ReactElement => <Refused failure={{ message: error.message, remedy: error instanceof Refusal ? (error.remedy ?? '') : '' }} />;

// What the server refused, and what to do about it, as it words it: in English, whatever the page's language, and marked so.

import type { ReactElement } from 'react';

export const Refused = ({ failure }: { readonly failure: { readonly message: string; readonly remedy: string } }): ReactElement => (
  <span className="wrong refused" role="alert" lang="en">
    {failure.message}. {failure.remedy}.
  </span>
);

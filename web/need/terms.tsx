// A sum as it is done by hand: a line for each part, a rule, and what it comes to.

import type { ReactElement } from 'react';

export interface Term {
  readonly text: string;
  readonly value: string;
  /** Where a part of it comes from. */
  readonly note?: string | undefined;
}

export const Terms = ({ terms, total }: { readonly terms: readonly Term[]; readonly total: Term }): ReactElement => (
  <dl className="terms">
    {terms.map(({ text, value, note }) => (
      <div key={text}>
        <dt>
          {text}
          {note !== undefined && <span className="quiet">{note}</span>}
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
    <div className="total">
      <dt>{total.text}</dt>
      <dd>{total.value}</dd>
    </div>
  </dl>
);

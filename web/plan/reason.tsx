// The planner's reason for a line or for a need that stays short, in the planner's words.

import type { ReactElement } from 'react';

export const Reason = ({ why }: { readonly why: string }): ReactElement => <p lang="en">{why}</p>;

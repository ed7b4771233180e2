// Lines and decisions in a few words of the reader's language.

import type { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Decision, LineNamed } from './draft.ts';

type Say = ReturnType<typeof useTranslation>['t'];

export interface Speech {
  readonly line: (line: LineNamed) => string;
  readonly decision: (decision: Decision) => string;
}

export function speechOf(t: Say, figures: Figures, nameOf: (recipient: string) => string): Speech {
  const line = (it: LineNamed): string => t('decide.line', { to: nameOf(it.recipient), cartons: figures.count(it.cartons), item: figures.item(it.item), by: it.route.join(' → ') || t('decide.onSpot') });
  return {
    line,
    decision: (decision) => {
      if (decision.kind === 'forbid') return t('decide.saidForbid', { departure: decision.departure, whom: decision.recipient === null ? t('decide.everybody') : nameOf(decision.recipient) });
      if (decision.kind === 'set' && decision.cartons > 0) return t('decide.saidSet', { line: line(decision.line), n: figures.count(decision.cartons) });
      return t(decision.kind === 'pin' ? 'decide.saidPin' : decision.kind === 'set' ? 'decide.saidStrike' : 'decide.saidRelease', { line: line(decision.line) });
    },
  };
}

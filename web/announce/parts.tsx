// A text with its figures: each opens the facts that it comes out of.

import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isFigure, type CommuniquePart } from '../../src/domain/announce/communique.ts';
import type { CommuniqueDraftAnswer } from '../../src/http/contract/answers.ts';
import { Sourced } from '../shared/sourced.tsx';

export function Parts({ parts, basis }: { readonly parts: readonly CommuniquePart[]; readonly basis: CommuniqueDraftAnswer['basis'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={at}>{'words' in part ? part.words : isFigure(part) ? <Sourced value={part.text} unit={t(`announce.units.${part.unit}`)} facts={(basis[part.figure] ?? []).map(({ seq }) => seq)} /> : part.text}</Fragment>
      ))}
    </>
  );
}

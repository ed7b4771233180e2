// What kind of text is drafted: language, form, tone, length. The choice stands in the address.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAsk } from '../../src/http/contract/questions.ts';
import type { AnnounceSeen } from '../router.tsx';
import type { Figures } from '../shared/figures.ts';

type Choice = Required<Pick<DraftAsk, 'language' | 'form' | 'tone' | 'length'>> & Pick<DraftAsk, 'corrects'>;

const OPTIONS = { language: ['en', 'fr'], form: ['communique', 'post'], tone: ['plain', 'warm'], length: ['full', 'short'] } as const;
type Name = keyof typeof OPTIONS;

const oneOf = <T extends string>(options: readonly [T, ...T[]], value: string | undefined): T => options.find((it) => it === value) ?? options[0];

/** Absent: the reader's own language, a whole text, plain. */
export const choiceOf = (search: AnnounceSeen, spoken: string): Choice => ({
  language: oneOf(OPTIONS.language, search.language ?? spoken),
  form: oneOf(OPTIONS.form, search.form),
  tone: oneOf(OPTIONS.tone, search.tone),
  length: oneOf(OPTIONS.length, search.length),
  ...(search.corrects !== undefined && { corrects: search.corrects }),
});

interface ChoicesProps {
  readonly search: AnnounceSeen;
  readonly asOf: string;
  readonly figures: Figures;
  readonly onLook: (change: Partial<AnnounceSeen>) => void;
}

export function Choices({ search, asOf, figures, onLook }: ChoicesProps): ReactElement {
  const { t, i18n } = useTranslation();
  const chosen = choiceOf(search, i18n.language);
  const names: readonly Name[] = search.corrects === undefined ? ['language', 'form', 'tone', 'length'] : ['language'];
  return (
    <>
      <h2 className="head" id="drafting">
        {search.corrects === undefined ? t('announce.draft') : t('announce.correcting', { name: search.corrects })}
        <span>{t('announce.of', { when: figures.moment(asOf) })}</span>
      </h2>
      <div className="choices">
        {names.map((name) => (
          <label key={name}>
            <span>{t(`announce.${name}`)}</span>
            <select className="choice" value={chosen[name]} onChange={({ target }) => onLook({ [name]: target.value })}>
              {OPTIONS[name].map((option) => (
                <option key={option} value={option}>
                  {t(`announce.${name}s.${option}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {search.corrects !== undefined && (
          <button type="button" className="verb" onClick={() => onLook({ corrects: '' })}>
            {t('announce.leaveCorrecting')}
          </button>
        )}
      </div>
    </>
  );
}

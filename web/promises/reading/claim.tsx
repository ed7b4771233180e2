// One proposed claim: what it says in our words, why, the words that it came from, and its fields to change. In or out.

import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../src/http/contract/picture.ts';
import type { Figures } from '../../shared/figures.ts';
import { Spoken, type Telling } from '../../shared/told.tsx';
import { wordsOf } from './marks.ts';
import { choiceOf, openIn, summaryFor, type Choices, type Draft, type Proposal, type Choice } from './use-reading.ts';

interface ClaimProps {
  readonly proposal: Proposal;
  readonly draft: Draft;
  readonly choices: Choices;
  readonly picture: Picture;
  readonly figures: Figures;
  readonly tell: Telling;
  readonly language: string;
  readonly isLooked: boolean;
  readonly isDone: boolean;
  readonly onChoose: (change: Partial<Choice>) => void;
  readonly onLook: (isLooked: boolean) => void;
}

const distinct = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];

export function Claim({ proposal, draft, choices, picture, figures, tell, language, isLooked, isDone, onChoose, onLook }: ClaimProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const choice = choiceOf(choices, draft);
  const { body, open } = draft;
  const number = draft.proposal + 1;
  const missing = choice.isIn ? openIn(draft, choice) : [];
  const summary = summaryFor(draft, choice);
  const said = tell(body.summary, [summary])?.text ?? body.summary;
  const asked = (field: string): readonly string[] => open.find((it) => it.field === field)?.options ?? [];
  const others = distinct([body.pledge, ...asked('pledge'), ...picture.promises.map(({ pledge }) => pledge)]).toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  const items = distinct([body.item, ...asked('item'), ...picture.promises.map(({ item }) => item)]);
  const areas = distinct([body.scope, ...(proposal.fields.areas ?? []).map(({ value }) => value), ...picture.promises.map(({ scope }) => scope), ...picture.recipients.map(({ area }) => area)]);
  const readings = asked('units');
  const promised = (pledge: string): string => picture.promises.filter((it) => it.pledge === pledge).map((it) => `${figures.count(it.promised.value)} ${figures.item(it.item)}, ${figures.area(it.scope)}`).join('; ');
  const disabled = !choice.isIn || isDone || draft.isRecorded;
  const select = (name: 'item' | 'scope' | 'pledge', value: string, options: readonly (readonly [string, string])[]): ReactElement => (
    <span className="field">
      <label htmlFor={`${id}-${name}`}>{t(`reading.field.${name}`)}</label>
      <select id={`${id}-${name}`} className="choice" disabled={disabled} value={value} onChange={(event) => onChoose({ [name]: event.currentTarget.value })}>
        <option value="">{t('reading.none')}</option>
        {options.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <li id={`claim-${number}`} className="claim" data-in={choice.isIn && !draft.isRecorded} data-looked={isLooked} tabIndex={-1} onMouseEnter={() => onLook(true)} onMouseLeave={() => onLook(false)} onFocus={() => onLook(true)} onBlur={() => onLook(false)}>
      <h3>
        <span className="number-of">{number}</span> {t(`reading.kind.${proposal.kind}`)}
        <label className="in">
          <input type="checkbox" checked={choice.isIn && !draft.isRecorded} disabled={isDone || draft.isRecorded} onChange={(event) => onChoose({ isIn: event.currentTarget.checked })} />
          {draft.isRecorded ? t('reading.before') : t('reading.in')}
        </label>
      </h3>
      <p className="summary">
        {choice.summary ?? <Spoken why={body.summary} because={[summary]} tell={tell} />}
      </p>
      <p className="why">
        <b>{t(`reading.stance.${choice.stance ?? body.stance}`)}</b>
        {body.pledge !== undefined && <b> {choice.pledge ?? body.pledge}</b>}. {draft.because.map((each, k) => <span key={k}><Spoken why="" because={[each]} tell={tell} /> </span>)}
      </p>
      <ul className="from">
        {wordsOf(proposal).map(([field, { words, span, carried }]) => (
          <li key={`${field}-${span.start}`}>
            <span>{t(`reading.from.${field}`)}</span> <q lang={language}>{words.replaceAll(/\s+/g, ' ')}</q>
            {carried === true && <span className="quiet"> {t('reading.carried')}</span>}
          </li>
        ))}
      </ul>
      {proposal.because.length > 1 && <p className="quiet">{distinct(proposal.because.slice(1).map(({ rule }) => t(`reading.rule.${rule}`))).join(' ')}</p>}
      <details open={readings.length > 0 && !disabled ? true : undefined}>
        <summary>{t('reading.change')}</summary>
        <div className="fields">
          <span className="field wide">
            <label htmlFor={`${id}-summary`}>{t('reading.field.summary')}</label>
            <textarea id={`${id}-summary`} className="choice" rows={2} disabled={disabled} maxLength={1000} value={choice.summary ?? said} aria-invalid={missing.includes('summary')} onChange={(event) => onChoose({ summary: event.currentTarget.value })} />
            {missing.includes('summary') && <span className="wrong" role="alert">{t('reading.wrong.summary')}</span>}
          </span>
          {select('item', choice.item ?? body.item ?? '', items.map((code) => [code, figures.item(code)]))}
          <span className="field">
            <label htmlFor={`${id}-units`}>{t('reading.field.units')}</label>
            {readings.length > 0 ? (
              <select id={`${id}-units`} className="choice" disabled={disabled} value={choice.units ?? ''} aria-invalid={missing.includes('units')} onChange={(event) => onChoose({ units: event.currentTarget.value })}>
                <option value="">{t('reading.which')}</option>
                {readings.map((reading) => (
                  <option key={reading} value={reading}>
                    {figures.count(Number(reading))}
                  </option>
                ))}
              </select>
            ) : (
              <input id={`${id}-units`} className="choice" inputMode="numeric" disabled={disabled} value={choice.units ?? String(body.units ?? '')} aria-invalid={missing.includes('units')} onChange={(event) => onChoose({ units: event.currentTarget.value.replaceAll(/[\s.,\u00A0\u202F]/g, '') })} />
            )}
            {missing.includes('units') && <span className="wrong" role="alert">{t(readings.length > 0 ? 'reading.wrong.readings' : 'reading.wrong.units')}</span>}
          </span>
          {select('scope', choice.scope ?? body.scope ?? '', areas.map((code) => [code, figures.area(code)]))}
          {select('pledge', choice.pledge ?? body.pledge ?? '', others.map((code) => [code, promised(code) === '' ? code : `${code}: ${promised(code)}`]))}
          <span className="field">
            <label htmlFor={`${id}-stance`}>{t('reading.field.stance')}</label>
            <select id={`${id}-stance`} className="choice" disabled={disabled} value={choice.stance ?? body.stance} onChange={(event) => onChoose({ stance: event.currentTarget.value as Draft['body']['stance'] })}>
              {(['supports', 'contradicts', 'context'] as const).map((stance) => (
                <option key={stance} value={stance}>
                  {t(`reading.stance.${stance}`)}
                </option>
              ))}
            </select>
          </span>
        </div>
      </details>
    </li>
  );
}

// What the sheet leaves open, each answered with one choice. A suggestion is offered, never taken by itself. What was answered
// stays to be seen, and can be answered otherwise.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { FOUR_DIGIT_YEAR, instantAt, wallClock } from '../shared/wall-clock.ts';
import { optionText, questionText } from './question-text.ts';
import type { Preview, Question } from './use-intake.ts';
import type { SheetInHand } from './use-sheet.ts';

/** More than these are a list to choose from. */
const MOST_BUTTONS = 4;

interface QuestionsProps {
  readonly intake: Pick<SheetInHand<unknown, unknown>, 'questions' | 'answers' | 'answer' | 'read'>;
  readonly preview: { readonly questions: readonly Question[]; readonly lots?: Preview['lots'] };
  readonly figures: Figures;
  readonly zone: string;
}

export function Questions({ intake, preview, figures, zone }: QuestionsProps): ReactElement | null {
  const { t } = useTranslation();
  const { questions, answers, answer, read } = intake;
  if (questions.length === 0) return null;
  const suggested = preview.questions.filter(({ id, suggestion, free }) => suggestion !== null && free !== 'instant' && answers[id] === undefined);
  return (
    <section className="questions" aria-labelledby="questions-title">
      <h2 className="head" id="questions-title">
        {t('sheets.questions')}
        <span>{t('sheets.openOf', { open: figures.count(preview.questions.length), all: figures.count(questions.length) })}</span>
      </h2>
      {suggested.length > 1 && (
        <button type="button" className="key" onClick={() => answer(Object.fromEntries(suggested.map(({ id, suggestion }) => [id, suggestion ?? ''])))}>
          {t('sheets.takeAll', { count: suggested.length })}
        </button>
      )}
      <ol>
        {questions.map((question) => {
          const isOpen = preview.questions.some(({ id }) => id === question.id);
          return <One key={question.id} question={question} given={answers[question.id]} isOpen={isOpen} isRefused={isOpen && answers[question.id] !== undefined && !read.isFetching} onAnswer={(value) => answer({ [question.id]: value })} onAside={isOpen && question.kind === 'pledge' && question.options.length === 0 ? () => answer(asideOf(preview, question.about)) : null} figures={figures} zone={zone} />;
        })}
      </ol>
    </section>
  );
}

/** Nobody has pledged the item: all rows of it are set aside. */
const asideOf = ({ lots = [] }: QuestionsProps['preview'], item: string | null): Readonly<Record<string, string>> => Object.fromEntries(lots.filter((lot) => lot.item === item).flatMap(({ rows }) => rows.map((row) => [`row:${row}`, 'aside'])));

interface OneProps {
  readonly question: Question;
  readonly given: string | undefined;
  readonly isOpen: boolean;
  readonly isRefused: boolean;
  readonly onAnswer: (value: string | undefined) => void;
  readonly onAside: (() => void) | null;
  readonly figures: Figures;
  readonly zone: string;
}

function One({ question, given, isOpen, isRefused, onAnswer, onAside, figures, zone }: OneProps): ReactElement {
  const { t } = useTranslation();
  const { options, free, suggestion, rows } = question;
  const labels = options.map(({ value, label }) => [value, optionText(question, value, label, t, figures)] as const);
  const ways = options.length > 0 && options.length <= MOST_BUTTONS ? 'buttons' : options.length > 0 ? 'list' : null;
  return (
    <li data-open={isOpen}>
      <fieldset>
        <legend>{questionText(question, t, figures)}</legend>
        {rows.length > 0 && <p className="quiet">{t('sheets.rows', { count: rows.length, rows: rows.join(', ') })}</p>}
        {given !== undefined && <p className="print-only given">{labels.find(([value]) => value === given)?.[1] ?? given}</p>}
        <div className="ways">
          {ways === 'buttons' &&
            labels.map(([value, text]) => (
              <button key={value} type="button" className="key" aria-pressed={given === value} onClick={() => onAnswer(given === value ? undefined : value)}>
                {text}
                {value === suggestion && <span className="quiet"> {t('sheets.likely')}</span>}
              </button>
            ))}
          {ways === 'list' && (
            <select className="choice" aria-label={t('sheets.choose')} value={labels.some(([value]) => value === given) ? given : ''} onChange={(event) => onAnswer(event.target.value === '' ? undefined : event.target.value)}>
              <option value="">{t('sheets.choose')}</option>
              {labels.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                  {value === suggestion ? ` ${t('sheets.likely')}` : ''}
                </option>
              ))}
            </select>
          )}
          {onAside !== null && (
            <button type="button" className="key" onClick={onAside}>
              {t('sheets.itsRowsAside')}
            </button>
          )}
          {free !== null && <Free free={free} given={labels.some(([value]) => value === given) ? undefined : given} suggestion={options.some(({ value }) => value === suggestion) ? null : suggestion} onAnswer={onAnswer} label={questionText(question, t, figures)} zone={zone} />}
        </div>
        {isRefused && (
          <p className="wrong" role="alert">
            {t('sheets.notUsable')}
          </p>
        )}
      </fieldset>
    </li>
  );
}

interface FreeProps {
  readonly free: NonNullable<Question['free']>;
  readonly given: string | undefined;
  readonly suggestion: string | null;
  readonly onAnswer: (value: string | undefined) => void;
  readonly label: string;
  readonly zone: string;
}

/** Written, then answered by leaving the field or by Enter. */
function Free({ free, given, suggestion, onAnswer, label, zone }: FreeProps): ReactElement {
  const { t } = useTranslation();
  const shown = given === undefined ? '' : free === 'instant' && given.includes('Z') ? wallClock(given, zone) : given;
  const [text, setText] = useState<string | null>(null);
  const settle = (): void => {
    if (text === null) return;
    const said = text.trim();
    setText(null);
    if (said !== shown) onAnswer(said === '' ? undefined : free === 'instant' ? (instantAt(said, zone) ?? said) : said);
  };
  return (
    <span className="free">
      <input
        className="choice" aria-label={label} type={free === 'instant' ? 'datetime-local' : free === 'number' ? 'number' : 'text'} min={free === 'number' ? 1 : undefined} max={free === 'instant' ? FOUR_DIGIT_YEAR : undefined} maxLength={300} value={text ?? shown} onChange={(event) => setText(event.target.value)} onBlur={settle} onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      {suggestion !== null && given === undefined && free !== 'instant' && (
        <button type="button" className="verb" onClick={() => onAnswer(suggestion)}>
          {t('sheets.take', { suggestion })}
        </button>
      )}
    </span>
  );
}

// A form that enters facts: its fields, one button, and what was refused at the field that it speaks of, with the remedy.

import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { wordsOf } from './refused.tsx';
import { FOUR_DIGIT_YEAR } from './wall-clock.ts';

export interface FormField {
  readonly name: string;
  readonly label: string;
  /** Absent: text. */
  readonly type?: 'text' | 'number' | 'date' | 'datetime-local' | undefined;
  /** One of these. */
  readonly options?: readonly (readonly [value: string, label: string])[] | undefined;
  readonly value?: string | number | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly isOptional?: boolean | undefined;
  readonly hint?: string | undefined;
}

export type Values = Readonly<Record<string, string>>;

interface EntryFormProps {
  /** What the form is for, to a reader who cannot see its place. */
  readonly label: string;
  readonly fields: readonly FormField[];
  readonly button: string;
  /** Null: done. */
  readonly send: (values: Values) => Promise<ClientFailure | null>;
  readonly onDone?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** What the form has besides its fields. */
  readonly children?: ReactNode;
}

export function EntryForm({ label, fields, button, send, onDone, onCancel, children }: EntryFormProps): ReactElement {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const written = new FormData(form);
    const textOf = (name: string): string => {
      const value = written.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setBusy(true);
    setFailure(null);
    const refused = await send(Object.fromEntries(fields.map(({ name }) => [name, textOf(name)])));
    setBusy(false);
    setFailure(refused);
    if (refused !== null) return;
    form.reset();
    onDone?.();
  };
  const told = refusals(failure, fields);
  return (
    <form
      className="entry-form"
      aria-label={label}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      {fields.map((field, index) => (
        <Field key={field.name} field={field} problem={told.at.get(field.name)} isFirst={index === 0 && onCancel !== undefined} />
      ))}
      {children}
      <span className="buttons">
        {/* A form that was opened has the page's one black button; one that always stands there has none. */}
        <button type="submit" className={onCancel === undefined ? 'key' : 'go'} disabled={busy}>
          {button}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="verb" onClick={onCancel}>
            {t('entry.cancel')}
          </button>
        )}
      </span>
      {told.rest !== null && (
        <p className="wrong" role="alert" lang="en">
          {told.rest}
        </p>
      )}
    </form>
  );
}

function Field({ field: { name, label, type = 'text', options, value, least, most, isOptional = false, hint }, problem, isFirst }: { readonly field: FormField; readonly problem: string | undefined; readonly isFirst: boolean }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const common = { id, name, className: 'choice', required: !isOptional, 'aria-invalid': problem !== undefined, 'aria-describedby': problem === undefined && hint === undefined ? undefined : `${id}-told`, autoFocus: isFirst };
  return (
    <span className="field" data-type={options === undefined ? type : 'select'}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="quiet"> {t('entry.optional')}</span>}
      </label>
      {options === undefined ? (
        <input {...common} type={type} defaultValue={value} min={least} max={type === 'datetime-local' ? FOUR_DIGIT_YEAR : most} step={type === 'number' ? 1 : undefined} maxLength={type === 'text' ? 200 : undefined} />
      ) : (
        <select {...common} defaultValue={value ?? ''}>
          {options.map(([option, shown]) => (
            <option key={option} value={option}>
              {shown}
            </option>
          ))}
        </select>
      )}
      {(problem ?? hint) !== undefined && (
        <span id={`${id}-told`} className={problem === undefined ? 'quiet' : 'wrong'} role={problem === undefined ? undefined : 'alert'} lang={problem === undefined ? undefined : 'en'}>
          {problem ?? hint}
        </span>
      )}
    </span>
  );
}

/** What speaks of a field of the form stands at it; the rest under the form. */
function refusals(failure: ClientFailure | null, fields: readonly FormField[]): { readonly at: ReadonlyMap<string, string>; readonly rest: string | null } {
  if (failure === null) return { at: new Map(), rest: null };
  const at = new Map<string, string>();
  let rest = failure.rejected === undefined || failure.rejected.length === 0 ? wordsOf({ problem: failure.message, remedy: failure.remedy }) : null;
  for (const { column, ...said } of failure.rejected ?? []) {
    const named = fields.find(({ name }) => column !== null && column.split(/[ .]/).includes(name));
    if (named === undefined) rest = [rest, wordsOf(said)].filter((it) => it !== null).join('. ');
    else at.set(named.name, wordsOf(said));
  }
  return { at, rest };
}

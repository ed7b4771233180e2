// A form of a few fields: labels, hints, the refusal in its own line, and one button. It sends once at a time.

import { useId, useState, type ReactElement, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../shared/client.ts';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'number';
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly defaultValue?: string | number;
  readonly minLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly onType?: (text: string) => void;
}

export function Field({ label, hint, required = true, type = 'text', onType, ...input }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} required={required} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...(onType && { onChange: ({ currentTarget }) => onType(currentTarget.value) })} {...input} />
      {hint !== undefined && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  /** Where somebody else holds it; absent: the form does. */
  readonly value?: string;
  readonly onChoose?: (value: string) => void;
}

export function Choice({ label, name, options, value, onChoose }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className="choice" {...(onChoose && { value, onChange: ({ currentTarget }) => onChoose(currentTarget.value) })}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FormProps {
  readonly go: string;
  readonly busy?: string;
  readonly onSend: (fields: FormData) => Promise<void>;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Form({ go, busy = go, onSend, children, className = 'form' }: FormProps): ReactElement {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (sending) return;
    const form = event.currentTarget;
    setSending(true);
    setProblem(null);
    onSend(new FormData(form))
      .catch(setProblem)
      .finally(() => setSending(false));
  };
  return (
    <form className={className} onSubmit={send} aria-busy={sending}>
      {children}
      <Problem of={problem} />
      <button type="submit" className="go" disabled={sending}>
        {sending ? busy : go}
      </button>
    </form>
  );
}

/** What was refused, in the page's language where it knows the refusal, else in the server's words. */
export function Problem({ of }: { readonly of: unknown }): ReactElement | null {
  const { t, i18n } = useTranslation();
  if (of === null || of === undefined) return null;
  const { code, message, remedy } = of instanceof Refusal ? of.failure : { code: '', message: t('failure.title'), remedy: t('failure.remedy') };
  const key = `people.problem.${code}`;
  return (
    <p className="problem" role="alert">
      {i18n.exists(key) ? t(key) : `${message}. ${remedy}`.replaceAll(/([.!?])\./g, '$1')}
    </p>
  );
}

export const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

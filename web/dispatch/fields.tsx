// The fields of the page's forms: a label, what it holds, and what is wrong with it, said where it stands.

import { useId, type ReactElement, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Null: nothing is wrong. */
  readonly wrong?: string | null;
  readonly children: (field: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean }) => ReactNode;
}

export function Field({ label, hint, wrong = null, children }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-said`, 'aria-invalid': wrong !== null })}
      <span id={`${id}-said`} className={wrong === null ? 'quiet' : 'wrong'}>
        {wrong ?? hint}
      </span>
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'number' | 'datetime-local';
  readonly hint?: string;
  readonly wrong?: string | null;
  readonly autoFocus?: boolean;
}

export const Text = ({ label, value, onChange, type = 'text', hint, wrong = null, autoFocus = false }: TextProps): ReactElement => (
  <Field label={label} hint={hint} wrong={wrong}>
    {(field) => <input {...field} className="choice" type={type} min={type === 'number' ? 0 : undefined} value={value} ref={autoFocus ? focus : undefined} onChange={(event) => onChange(event.currentTarget.value)} />}
  </Field>
);

/** Where a form opens under a button, the keyboard goes into it. */
const focus = (element: HTMLInputElement | null): void => {
  if (element !== null && element.dataset['seen'] === undefined) {
    element.dataset['seen'] = '';
    element.focus();
  }
};

// Organisations, and what each is bound to: that decides what its members see and do.

import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../src/http/contract/people.ts';
import { useOperations } from '../shared/queries.ts';
import { askPeople } from '../shared/self.ts';
import { Choice, Field, Form, Problem, textOf } from './form.tsx';
import { useOrganisations } from './members.tsx';

type Binding = Organisation['bindings'][number];
const EVERY: Readonly<Record<Binding['kind'], true>> = { donor: true, carrier: true, recipient: true, place: true, operation: true };
const KINDS = Object.keys(EVERY) as Binding['kind'][];

export function Organisations(): ReactElement {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <section>
      <h2 id="organisations">{t('people.organisations.title')}</h2>
      <p>{t('people.organisations.text')}</p>
      <Problem of={organisations.error} />
      <ul className="entries">
        {organisations.data?.map((it) => (
          <li key={it.organisation}>
            {edited === it.organisation ? (
              <Editor organisation={it} onDone={() => setEdited(null)} />
            ) : (
              <>
                <p>
                  <strong>{it.organisation}</strong> {it.name}{' '}
                  <button type="button" className="verb" onClick={() => setEdited(it.organisation)}>
                    {t('people.organisations.edit')} <span className="hidden">{it.organisation}</span>
                  </button>
                </p>
                <p className="quiet">
                  {t('people.organisations.bound')}: {it.bindings.length === 0 ? t('people.organisations.nothing') : it.bindings.map((binding) => `${binding.operation}: ${t(`people.bound.${binding.kind}`, { subject: binding.subject })}`).join('; ')}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {edited === '' ? (
        <Editor organisation={null} onDone={() => setEdited(null)} />
      ) : (
        <button type="button" className="go" onClick={() => setEdited('')}>
          {t('people.organisations.add')}
        </button>
      )}
    </section>
  );
}

function Editor({ organisation, onDone }: { readonly organisation: Organisation | null; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const answers = useQueryClient();
  const operations = useOperations().data ?? [];
  const [bindings, setBindings] = useState<readonly Binding[]>(organisation?.bindings ?? []);
  const [first] = operations;
  const change = (at: number, part: Partial<Binding>): void => setBindings(bindings.map((it, n) => (n === at ? { ...it, ...part, ...(part.kind === 'operation' && { subject: '' }) } : it)));
  const save = async (fields: FormData): Promise<void> => {
    const code = organisation?.organisation ?? textOf(fields, 'code').toUpperCase();
    await askPeople(`/v1/people/organisations/${encodeURIComponent(code)}`, { method: 'PUT', body: { name: textOf(fields, 'name'), bindings } });
    await answers.invalidateQueries({ queryKey: ['organisations'] });
    onDone();
  };
  return (
    <Form go={t('people.organisations.save')} onSend={save}>
      {organisation === null ? <Field label={t('people.organisations.code')} name="code" pattern="[A-Za-z0-9][A-Za-z0-9\-]{1,23}" hint={t('people.organisations.codeHint')} /> : <h3>{organisation.organisation}</h3>}
      <Field label={t('people.organisations.name')} name="name" defaultValue={organisation?.name ?? ''} />
      {bindings.map((binding, at) => (
        <Bound key={`${at} of ${bindings.length}`} binding={binding} operations={operations.map(({ operation }) => operation)} onChange={(part) => change(at, part)} onRemove={() => setBindings(bindings.toSpliced(at, 1))} />
      ))}
      <p className="verbs">
        {first !== undefined && (
          <button type="button" className="verb" onClick={() => setBindings([...bindings, { operation: first.operation, kind: 'operation', subject: '' }])}>
            {t('people.organisations.addBinding')}
          </button>
        )}
        <button type="button" className="verb" onClick={onDone}>
          {t('people.organisations.cancel')}
        </button>
      </p>
    </Form>
  );
}

interface BoundProps {
  readonly binding: Binding;
  readonly operations: readonly string[];
  readonly onChange: (part: Partial<Binding>) => void;
  readonly onRemove: () => void;
}

function Bound({ binding, operations, onChange, onRemove }: BoundProps): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="bound">
      <legend className="hidden">{t('people.organisations.bound')}</legend>
      <Choice label={t('people.organisations.operation')} name="operation" value={binding.operation} onChoose={(operation) => onChange({ operation })} options={[...new Set([binding.operation, ...operations])].map((it) => [it, it])} />
      <Choice label={t('people.organisations.kind')} name="kind" value={binding.kind} onChoose={(kind) => onChange({ kind: KINDS.find((it) => it === kind) ?? 'operation' })} options={KINDS.map((kind) => [kind, t(`people.kind.${kind}`)])} />
      {binding.kind !== 'operation' && <Field label={t('people.organisations.subject')} name="subject" defaultValue={binding.subject} onType={(subject) => onChange({ subject })} />}
      <button type="button" className="verb" onClick={onRemove}>
        {t('people.organisations.remove')}
      </button>
    </fieldset>
  );
}

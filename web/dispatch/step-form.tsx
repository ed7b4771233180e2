// The form of one step of an order: when it happened, and for a refusal why. Deliveries and deviations have forms of their own.

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../src/http/contract/questions.ts';
import { Text } from './fields.tsx';
import { instantOf, wallClock } from './moment.ts';
import type { Order, Step } from './scene.ts';

export type StepName = 'verify' | 'accept' | 'refuse' | 'load' | 'depart' | 'arrive';

const KINDS = { verify: 'release.verified', accept: 'release.accepted', refuse: 'release.refused', load: 'dispatch.loaded', depart: 'dispatch.departed', arrive: 'dispatch.arrived' } as const satisfies Record<StepName, Draft['kind']>;

export interface FormProps {
  readonly order: Order;
  readonly asOf: string;
  readonly zone: string;
  readonly busy: boolean;
  readonly onEnter: (step: Step) => void;
  readonly onCancel: () => void;
}

export function StepForm({ step, order, asOf, zone, busy, onEnter, onCancel }: FormProps & { readonly step: StepName }): ReactElement {
  const { t } = useTranslation();
  const [when, setWhen] = useState(() => wallClock(asOf, zone));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const occurredAt = instantOf(when, zone);
  const isMissing = step === 'refuse' && reason.trim() === '';
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (occurredAt === null || isMissing) return;
    const place = step === 'arrive' ? order.legs.at(-1)?.to : undefined;
    onEnter({ what: t(`dispatch.act.${step}`), dispatch: order.dispatch, drafts: [{ kind: KINDS[step], occurredAt, body: { dispatch: order.dispatch, ...(step === 'refuse' && { reason: reason.trim() }), ...(place !== undefined && { place }) } }] });
  };
  return (
    <form className="entry-form" onSubmit={enter} aria-label={t(`dispatch.act.${step}`)} noValidate>
      {step === 'refuse' && <Text autoFocus label={t('dispatch.form.reason')} value={reason} onChange={setReason} wrong={tried && isMissing ? t('dispatch.form.reasonMissing') : null} />}
      <Text autoFocus={step !== 'refuse'} type="datetime-local" label={t('dispatch.form.when')} value={when} onChange={setWhen} wrong={tried && occurredAt === null ? t('dispatch.form.whenWrong') : null} />
      <Buttons busy={busy} onCancel={onCancel} />
    </form>
  );
}

export function Buttons({ busy, onCancel }: Pick<FormProps, 'busy' | 'onCancel'>): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="act">
      <button type="submit" className="go" disabled={busy}>
        {busy ? t('dispatch.form.sending') : t('dispatch.act.enter')}
      </button>
      <button type="button" className="verb" onClick={onCancel}>
        {t('dispatch.act.cancel')}
      </button>
    </div>
  );
}

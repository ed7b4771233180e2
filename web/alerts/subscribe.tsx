// A new address to be told at. The secret of a webhook is shown once, in the form's place.

import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertSubscriptionsAnswer } from '../../src/http/contract/answers.ts';
import { Choice, Field, Form, textOf } from '../people/form.tsx';
import { Secret } from '../people/once.tsx';
import { client, given } from '../shared/client.ts';
import { english } from './words/en.ts';

type Kind = keyof typeof english.kind;
const KINDS = Object.keys(english.kind) as Kind[];
type Channel = AlertSubscriptionsAnswer['channels'][number];

interface SubscribeProps {
  readonly operation: string;
  /** What this server can send by. */
  readonly channels: readonly Channel[];
  readonly isStory: boolean;
  readonly onDone: () => void;
}

export function Subscribe({ operation, channels, isStory, onDone }: SubscribeProps): ReactElement {
  const { t, i18n } = useTranslation();
  const answers = useQueryClient();
  const [channel, setChannel] = useState<Channel>(channels.includes('e-mail') ? 'e-mail' : 'webhook');
  const [isSome, setSome] = useState(false);
  const [made, setMade] = useState<{ readonly secret: string | null } | null>(null);
  const send = async (fields: FormData): Promise<void> => {
    const kinds = KINDS.filter((kind) => fields.getAll('kind').includes(kind));
    const language = textOf(fields, 'language') === 'fr' ? 'fr' : 'en';
    setMade(await given(client.alerts.subscribe(operation, { channel, address: textOf(fields, 'address').trim(), kinds: isSome && kinds.length > 0 ? kinds : null, language, evenPast: fields.get('evenPast') === 'on' })));
    await answers.invalidateQueries({ queryKey: ['alert-book', operation] });
  };
  if (made !== null) {
    return (
      <div className="added">
        {made.secret !== null && <Secret text={made.secret} note={t('alerts.secret')} />}
        <p role="status">{t('alerts.added')}</p>
        <button type="button" className="verb" autoFocus onClick={onDone}>
          {t('alerts.close')}
        </button>
      </div>
    );
  }
  const shown: readonly (readonly [string, string])[] = (['e-mail', 'webhook'] as const).filter((it) => channels.includes(it)).map((it) => [it, t(`alerts.channel.${it}`)]);
  return (
    <div className="subscribe">
      <Form go={t('alerts.form.go')} busy={t('alerts.form.busy')} onSend={send}>
        <Choice label={t('alerts.form.channel')} name="channel" options={shown} value={channel} onChoose={(it) => setChannel(it === 'e-mail' ? 'e-mail' : 'webhook')} />
        {!channels.includes('e-mail') && <p className="quiet">{t('alerts.form.mailOff')}</p>}
        <Field key={channel} label={t('alerts.form.address')} name="address" type={channel === 'e-mail' ? 'email' : 'text'} autoComplete="off" hint={t(channel === 'e-mail' ? 'alerts.form.mailHint' : 'alerts.form.webhookHint')} />
        <Choice
          label={t('alerts.form.language')}
          name="language"
          options={(i18n.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)).map((code) => [code, t(code === 'fr' ? 'alerts.form.french' : 'alerts.form.english')] as const)}
        />
        <Choice label={t('alerts.form.kinds')} name="all" options={[['all', t('alerts.form.all')], ['some', t('alerts.form.only')]]} value={isSome ? 'some' : 'all'} onChoose={(it) => setSome(it === 'some')} />
        {isSome && (
          <fieldset>
            <legend className="hidden">{t('alerts.form.kinds')}</legend>
            <div className="checks">
              {KINDS.map((kind) => (
                <label key={kind}>
                  <input type="checkbox" name="kind" value={kind} /> {t(`alerts.kind.${kind}`)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {isStory && (
          <label className="tick">
            <input type="checkbox" name="evenPast" required /> {t('alerts.form.evenPast')}
          </label>
        )}
      </Form>
      <button type="button" className="verb" onClick={onDone}>
        {t('alerts.form.cancel')}
      </button>
    </div>
  );
}

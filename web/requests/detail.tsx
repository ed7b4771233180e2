// A request looked into: what each line stands beside, the band, the reason given, what was said; and what can be done about it.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { useMay } from '../shared/may.ts';
import { Spoken, type Telling } from '../shared/told.tsx';
import { Judge } from './judge.tsx';
import type { Line, Request } from './scene.ts';

interface DetailProps {
  readonly operation: OperationSummary;
  readonly request: Request;
  readonly at: string | undefined;
  readonly figures: Figures;
  readonly tell: Telling;
}

export function Detail({ operation, request, at, figures, tell }: DetailProps): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const { lines, accepted, replaces, replacedBy } = request;
  return (
    <div className="detail">
      <section>
        <h2>{t('requests.detail.beside')}</h2>
        {lines.map((line) => (
          <Beside key={`${line.item} ${line.from}`} line={line} figures={figures} tell={tell} />
        ))}
        {replaces.length > 0 && <p>{t('requests.detail.replaces', { requests: replaces.join(', ') })}</p>}
        {replacedBy !== null && <p>{t('requests.detail.replacedBy', { request: replacedBy })}</p>}
        {accepted !== null && request.state === 'accepted' && <p>{t('requests.detail.accepted', { what: accepted.map(({ item, units }) => `${figures.count(units)} ${figures.item(item)}`).join(', ') })}</p>}
      </section>
      <section>
        <h2>{t('requests.detail.said')}</h2>
        <ol className="talk">
          {request.moments.map((moment) => (
            <li key={moment.fact}>
              <span className="quiet">
                {figures.hour(moment.at)} {t(`requests.detail.${moment.asked.length > 0 && moment.text === null ? 'byItself' : `step.${moment.step}`}`)}
              </span>
              {moment.asked.map(({ say, inEnglish }) => (
                <p key={inEnglish}>
                  <Spoken why={inEnglish} because={[say]} tell={tell} />
                </p>
              ))}
              {moment.text !== null && <p>{moment.text}</p>}
            </li>
          ))}
        </ol>
      </section>
      {may('request.judge') && <Judge operation={operation} request={request} at={at} figures={figures} />}
    </div>
  );
}

function Beside({ line, figures, tell }: { readonly line: Line; readonly figures: Figures; readonly tell: Telling }): ReactElement {
  const { t } = useTranslation();
  const day = (at: string): string => figures.hour(at);
  return (
    <div className="beside">
      <p>
        <b>
          {figures.count(line.units)} {figures.item(line.item)}
        </b>
        , {t('requests.window', { from: day(line.from), until: day(line.until) })}
      </p>
      {line.why !== null && <p>{t('requests.detail.why', { why: line.why })}</p>}
      {line.overlaps.length === 0 && <p className="quiet">{t('requests.detail.alone')}</p>}
      <ul>
        {line.overlaps.map(({ kind, recipient, from, request, sentence }) => (
          <li key={`${kind} ${recipient} ${from} ${request ?? ''}`}>
            <Spoken why={sentence.inEnglish} because={[sentence.say]} tell={tell} />
          </li>
        ))}
      </ul>
    </div>
  );
}

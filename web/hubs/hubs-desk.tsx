// The desk of the page: the question, and once it is answered its verdict, ranking, map, chart and thresholds; below them the what-if.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary, Picture } from '../../src/http/contract/picture.ts';
import type { HubsSeen } from '../router.tsx';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Spoken, useTelling, type Telling } from '../shared/told.tsx';
import { useViewed } from '../shared/may.ts';
import { NotYours } from '../shared/not-yours.tsx';
import { CandidateFacts } from './candidate-facts.tsx';
import { ClassicQuestions } from './classic.tsx';
import { CoverOverTime } from './cover-over-time.tsx';
import { IsochroneMap } from './isochrone-map.tsx';
import { HubQuestionForm } from './question-form.tsx';
import { Ranking } from './ranking.tsx';
import { useHubChoice, type HubQuestion } from './scene.ts';
import { Thresholds } from './thresholds.tsx';
import { TradeOff } from './trade-off.tsx';
import { Waiting } from './waiting.tsx';
import { WhatIf } from './what-if.tsx';

interface DeskProps {
  readonly operation: OperationSummary;
  readonly picture: Picture;
  readonly search: HubsSeen;
}

export function HubsDesk({ operation, picture, search }: DeskProps): ReactElement {
  const { t } = useTranslation();
  const figures = useFigures(operation.zone, picture.asOf);
  const tell = useTelling(picture, figures);
  const viewed = useViewed();
  const [question, setQuestion] = useState<HubQuestion | null>(null);
  const asking = useHubChoice(operation, question);
  const found = asking.answer.data;
  if (viewed.isKnown && !viewed.may('plan.compare')) return <NotYours title={t('hubs.title')} />;
  return (
    <main>
      <section className="answer" id="answer">
        <div>
          <h1>{found === undefined ? t('hubs.title') : <Spoken why={found.reasons[0] ?? ''} because={found.because.slice(0, 1)} tell={tell} />}</h1>
          {found === undefined ? <p>{t('hubs.intro')}</p> : <p>{t('hubs.from', { when: figures.moment(found.asOf) })}</p>}
          <p className="print-only">{figures.moment(picture.asOf)}</p>
        </div>
      </section>
      <div className="question">
        <HubQuestionForm asOf={search.at} busy={asking.answer.isFetching} onAsk={setQuestion} />
        <Waiting asking={asking} isAsked={question !== null} label={t('hubs.asking')} figures={figures} />
      </div>
      {found !== undefined && question !== null && <Found key={JSON.stringify(question)} found={found} question={question} operation={operation} figures={figures} tell={tell} />}
      <WhatIf operation={operation} picture={picture} search={search} figures={figures} />
    </main>
  );
}

interface FoundProps {
  readonly found: HubChoiceAnswer;
  readonly question: HubQuestion;
  readonly operation: OperationSummary;
  readonly figures: Figures;
  readonly tell: Telling;
}

function Found({ found, question, operation, figures, tell }: FoundProps): ReactElement {
  const [picked, setPicked] = useState(found.ranking[0]?.hub ?? '');
  const own = found.ranking.find(({ hub }) => hub === picked) ?? found.ranking[0];
  return (
    <>
      <ul className="verdict">
        {found.reasons.slice(1).map((why, index) => (
          <li key={why}>
            <Spoken why={why} because={found.because.slice(index + 1, index + 2)} tell={tell} />
          </li>
        ))}
      </ul>
      <Ranking found={found} picked={picked} onPick={setPicked} figures={figures} tell={tell} />
      {own !== undefined && (
        <div className="beside">
          <IsochroneMap found={found} outcome={own} />
          <div>
            <TradeOff found={found} picked={picked} onPick={setPicked} figures={figures} />
            <CoverOverTime found={found} picked={own} figures={figures} />
          </div>
        </div>
      )}
      <Thresholds operation={operation} found={found} question={question} figures={figures} tell={tell} />
      <ClassicQuestions found={found} figures={figures} />
      <CandidateFacts found={found} figures={figures} />
    </>
  );
}

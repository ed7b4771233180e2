// Announce: what the operation says in public. A draft out of the ledger's figures, and the texts that there are; this file joins
// them, each stands in its own.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommuniqueDraftAnswer, CommuniquesAnswer } from '../../src/http/contract/answers.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { AnnounceSeen } from '../router.tsx';
import { askPicture, client, given } from '../shared/client.ts';
import { Entering } from '../shared/entries.tsx';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useOperations } from '../shared/queries.ts';
import { Ground } from '../shared/sourced.tsx';
import { Choices, choiceOf } from './choices.tsx';
import { DraftDesk } from './draft-desk.tsx';
import { Texts } from './texts.tsx';
import { learnWords } from './words/index.ts';
import './announce.css';

learnWords();

export type Text = CommuniquesAnswer['communiques'][number];

export function AnnouncePage(): ReactElement {
  const { i18n } = useTranslation();
  const search = useSearch({ from: '/announce' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const id = operation?.operation ?? '';
  const asked = { enabled: operation !== undefined, placeholderData: keepPreviousData };
  const choice = choiceOf(search, i18n.language);
  const texts = useQuery({ queryKey: ['communiques', id, operation?.facts], queryFn: ({ signal }) => given(client.communiques.list(id, { signal })), ...asked });
  const picture = useQuery({ queryKey: ['picture', id, operation?.facts, search.at], queryFn: ({ signal }) => askPicture(id, search.at, signal), ...asked });
  const draft = useQuery({ queryKey: ['communique-draft', id, operation?.facts, search.at, choice], queryFn: ({ signal }) => given(client.communiques.draft(id, { asOf: search.at, ...choice }, { signal })), ...asked });
  const again = (): void => void Promise.all([operations.refetch(), texts.refetch(), picture.refetch(), draft.refetch()]);
  const error = operations.error ?? texts.error ?? picture.error;
  if (texts.data === undefined || picture.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="announce">
      {error !== null && <Stale onRetry={again} />}
      <Entering operation={id} at={search.at ?? operation.standsAt ?? undefined}>
        <Standing page={operation.isPublic ? `/p/${encodeURIComponent(id)}?lang=${i18n.language}` : null} picture={picture.data} texts={texts.data.communiques} draft={draft.data} refused={draft.error} search={search} />
      </Entering>
    </Frame>
  );
}

interface StandingProps {
  /** Address of the public page, where there is one. */
  readonly page: string | null;
  readonly picture: Picture;
  readonly texts: readonly Text[];
  readonly draft: CommuniqueDraftAnswer | undefined;
  readonly refused: Error | null;
  readonly search: AnnounceSeen;
}

function Standing({ page, picture, texts, draft, refused, search }: StandingProps): ReactElement {
  const navigate = useNavigate({ from: '/announce' });
  const figures = useFigures(picture.zone, picture.asOf);
  const look = useCallback((change: Partial<AnnounceSeen>) => void navigate({ search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }), [navigate]);
  return (
    <Ground.Provider value={picture}>
      <main>
        <Answer page={page} texts={texts} figures={figures} asOf={draft?.asOf ?? picture.asOf} />
        <div className="desk">
          <section className="drafting" aria-labelledby="drafting">
            <Choices search={search} asOf={draft?.asOf ?? picture.asOf} figures={figures} onLook={look} />
            {refused !== null && (
              <p className="wrong" role="alert" lang="en">
                {refused.message}
              </p>
            )}
            {draft !== undefined && refused === null && <DraftDesk key={JSON.stringify([draft.language, draft.form, draft.corrects, draft.sentences.map(({ id }) => id)])} draft={draft} taken={texts} />}
          </section>
          <Texts texts={texts} figures={figures} onCorrect={({ communique, language }) => look({ corrects: communique, language })} />
        </div>
      </main>
    </Ground.Provider>
  );
}

function Answer({ page, texts, figures, asOf }: { readonly page: string | null; readonly texts: readonly Text[]; readonly figures: Figures; readonly asOf: string }): ReactElement {
  const { t } = useTranslation();
  const count = (state: Text['state']): number => texts.filter((it) => it.state === state).length;
  const [stale, waiting, fine] = [count('stale'), count('approved'), count('published')];
  const said = [...(stale > 0 ? [t('announce.answer.stale', { count: stale })] : fine > 0 ? [t('announce.answer.fine', { count: fine })] : []), ...(waiting > 0 ? [t('announce.answer.waiting', { count: waiting })] : [])];
  return (
    <section className="answer" id="answer">
      <div>
        <h1>{said.length === 0 ? t('announce.answer.none') : said.join(' ')}</h1>
        <p>{t('announce.answer.sub')}</p>
      </div>
      <div className="as-of">
        <b>{figures.moment(asOf)}</b>
        {page !== null && <a href={page}>{t('announce.page')}</a>}
      </div>
    </section>
  );
}

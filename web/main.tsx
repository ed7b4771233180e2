// Where the pages begin: language, the store of answers, the router. No page of its own.

import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource/source-serif-4/600.css';
import './shared/tokens.css';
import './shared/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Patterns } from './shared/custody.tsx';
import { language, spoken } from './shared/language.ts';
import { operationsAsked } from './shared/queries.ts';
import { router } from './router.tsx';

const answers = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: false } } });
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id root');

// What a page of an operation asks first is asked while the words are on their way.
if (!/^\/(sign-in|join|people|r|n)(\/|$)/.test(location.pathname)) void answers.prefetchQuery(operationsAsked);
await spoken;
createRoot(root).render(
  <I18nextProvider i18n={language}>
    <Patterns />
    <QueryClientProvider client={answers}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </I18nextProvider>,
);

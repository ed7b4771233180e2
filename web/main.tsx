// Where the pages begin: language, theme, the store of answers, the router. No page of its own.

import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Popover.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource/source-serif-4/600.css';
import './shared/tokens.css';
import './shared/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Patterns } from './shared/custody.tsx';
import { language } from './shared/language.ts';
import { Scheme } from './shared/scheme.tsx';
import { airbridgeTheme, colours } from './shared/theme.ts';
import { router } from './router.tsx';

const answers = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: false } } });
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id root');

createRoot(root).render(
  <I18nextProvider i18n={language}>
    <MantineProvider theme={airbridgeTheme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <Scheme />
      <Patterns />
      <QueryClientProvider client={answers}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </I18nextProvider>,
);

// Light or dark: what Mantine has settled on is told to the tokens, which know it as data-theme.

import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect } from 'react';

export function Scheme(): null {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
  }, [scheme]);
  return null;
}

// The look as Mantine wants to hear it. The values themselves stand in tokens.css; state colours are never Mantine colours.

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = ['#edf0f1', '#d3d8d7', '#b9c2c8', '#95a0a8', '#7c868d', '#59636c', '#414a52', '#2f393f', '#1f262b', '#14181d'];

export const airbridgeTheme = createTheme({
  fontFamily: 'var(--ab-sans)',
  headings: { fontFamily: 'var(--ab-sans)', fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px' },
  defaultRadius: 'sm',
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  autoContrast: true,
  cursorType: 'pointer',
  components: { Button: { defaultProps: { variant: 'default', size: 'compact-sm' } }, Popover: { defaultProps: { shadow: 'none', radius: 'sm' } } },
});

const tokens = { '--mantine-color-body': 'var(--ab-surface)', '--mantine-color-text': 'var(--ab-ink)', '--mantine-color-dimmed': 'var(--ab-ink-3)', '--mantine-color-default-border': 'var(--ab-edge)', '--mantine-color-anchor': 'var(--ab-link)' };

export const colours: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });

// Light or dark: what was chosen before, else what the reader's system says, and what it says later. tokens.css knows it as
// data-theme. Other windows of the same reader change with this one.

import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

export type Scheme = 'light' | 'dark';

const KEY = 'airbridge-scheme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();

function now(): Scheme {
  const chosen = kept(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return dark.matches ? 'dark' : 'light';
}

function draw(): void {
  document.documentElement.dataset['theme'] = now();
  for (const watcher of watchers) watcher();
}

draw();
dark.addEventListener('change', draw);
window.addEventListener('storage', ({ key }) => void (key === KEY && draw()));

export function chooseScheme(scheme: Scheme): void {
  keep(KEY, scheme);
  draw();
}

const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, now);

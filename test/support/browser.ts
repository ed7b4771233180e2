// Chromium for the suites that look at the pages: CHROMIUM, or where Debian puts it. Absent, those suites report themselves
// skipped, and say what would run them.

import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium, type Browser, type Page } from 'playwright-core';

const USUAL = '/usr/bin/chromium';
export const CHROMIUM = [process.env['CHROMIUM'], USUAL].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;

export function sayThatItIsMissing(suite: string): void {
  process.stderr.write(`SKIPPED: ${suite}: no Chromium at ${process.env['CHROMIUM'] ?? USUAL}. apt-get install chromium, or set CHROMIUM to its path.\n`);
}

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** One for a whole suite. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM ?? USUAL, args: QUIET });

interface Reader {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
}

/** Milliseconds after which what a test waits for is taken not to come: long, for a machine may be slow and busy. */
const PATIENCE = 90_000;

/** A reader whom the browser has not seen before: nothing of another's is kept. */
export const newReader = async (browser: Browser, { width, height, colorScheme = 'light', locale = 'en-GB' }: Reader): Promise<Page> => patient(await browser.newPage({ viewport: { width, height }, colorScheme, locale, reducedMotion: 'reduce' }));

export function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Four readers among whom every two of scheme, language and width meet. What would take one scheme, language and width together to show, they may miss; all eight take twice as long. */
export const READERS = [
  { colorScheme: 'light', locale: 'en-GB', width: 1440 },
  { colorScheme: 'dark', locale: 'fr-FR', width: 1440 },
  { colorScheme: 'light', locale: 'fr-FR', width: 390 },
  { colorScheme: 'dark', locale: 'en-GB', width: 390 },
] as const;

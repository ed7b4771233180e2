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

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM ?? USUAL, args: QUIET });

/** A reader whom the browser has not seen before: nothing of another's is kept. */
export function newReader(browser: Browser, options: { readonly width: number; readonly height: number; readonly colorScheme?: 'light' | 'dark'; readonly locale?: string }): Promise<Page> {
  const { width, height, colorScheme = 'light', locale = 'en-GB' } = options;
  return browser.newPage({ viewport: { width, height }, colorScheme, locale, reducedMotion: 'reduce' });
}

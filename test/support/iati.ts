// The published IATI standard, where it lies on this machine (specs/iati in the folder that AIRBRIDGE_SHARED names, or in ../shared), and xmllint, an outside
// validator. Absent, the suites that hold our files against them report themselves skipped, and say what would run them.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Ruleset } from './ruleset.ts';
import { nodesAt, parseXml, textsAt } from './xml.ts';

const folder = join(process.env['AIRBRIDGE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url)), 'specs', 'iati');
export const hasStandard = existsSync(join(folder, 'iati-activities-schema.xsd'));
export const hasXmllint = spawnSync('xmllint', ['--version'], { encoding: 'utf8' }).error === undefined;

export function sayWhatIsMissing(suite: string): void {
  if (!hasStandard) process.stderr.write(`SKIPPED: ${suite}: no published IATI standard. Set AIRBRIDGE_SHARED to a folder that holds specs/iati: the schemas of IATI-Schemas, codelists/xml of IATI-Codelists, rulesets/rulesets/standard.json of IATI-Rulesets, all of version 2.03.\n`);
  if (!hasXmllint) process.stderr.write(`SKIPPED: ${suite}: no xmllint. apt-get install libxml2-utils.\n`);
}

/** What xmllint has against the file by the schema of activities; empty: it is valid. */
export function schemaProblems(xml: string): string {
  const work = mkdtempSync(join(tmpdir(), 'airbridge-iati-'));
  try {
    const file = join(work, 'activity.xml');
    writeFileSync(file, xml);
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(folder, 'iati-activities-schema.xsd'), file], { encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  } finally {
    rmSync(work, { recursive: true });
  }
}

export const standardRuleset = (): Ruleset => JSON.parse(readFileSync(join(folder, 'rulesets', 'rulesets', 'standard.json'), 'utf8')) as Ruleset;

const lists = new Map<string, readonly string[]>();
/** The codes of a codelist that may still be used. */
export function codesOf(codelist: string): readonly string[] {
  const known = lists.get(codelist);
  if (known !== undefined) return known;
  const codes = nodesAt("//codelist-item[not(@status = 'withdrawn')]", parseXml(readFileSync(join(folder, 'codelists', 'xml', `${codelist}.xml`), 'utf8'))).flatMap((item) => textsAt('code', item));
  if (codes.length === 0) throw new Error(`the codelist ${codelist} is empty; there are ${readdirSync(join(folder, 'codelists', 'xml')).join(', ')}`);
  lists.set(codelist, codes);
  return codes;
}

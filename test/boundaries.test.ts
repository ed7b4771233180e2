// The import rule of ARCHITECTURE.md, executed: who may import whom, where a package lives, which rooms are pure, and
// the habits of STYLE.md that a machine can check. It reads source text, never runs it.

import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const checkout = dirname(import.meta.dirname);
const PURE = ['domain', 'words', 'ledger', 'need', 'planner', 'location', 'log', 'standards'];

/** Room → the rooms that it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ...Object.fromEntries(PURE.filter((room) => room !== 'domain').map((room) => [room, ['domain']])),
  planner: ['domain', 'words'],
  app: PURE,
  storage: [...PURE, 'app'],
  solver: [...PURE, 'app'],
  http: [...PURE, 'app'],
  client: ['domain', 'http'],
  cli: [...PURE, 'app', 'client'],
  papers: [...PURE, 'app'],
  post: [...PURE, 'app'],
  reading: [...PURE, 'app'],
  main: [...PURE, 'app', 'storage', 'solver', 'http', 'cli', 'papers', 'post', 'reading'],
  web: ['domain', 'words', 'planner', 'log', 'http', 'client'],
};

/** Rooms that run in a browser too: no Node module. */
const ANYWHERE = [...PURE, 'client'];
/** Room → rooms of which it may know the types, and nothing that runs. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { client: ['http'], web: ['http'] };

/** Package → the only rooms that may know it. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  fastify: ['http'],
  'fastify-type-provider-zod': ['http'],
  '@fastify/helmet': ['http'],
  '@fastify/rate-limit': ['http'],
  '@fastify/static': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  kysely: ['storage'],
  'better-auth': ['storage'],
  pg: ['storage'],
  '@electric-sql/pglite': ['storage'],
  highs: ['solver'],
  commander: ['cli'],
  picocolors: ['cli'],
  react: ['web'],
  'react-dom': ['web'],
  'react-i18next': ['web'],
  i18next: ['web'],
  '@tanstack/react-query': ['web'],
  '@tanstack/react-router': ['web'],
  'd3-geo': ['web'],
  'topojson-client': ['web'],
  'world-atlas': ['web'],
  pino: ['http', 'main'],
  nodemailer: ['post'],
  pdfkit: ['papers'],
  fontkit: ['papers'],
  linebreak: ['papers'],
  'bidi-js': ['papers'],
  'bwip-js': ['papers'],
  '@fontsource/source-sans-3': ['papers'],
  '@resvg/resvg-wasm': ['papers'],
  '@fontsource/ibm-plex-sans-arabic': ['papers'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const withoutComments = (text: string): string => text.replace(/^\s*\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/gm, '');

/** Every module that a source text names: import, export … from, import(), and the file of a worker. */
function importsOf(text: string): { readonly to: string; readonly typeOnly: boolean }[] {
  const code = withoutComments(text);
  const found: { to: string; typeOnly: boolean }[] = [];
  for (const match of code.matchAll(/^\s*(?:import|export)\s(\s*type\s)?[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm)) found.push({ to: match[2] ?? '', typeOnly: match[1] !== undefined });
  for (const match of code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) found.push({ to: match[1] ?? '', typeOnly: false });
  for (const match of code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g)) found.push({ to: match[1] ?? '', typeOnly: false });
  for (const match of code.matchAll(/\bnew\s+URL\(\s*['"](\.[^'"]+\.tsx?)['"]/g)) found.push({ to: match[1] ?? '', typeOnly: false });
  return found;
}

const roomOf = (path: string): string => (path.startsWith('web/') ? 'web' : path === 'src/main.ts' ? 'main' : (path.split('/')[1] ?? ''));
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** What is wrong with this import, or null. */
function objection({ from, to, typeOnly }: Import): string | null {
  const room = roomOf(from);
  if (to.startsWith('.')) {
    const target = join(dirname(from), to);
    if (!target.startsWith('src/') && !target.startsWith('web/')) return room === 'web' || isTest(from) ? null : `${from} reaches out of src: ${to}`;
    const other = roomOf(target);
    if (!typeOnly && !isTest(from) && TYPES_ONLY[room]?.includes(other)) return `${from}: ${room} may import types of ${other} only (${to})`;
    return other === room || MAY_IMPORT[room]?.includes(other) ? null : `${from}: ${room} may not import ${other} (${to})`;
  }
  if (isBuiltin(to)) return ANYWHERE.includes(room) && !isTest(from) ? `${from}: ${room} runs anywhere and may not import ${to}` : null;
  const homes = HOMES[packageOf(to)];
  return homes === undefined || homes.includes(room) || isTest(from) ? null : `${from}: ${packageOf(to)} lives in ${homes.join(' and ')} only`;
}

/** What makes a pure room impure, by its text. */
const IMPURE = [/\bDate\.now\b/, /\bnew Date\(\s*\)/, /\bMath\.random\b/, /(?<![.\w])performance\.(now|timeOrigin|mark)\b/, /\bTemporal\.Now\b/, /\bcrypto\.(randomUUID|getRandomValues)\b/, /\bprocess\.(env|argv|hrtime|getBuiltinModule)\b/];
const impurities = (text: string): string[] => IMPURE.flatMap((pattern) => pattern.exec(withoutComments(text))?.[0] ?? []);

/** What one engine works out another way than the next: a plan would depend on where it is made. src/planner/scan/exponential.ts has its own. */
const UNSURE = /\bMath\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|cbrt|hypot)\b/;

const SKIPPED = new Set(['node_modules', '.git', '.airbridge', 'dist', 'coverage']);
function filesBelow(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (SKIPPED.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [relative('.', path)] : [];
  });
}
const read = (path: string): string => readFileSync(join(checkout, path), 'utf8');
const everything = filesBelow('.');
const sources = everything.filter((path) => /^(src|web)\/.*\.tsx?$/.test(path));
const imports: Import[] = sources.flatMap((from) => importsOf(read(from)).map((found) => ({ from, ...found })));

/** A cycle of the graph as a list of names, or null. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (node: string, path: readonly string[]): string[] | null => {
    if (state.get(node) === 'done') return null;
    if (state.get(node) === 'open') return [...path.slice(path.indexOf(node)), node];
    state.set(node, 'open');
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== null) return cycle;
    }
    state.set(node, 'done');
    return null;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
function graphOf(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  return edges;
}

describe('the check itself catches', () => {
  const sample = (from: string, text: string): string[] => importsOf(text).flatMap(({ to, typeOnly }) => objection({ from, to, typeOnly }) ?? []);

  test.each([
    ['a room that imports a room beside it', 'src/ledger/apply.ts', "import { x } from '../planner/x.ts';"],
    ['over several lines', 'src/need/burn.ts', "import {\n  x,\n  y,\n} from '../app/x.ts';"],
    ['a type import as well', 'src/domain/x.ts', "import type { X } from '../app/ports.ts';"],
    ['a re-export', 'src/domain/x.ts', "export * from '../ledger/accounts.ts';"],
    ['a dynamic import', 'src/http/x.ts', "const it = await import('../storage/open.ts');"],
    ['a side effect', 'src/app/x.ts', "import '../solver/highs.ts';"],
    ['the file of a worker', 'src/http/x.ts', "new Worker(new URL('../solver/worker.ts', import.meta.url))"],
    ['a Node module in a pure room', 'src/planner/x.ts', "import { readFileSync } from 'node:fs';"],
    ['a Node module without its prefix', 'src/planner/x.ts', "import { readFileSync } from 'fs';"],
    ['a Node module in the client', 'src/client/x.ts', "import { request } from 'node:http';"],
    ['a schema that would reach the browser', 'src/client/x.ts', "import { JobView } from '../http/contract/job.ts';"],
    ['a package away from its home', 'src/app/x.ts', "import { Kysely } from 'kysely';"],
    ['the way out of src', 'src/app/x.ts', "import { x } from '../../test/support/x.ts';"],
  ])('%s', (_, from, text) => expect(sample(from, text)).toHaveLength(1));

  test.each([
    ['a room below', 'src/app/x.ts', "import { x } from '../ledger/x.ts';"],
    ['its own room', 'src/ledger/x.ts', "import { x } from './y.ts';"],
    ['a Node module where there is a world', 'src/storage/x.ts', "import { open } from 'node:fs/promises';"],
    ['the types of the contract', 'src/client/x.ts', "import type { JobAnswer } from '../http/contract/answers.ts';"],
    ['what a comment says', 'src/domain/x.ts', "// import { x } from '../app/x.ts';\n/* import '../app/x.ts'; */"],
  ])('not %s', (_, from, text) => expect(sample(from, text)).toEqual([]));

  test('a clock or chance in a pure room, but not an instant that is given', () => {
    expect(impurities('const a = Date.now();')).toEqual(['Date.now']);
    expect(impurities('const a = new Date( ).getTime() + Math.random();')).toEqual(['new Date( )', 'Math.random']);
    expect(impurities('const a = new Date(ms); // Date.now()')).toEqual([]);
  });

  test('a function that engines differ in, but not one that is exact', () => {
    expect(UNSURE.test('const a = Math.exp(-b);')).toBe(true);
    expect(UNSURE.test('const a = Math.sqrt(Math.max(b, 0));')).toBe(false);
  });

  test('a cycle', () => {
    expect(cycleIn(graphOf([['a', 'b'], ['b', 'c'], ['c', 'a']]))).toEqual(['a', 'b', 'c', 'a']);
    expect(cycleIn(graphOf([['a', 'b'], ['a', 'c'], ['b', 'c']]))).toBeNull();
  });
});

describe('the house', () => {
  test('holds source files, and imports were found in them', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(sources.length);
  });
  test('has no room that the rule does not know', () => expect(sources.filter((path) => MAY_IMPORT[roomOf(path)] === undefined)).toEqual([]));
  test('lets each room import only what it may', () => expect(imports.flatMap((found) => objection(found) ?? [])).toEqual([]));
  test('has no cycle between rooms', () => {
    const between = imports.filter(({ from, to }) => to.startsWith('.') && !isTest(from)).map(({ from, to }): [string, string] => [roomOf(from), roomOf(join(dirname(from), to))]);
    expect(cycleIn(graphOf(between))).toBeNull();
  });
  test('has no cycle between files', () => {
    const between = imports.filter(({ to, typeOnly }) => to.startsWith('.') && !typeOnly).map(({ from, to }): [string, string] => [from, join(dirname(from), to)]);
    expect(cycleIn(graphOf(between))).toBeNull();
  });
  test('keeps clocks, chance and the process out of the pure rooms', () => {
    const pure = sources.filter((path) => PURE.includes(roomOf(path)) && !isTest(path));
    expect(pure.flatMap((path) => impurities(read(path)).map((what) => `${path}: ${what}`))).toEqual([]);
  });
});

test('the planner is the same in every engine', () => {
  const planner = sources.filter((path) => roomOf(path) === 'planner' && !isTest(path) && !path.endsWith('.fixture.ts'));
  expect(planner.length).toBeGreaterThan(50);
  expect(planner.filter((path) => UNSURE.test(withoutComments(read(path))))).toEqual([]);
});

describe('every file', () => {
  const written = everything.filter((path) => /^(src|web|test|bench|scripts|bin)\/.*\.(tsx?|mjs)$/.test(path));

  test('has at most 400 lines', () => expect(written.filter((path) => read(path).split('\n').length > 401)).toEqual([]));
  test('begins by saying what it is for', () => expect(written.filter((path) => !isTest(path) && !/^(#![^\n]*\n)?(\/\/|\/\*)/.test(read(path)))).toEqual([]));
  test('names no folder of somebody’s machine', () => {
    const folder = new RegExp(`(^|[\\s"'\`(=])(/(${['home', 'root', 'work', 'Users'].join('|')})/|[A-Z]:\\\\\\\\?Users\\\\)`, 'm');
    const text = everything.filter((path) => /\.(tsx?|mjs|json|md|csv|sql|sh|css|html|ya?ml)$|^\.ci\//.test(path));
    expect(folder.exec(`open('${['', 'home', 'somebody', 'x'].join('/')}')`)).not.toBeNull();
    expect(text.filter((path) => folder.test(read(path)))).toEqual([]);
  });
  test('of the lockfile comes from whichever registry npm is told of: no address is fixed', () => {
    const lock = read('package-lock.json');
    expect(lock).toContain('"integrity"');
    expect(lock).not.toContain('"resolved"');
  });
});

// docs/concepts/people.md prints the permission matrix and the addresses from the declarations that the server follows. After a
// change, `vitest run test/scenarios/people-doc.test.ts -u` writes the tables anew.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AlertTools } from '../../src/app/alerts/tools.ts';
import type { Desk } from '../../src/app/desk.ts';
import type { PublicLogs } from '../../src/app/log/public-logs.ts';
import type { PeopleTools } from '../../src/app/people/tools.ts';
import { FACT_PERMISSIONS, HOLDERS, MATRIX, type Permission, PERMISSIONS } from '../../src/app/people/permissions.ts';
import { buildServer } from '../../src/http/server.ts';

const DOC = join(import.meta.dirname, '..', '..', 'docs', 'concepts', 'people.md');
const between = (text: string, name: string, content: string): string => text.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, head: string, tail: string) => `${head}${content}\n${tail}`);

const SIGNS = { all: 'all', own: 'own', none: '–' } as const;

function matrix(): string {
  const kindsOf = (permission: Permission): string => {
    const kinds = Object.entries(FACT_PERMISSIONS).flatMap(([kind, needs]) => (needs === permission ? [`\`${kind}\``] : []));
    return kinds.length === 0 ? '' : `: ${kinds.join(' ')}`;
  };
  const rows = PERMISSIONS.map((permission) => `| \`${permission}\` | ${MATRIX[permission].what}${kindsOf(permission)} | ${HOLDERS.map((holder) => SIGNS[MATRIX[permission].scopes[holder]]).join(' | ')} |`);
  return [`| permission | to | ${HOLDERS.join(' | ')} |`, `|---|---|${HOLDERS.map(() => '---|').join('')}`, ...rows].join('\n');
}

test('the document has the matrix and the addresses as they are', async () => {
  const nothing = {} as Desk;
  const app = await buildServer(nothing, { version: '9.9.9', alerts: { tools: {} as AlertTools, wake: () => undefined }, accounts: { tools: {} as PeopleTools, url: new URL('http://127.0.0.1:4020'), terminalKey: null }, logs: {} as PublicLogs });
  const addresses = app.permittedRoutes.filter(({ method }) => method !== 'HEAD').map(({ method, url, permission }) => `| ${method} ${url} | ${permission === 'open' ? 'open to anybody' : `\`${permission}\``} |`);
  await app.close();
  const written = readFileSync(DOC, 'utf8');
  const right = between(between(written, 'matrix', matrix()), 'addresses', ['| address | permission |', '|---|---|', ...addresses].join('\n'));
  await expect(right).toMatchFileSnapshot(DOC);
});

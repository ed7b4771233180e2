import { Kysely, sql } from 'kysely';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { migrate, migrations } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { PgliteProcess } from './pglite-process.ts';
import type { Tables } from './tables.ts';
import { template } from './template.ts';
import { unpack } from './unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'airbridge-migrate-'));
let process: PgliteProcess;
let db: Kysely<Tables>;
let count = 0;

beforeAll(async () => {
  await template();
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  const home = join(folder, `database-${++count}`);
  unpack(readFileSync(await template()), home);
  process = await PgliteProcess.open(home);
  db = new Kysely<Tables>({ dialect: pgliteDialect(process) });
});
afterEach(() => process.end());

/** The known migrations and one more, made of these files. */
function withOneMore(files: Readonly<Record<string, string>>) {
  const one = join(folder, `more-${count}`, '9000-more');
  mkdirSync(one, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(one, name), content);
  return [...migrations(), ...migrations(join(one, '..'))];
}

async function columnsOf(table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns where table_name = ${table} order by 1`.execute(db);
  return rows.map((row) => row.column_name);
}

describe('a migration', () => {
  test('is applied once, with all its statements', async () => {
    const known = withOneMore({
      'up.sql': '-- a table; and its row\ncreate table extra (a integer);\ninsert into extra\n values (1);\n',
      'after.sql': '-- must be none: rows beyond the first\nselect a from extra where a > 1;\n',
    });
    expect(await migrate(db, known)).toEqual({ ok: true, value: ['9000-more'] });
    expect(await migrate(db, known)).toEqual({ ok: true, value: [] });
    expect(await columnsOf('extra')).toEqual(['a']);
  });

  test.each([
    ['before', 1],
    ['after', 2],
  ] as const)('whose assertion %s it fails is rolled back as a whole', async (when, rows) => {
    const known = withOneMore({
      'up.sql': 'create table extra (a integer);\ninsert into extra values (1), (2);\n',
      [`${when}.sql`]: `-- must be none: what we look for\n${when === 'before' ? 'select 1' : 'select a from extra'};\n`,
    });
    expect(await migrate(db, known)).toEqual({ ok: false, error: { code: 'assertion-failed', migration: '9000-more', when, claim: 'what we look for', rows } });
    expect(await columnsOf('extra')).toEqual([]);
  });

  test('that was changed after it was applied, or that this version does not know, is refused', async () => {
    const [first] = migrations();
    expect(await migrate(db, first === undefined ? [] : [{ ...first, checksum: 'another' }])).toEqual({ ok: false, error: { code: 'schema-differs', migration: first?.name } });
    expect(await migrate(db, [])).toMatchObject({ ok: false, error: { code: 'schema-differs' } });
  });

  test('leaves the schema that the table types name', async () => {
    expect(await columnsOf('balance')).toEqual(['account', 'at', 'item', 'lot', 'operation_id', 'pledge', 'units']);
    expect(await columnsOf('operation')).toEqual(['hash', 'opened', 'operation_id', 'seq']);
  });
});

describe('the one connection', () => {
  test('makes a query beside a transaction wait for its end', async () => {
    const order: string[] = [];
    const transaction = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      order.push('inside');
      await new Promise((resolve) => setTimeout(resolve, 20));
      await sql`select 2`.execute(trx);
      order.push('last inside');
    });
    const beside = sql`select 3`.execute(db).then(() => order.push('beside'));
    await Promise.all([transaction, beside]);
    expect(order).toEqual(['inside', 'last inside', 'beside']);
  });

  test('goes on after a transaction that failed', async () => {
    await expect(db.transaction().execute((trx) => sql`select nothing`.execute(trx))).rejects.toMatchObject({ code: '42703' });
    expect((await sql<{ two: number }>`select 1 + 1 as two`.execute(db)).rows).toEqual([{ two: 2 }]);
  });
});

test('a template that is cut short is not unpacked', async () => {
  const whole = readFileSync(await template());
  expect(() => unpack(whole.subarray(0, whole.length >> 1), join(folder, 'half'))).toThrow();
});

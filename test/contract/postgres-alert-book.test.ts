import { describe } from 'vitest';
import { hasServer, newDatabase, openDatabase } from '../support/postgres.ts';
import { alertBookContract } from './alert-book.ts';

describe.skipIf(!hasServer)('on a PostgreSQL server', () => {
  alertBookContract('the server store', async () => {
    const url = await newDatabase();
    const [store, other] = [await openDatabase(url), await openDatabase(url)];
    return {
      db: store.db,
      other: other.db,
      close: async () => {
        await store.close();
        await other.close();
      },
    };
  });
});

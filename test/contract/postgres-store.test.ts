import { describe } from 'vitest';
import { hasServer, newDatabase, openDatabase } from '../support/postgres.ts';
import { storeContract } from './store.ts';

describe.skipIf(!hasServer)('on a PostgreSQL server', () => {
  storeContract('the server store', async () => {
    const url = await newDatabase();
    let store = await openDatabase(url);
    return {
      store,
      async reopen() {
        await store.close();
        store = await openDatabase(url);
        return store;
      },
      close: () => store.close(),
    };
  });
});

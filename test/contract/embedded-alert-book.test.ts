import { newFolder, openHome } from '../support/folders.ts';
import { alertBookContract } from './alert-book.ts';

alertBookContract('the embedded store', async () => {
  const store = await openHome(newFolder());
  return { db: store.db, other: store.db, close: () => store.close() };
});

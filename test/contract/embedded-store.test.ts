import { newFolder, openHome } from '../support/folders.ts';
import { storeContract } from './store.ts';

storeContract('the embedded store', async () => {
  const home = newFolder();
  let store = await openHome(home);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openHome(home);
      return store;
    },
    close: () => store.close(),
  };
});

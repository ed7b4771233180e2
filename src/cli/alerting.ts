// Alerts at a server: what the routes about them work with, and the watch that runs beside them while the server serves.

import type { Chance, Courier } from '../app/alerts/courier.ts';
import { type Watching, watchAlerts } from '../app/alerts/watch.ts';
import type { Desk } from '../app/desk.ts';
import type { Accounts } from '../app/people/accounts.ts';
import { storeFailure } from '../app/store-failure.ts';
import type { Alerting, OpenFolder, World } from './world.ts';

interface AlertsHere extends Alerting {
  /** `url`: where the server listens. */
  begin(url: string): void;
  end(): Promise<void>;
}

export async function alertsAt(world: World, desk: Desk, folder: OpenFolder, accounts: Accounts | null, { courier, chance }: { readonly courier: Courier; readonly chance: Chance }): Promise<AlertsHere> {
  let watching: Watching | null = null;
  let home = accounts?.url.href ?? '';
  const tools = { courier, chance, desk, book: await folder.alerts(), clock: world.clock, people: accounts?.tools ?? null, home: () => home };
  return {
    tools,
    wake: (operation) => watching?.wake(operation),
    begin: (url) => {
      if (accounts === null) home = url;
      watching = watchAlerts(tools, (error) => world.err(`airbridge: alerts: ${storeFailure(error)?.message ?? (error instanceof Error ? error.message : String(error))}\n`));
    },
    end: async () => watching?.stop(),
  };
}

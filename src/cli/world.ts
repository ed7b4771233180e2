// What the commands need of the process that they run in. The composition root gives it; a test gives another.

import type { AlertBook } from '../app/alerts/book.ts';
import type { Chance, Courier } from '../app/alerts/courier.ts';
import type { AlertTools } from '../app/alerts/tools.ts';
import type { Desk } from '../app/desk.ts';
import type { PublicLogs } from '../app/log/public-logs.ts';
import type { Accounts } from '../app/people/accounts.ts';
import type { PeopleTools } from '../app/people/tools.ts';
import type { Archive, Clock, CountsFetcher, Printer, SheetReader, Signer, Store } from '../app/ports.ts';
import type { Result } from '../domain/result.ts';
import type { Solver } from '../planner/solver.ts';

/** What every refusal has, wherever it comes from. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The data folder, opened by this process alone; or, where DATABASE_URL names one, a database server, open to many. */
export interface OpenFolder {
  readonly store: Store & Archive;
  /** What opening it had to repair. */
  readonly notices: readonly string[];
  /** Tells other processes where the server that has the folder answers. */
  announce(url: string): void;
  /** The people kept beside the journals; `url`: the address that people type. */
  people(url: URL): Promise<PeopleTools>;
  /** What is kept of alerts beside the journals. */
  alerts(): Promise<AlertBook>;
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** What the server does about alerts; `wake` tells the watch of this process that something changed. */
export interface Alerting {
  readonly tools: AlertTools;
  readonly wake: (operation: string) => void;
}

export interface World {
  readonly version: string;
  /** The folder that Airbridge itself lies in, with data/ in it. */
  readonly checkout: string;
  /** The folder in which .airbridge lies unless another is named. */
  readonly base: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Is a person looking at it? */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  readonly printer: Printer;
  solver(): Promise<Solver>;
  /** Reads files beside whoever else is asked: for a server. */
  reader(): Promise<SheetReader>;
  /** Fetches counts from elsewhere. */
  readonly fetcher: CountsFetcher;
  openFolder(home: string): Promise<Result<OpenFolder, Refusal>>;
  /** The living process that has the folder; null: nobody. `url` is null while it does not serve. */
  holderOf(home: string): Promise<{ readonly pid: number; readonly url: string | null } | null>;
  /** The ways out of the house: webhooks, and e-mail where it is set up. */
  courier(): Promise<Result<{ readonly courier: Courier; readonly chance: Chance }, Refusal>>;
  /** `accounts` null: local mode. */
  readonly signer: Signer;
  serve(desk: Desk, where: { readonly host: string; readonly port: number }, ready: () => boolean, accounts: Accounts | null, alerts: Alerting, logs: PublicLogs): Promise<Result<Listening, Refusal>>;
  /** Is called once, when somebody asks the process to stop. */
  onStop(stop: () => void): void;
}

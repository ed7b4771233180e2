// COPY … FROM STDIN through the driver, which leaves the copying itself to whoever asks: protocol 3.0, "COPY Operations" in
// PostgreSQL's manual. For measurements only.

import type pg from 'pg';

interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Answers once the server has committed the rows. */
export function copyIn(client: pg.Client, statement: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const copying = {
      submit: (wire: Wire): void => wire.query(statement),
      handleCopyInResponse: (wire: Wire): void => {
        wire.sendCopyFromChunk(content);
        wire.endCopyFrom();
      },
      handleCommandComplete: (): void => undefined,
      handleReadyForQuery: (): void => resolve(),
      handleError: (error: Error): void => reject(error),
    };
    // The driver takes anything that can submit itself; its types know only queries that answer rows.
    client.query(copying as never);
  });
}

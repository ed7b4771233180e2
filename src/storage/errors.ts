// What can go wrong with a disk or a data folder, in plain words with the remedy. Opening answers these as values; a
// running store throws StorageError, because its port has no other way to say that the ground gave way.

export type OpenError =
  | { readonly code: 'folder-in-use'; readonly message: string; readonly remedy: string; readonly pid: number; readonly url: string | null }
  | { readonly code: 'journal-corrupt'; readonly message: string; readonly remedy: string; readonly file: string; readonly record: number; readonly offset: number }
  | { readonly code: 'journal-missing' | 'disk-full' | 'not-writable' | 'disk-failed' | 'database-unusable' | 'database-unreachable'; readonly message: string; readonly remedy: string };

export type StorageErrorCode = 'disk-full' | 'not-writable' | 'disk-failed' | 'database-unusable' | 'database-unreachable' | 'evidence-damaged' | 'unstorable' | 'closed';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  readonly remedy: string;

  constructor(code: StorageErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}

export const codeOf = (error: unknown): string | undefined => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined);

export type DiskErrorCode = 'disk-full' | 'not-writable' | 'disk-failed';

/** The operating system's complaint about a file, or PostgreSQL's about a full disk → the same in plain words. */
export function diskError(error: unknown, doing: string): { readonly code: DiskErrorCode; readonly message: string; readonly remedy: string } {
  const [code, why, remedy] = plain(codeOf(error));
  return { code, message: `${doing}: ${why} (${error instanceof Error ? error.message : String(error)}).`, remedy };
}

export function diskFailure(error: unknown, doing: string): StorageError {
  if (error instanceof StorageError) return error;
  const { code, message, remedy } = diskError(error, doing);
  return new StorageError(code, message, remedy, { cause: error });
}

function plain(code: string | undefined): readonly [DiskErrorCode, string, string] {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
    case 'disk-full':
      return ['disk-full', 'no space is left', 'Free some space on the disk that holds the data folder, then try again. What was acknowledged is safe.'];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'not-writable':
      return ['not-writable', 'the folder cannot be written', 'Give this user the right to write there, or set AIRBRIDGE_HOME to another folder.'];
    case 'ENOTDIR':
    case 'EEXIST':
      return ['not-writable', 'a file stands where a folder should be', 'Move that file away, or set AIRBRIDGE_HOME to another folder.'];
    default:
      return ['disk-failed', 'the disk refused', 'Check the disk that holds the data folder, then try again. What was acknowledged is safe.'];
  }
}

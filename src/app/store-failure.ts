// What a store throws when the ground gives way under it (a full disk, a folder that cannot be written): known by its
// shape, because the rooms above do not know which store they have. Everything else that is thrown is our own mistake.

export interface StoreFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export function storeFailure(error: unknown): StoreFailure | null {
  if (!(error instanceof Error) || !('remedy' in error) || !('code' in error)) return null;
  const { code, message, remedy } = error;
  return typeof code === 'string' && typeof remedy === 'string' ? { code, message, remedy } : null;
}

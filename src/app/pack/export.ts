// Export: the journal of an operation as a pack. What is exported imports again without loss, and exports again byte for byte.

import type { Fact } from '../../domain/facts.ts';
import { writePack, type PackFiles } from '../../standards/packs/write-pack.ts';

export const exportPack = (journal: readonly Fact[]): PackFiles => writePack(journal);

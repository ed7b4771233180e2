// Export: the journal of an operation as a pack, a folder of CSV files or one workbook. What is exported imports again
// without loss, and exports again byte for byte.

import type { Fact } from '../../domain/facts.ts';
import { writePack, type PackFiles, type PackForm } from '../../standards/packs/write-pack.ts';

export const exportPack = (journal: readonly Fact[], form: PackForm = { as: 'csv', hxl: false }): PackFiles => writePack(journal, form);

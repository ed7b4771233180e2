// A workbook that a person fills in, offline if need be, and that imports as a pack.

import type { PackFiles } from '../../standards/packs/write-pack.ts';
import { writeTemplate } from '../../standards/packs/template.ts';

/** @param known the CSV files of an operation, whose codes can then be chosen; null: an empty template. */
export const packTemplate = (known: PackFiles | null, hxl: boolean): Uint8Array => writeTemplate(known, { hxl });

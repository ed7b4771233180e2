// The sheet `operation`: one fact in several rows, a setting each. Its first row names the operation and carries what
// belongs to the fact itself.

import * as cells from '../cells.ts';
import { by, evidence, key, knownAt, may, must, recordedAt, type Sheet } from '../sheet.ts';

export const operation: Sheet = {
  name: 'operation',
  kinds: ['operation.opened'],
  meaning: 'The operation itself. The first row has the key operation and the name of the operation as value; each further row is a setting.',
  naturalKey: ['key'],
  columns: [
    must('key', cells.code, { field: 'settings.key', unit: 'code', example: 'hub', meaning: 'Which setting; see the table of settings.' }),
    must('value', cells.setting, { field: 'settings.value', unit: 'see the settings', example: 'BELGG', meaning: 'Its value; the cell may be empty where the setting may.' }),
    may('unit', cells.code, { field: 'settings.unit', unit: 'text', example: 'UN/LOCODE', meaning: "The setting's unit, as the table of settings has it. May be left empty." }),
    may('source', cells.text, { field: 'settings.source', unit: 'source ids', example: 'assumption', meaning: 'Where the value comes from.' }),
    may('note', cells.text, { field: 'settings.note', unit: 'text', example: 'the airport with the cargo halls', meaning: 'What a reader should know.' }),
    { ...knownAt, name: 'occurred_at', meaning: 'First row only: when the operation was opened, where it is not opened_at.' },
    { ...recordedAt, onDemand: true },
    by,
    { ...key, name: 'fact_key' },
    evidence,
  ],
};

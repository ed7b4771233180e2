// A shipper's sheet on its way in: as any sheet is, with the name of who sent it.

import { useCallback, useState } from 'react';
import type { IntakeAcceptedAnswer, IntakePreviewAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { client } from '../shared/client.ts';
import type { SheetFile } from './sheet-file.ts';
import { useSheet, type SheetInHand } from './use-sheet.ts';

export type { Question } from './use-sheet.ts';
export type Preview = IntakePreviewAnswer;

export interface Intake extends SheetInHand<Preview, IntakeAcceptedAnswer> {
  readonly sender: string;
  readonly nameSender: (sender: string) => void;
}

export function useIntake(operation: OperationSummary, at: string | undefined): Intake {
  const [sender, setSender] = useState('');
  const id = operation.operation;
  const from = sender === '' ? {} : { sender };
  const sheet = useSheet<Preview, IntakeAcceptedAnswer>(operation, {
    kind: ['goods', sender],
    preview: (ask, signal) => client.airlift.previewIntake(id, { ...ask, ...from }, { signal }),
    accept: (ask) => client.airlift.acceptIntake(id, { ...ask, ...from, occurredAt: at ?? operation.standsAt ?? undefined }),
  });
  const { take: takeSheet } = sheet;
  const take = useCallback((file: SheetFile | null) => {
    setSender('');
    takeSheet(file);
  }, [takeSheet]);
  return { ...sheet, take, sender, nameSender: setSender };
}

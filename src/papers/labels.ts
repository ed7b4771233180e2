// Labels as PDF: a GS1 logistic label of A6 for a pallet or crate, a half of it for a carton, by themselves or as many as an A4 sheet
// holds. What is read from two metres stands in capitals of a two-hundredth of that, 10 mm (assumption: the sight of most people in
// a lit shed). Bars are drawn at their exact width with their quiet zone. GS1 Logistic Label Guideline 1.3; General Specifications 5.12.3.

import { ok, err, type Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import { labelElements, type Label, type LabelFormat } from '../standards/documents/label.ts';
import { directionOf } from '../standards/documents/wording.ts';
import { writeDigitalLink } from '../standards/gs1/digital-link.ts';
import { writeScan } from '../standards/gs1/element-string.ts';
import { drawCartonLabel, drawPalletLabel, type Scannable } from './label-faces.ts';
import { mm, Sheets, type Unprintable } from './sheet.ts';
import { gs1128, gs1DataMatrix, qrCode } from './symbol.ts';

/** Millimetres; the last two are what one page holds. */
const FORMATS = {
  'pallet-a6': { width: 105, height: 148, across: 1, down: 1 },
  'pallet-a4': { width: 105, height: 148.5, across: 2, down: 2 },
  'carton-a7': { width: 105, height: 74, across: 1, down: 1 },
  'carton-a4': { width: 105, height: 74.25, across: 2, down: 4 },
} as const satisfies Record<LabelFormat, object>;

export interface LabelSheet {
  readonly format: LabelFormat;
  /** In the file's own title, and in its hour of creation: that of the last fact, not of printing. */
  readonly title: string;
  readonly issuedAt: Instant;
  /** Where the QR code leads: `https://airbridge.example/t`. */
  readonly linkBase: string;
}

/**
 * Draws labels, all of one language and one direction, in the order in which they are given.
 * @returns the PDF; or what is wrong with which label, all at once: then there is none
 */
export async function printLabels(labels: readonly [Label, ...(readonly Label[])], { format, title, issuedAt, linkBase }: LabelSheet): Promise<Result<Uint8Array, readonly Unprintable[]>> {
  const { language } = labels[0];
  const { width, height, across, down } = FORMATS[format];
  const sheets = new Sheets({ widthPt: mm(width * across), heightPt: mm(height * down), direction: directionOf(language) }, { title, language, issuedAt });
  const problems: Unprintable[] = labels.filter((label) => label.language !== language).map(({ sscc }) => ({ message: `label ${sscc} is in another language than the first`, remedy: 'print the labels of each language by themselves' }));
  labels.forEach((label, i) => {
    const scannable = scannableOf(label, linkBase);
    if (!scannable.ok) return void problems.push(...scannable.error);
    const place = i % (across * down);
    if (place === 0) sheets.addPage();
    const [start, top] = [(place % across) * mm(width), Math.floor(place / across) * mm(height)];
    if (across > 1) sheets.frame(start, top, mm(width), mm(height), 0.25, 'rule');
    const draw = format.startsWith('carton') ? drawCartonLabel : drawPalletLabel;
    draw(sheets, label, scannable.value, { start, top, width: mm(width), height: mm(height) });
  });
  const file = await sheets.finish();
  if (!file.ok) return err([...problems, file.error]);
  return problems.length > 0 ? err(problems) : file;
}

function scannableOf(label: Label, linkBase: string): Result<Scannable, readonly Unprintable[]> {
  const elements = labelElements(label);
  const link = elements.ok ? writeDigitalLink(linkBase, [{ ai: '00', value: label.sscc }]) : elements;
  if (!elements.ok || !link.ok) return err((link.ok ? [] : link.error).map(({ message, remedy }) => ({ message: `label ${label.sscc}: ${message}`, remedy })));
  return ok({ sscc: gs1128(`00${label.sscc}`), everything: gs1DataMatrix(writeScan(elements.value)), link: qrCode(link.value) });
}

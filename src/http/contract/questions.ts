// What each route takes, as types, from the schemas that check it. Types only: nothing of this reaches a bundle.

import type { z } from 'zod';
import type { BuildRequest, HoldersQuery, ScanRequest, StockCardQuery } from './hub.ts';
import type { DraftQuery } from './communique.ts';
import type { IntakeBody } from './intake.ts';
import type { JobRequest } from './job.ts';
import type { EvidenceBody, ReleaseRequest, SignatoryBody } from './onward.ts';
import type { FactDraft, FactDrafts, FactsQuery, FormQuery, PackBody, WhenQuery } from './operation.ts';
import type { PaperParams, PaperQuery, ReportParams, ReportQuery } from './papers.ts';
import type { PictureQuery } from './picture.ts';
import type { ApprovalRequest } from './plan.ts';

export type When = z.input<typeof WhenQuery>;
export type Facts = Partial<z.output<typeof FactsQuery>>;
export type Draft = z.input<typeof FactDraft>;
export type Drafts = z.input<typeof FactDrafts>;
export type DraftAsk = z.input<typeof DraftQuery>;
export type IntakeAsk = z.input<typeof IntakeBody>;
export type StockCardAsk = z.input<typeof StockCardQuery>;
export type HoldersAsk = z.input<typeof HoldersQuery>;
export type UnitsAsk = z.input<typeof BuildRequest>;
export type ScanAsk = z.input<typeof ScanRequest>;
export type EvidenceAsk = z.input<typeof EvidenceBody>;
export type SignatoryAsk = z.input<typeof SignatoryBody>;
export type ReleaseAsk = z.input<typeof ReleaseRequest>;
export type Pack = z.input<typeof PackBody>;
export type Form = Partial<z.output<typeof FormQuery>>;
export type PictureAsk = z.input<typeof PictureQuery>;
export type ApprovalAsk = z.input<typeof ApprovalRequest>;
export type JobKind = 'plan' | 'standing-plan' | 'frontier' | 'explanation';
export type JobAsk<K extends JobKind = JobKind> = Extract<z.input<typeof JobRequest>, { readonly kind?: K }> & { readonly kind: K };
export type PaperKind = z.output<typeof PaperParams>['kind'];
export type PaperAsk = z.input<typeof PaperQuery>;
export type ReportKind = z.output<typeof ReportParams>['kind'];
export type ReportAsk = Partial<z.output<typeof ReportQuery>>;

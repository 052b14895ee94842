import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { AllocationView, NamedActionPlan, PolicySummary } from './policies.dto.js';
import type { PolicyImport } from './policy-import.entity.js';
import { warningsOf, type DraftPolicy } from './policy-import.rules.js';
import { POLICY_TYPES, type PolicyType } from './policy.entity.js';

const WARNINGS = ['no-goals-found', 'title-missing', 'titles-proposed', 'number-repeated'] as const;

export class DraftNode {
  /** As printed; two goals may bear the same. */
  @Text({ nullable: true, max: 100 }) number: string | null;
  @Text({ nullable: true, max: 200 }) label: string | null;
  @Text({ max: 500 }) title: string;
  /** The document has no title here; this one was proposed. */
  @Flag() titleProposed: boolean;
  @Text({ nullable: true }) leadIn: string | null;
  @Text({ min: 0, max: 100_000 }) text: string;
  @Part(() => DraftNode, { array: true }) children: DraftNode[];
}

export class PolicyCorrectionInput {
  /** Of the policy as the outline gives it; each of them comes back once, dropped or not. */
  @Text({ max: 20 }) key: string;
  @Flag() dropped: boolean;
  @Text({ max: 300 }) title: string;
  @OneOf(POLICY_TYPES, 'PolicyType') type: PolicyType;
  /** Names of the levels, from the top. */
  @Text({ max: 100, array: true }) levels: string[];
  /** A year or a day, as printed: "2016", "2016-01-31". */
  @Text({ nullable: true, max: 10 }) validFrom: string | null;
  @Text({ nullable: true, max: 10 }) validTo: string | null;
  @Text({ min: 0, max: 100_000 }) summary: string;
  @Text({ min: 0, max: 100_000 }) text: string;
  @Part(() => DraftNode, { array: true }) nodes: DraftNode[];
}

export class OutlineInput {
  @Part(() => PolicyCorrectionInput, { array: true }) policies: PolicyCorrectionInput[];
}

export class PolicyImportInput {
  /** The revision one has seen; another is there: 409 `changed-meanwhile`. */
  @Whole({ min: 0 }) revision: number;
  @Part(() => OutlineInput) outline: OutlineInput;
}

export class PublishInput {
  @Whole({ min: 0 }) revision: number;
}

export class DraftWarning {
  @OneOf(WARNINGS, 'DraftWarningType') type: (typeof WARNINGS)[number];
  @Whole({ optional: true }) count?: number;
  @Text({ optional: true }) number?: string;
  @Text({ optional: true, array: true }) titles?: string[];
}

export class DraftSection {
  @Text({ nullable: true }) title: string | null;
  @Text() text: string;
}

/** With what follows along unedited. */
export class DraftPolicyView extends PolicyCorrectionInput {
  @Part(() => DraftSection, { array: true }) sections: DraftSection[];
  @Part(() => NamedActionPlan, { array: true }) namedActionPlans: NamedActionPlan[];
  @Part(() => AllocationView, { array: true }) allocations: AllocationView[];
  @Text({ nullable: true }) adoptedBy: string | null;
  @Text({ nullable: true }) adoptedOn: string | null;
  @Text({ nullable: true }) ownerUnit: string | null;
  @Part(() => DraftWarning, { array: true }) warnings: DraftWarning[];
}

export class PolicyImportSummary {
  @Id() id: string;
  /** Empty: the text was pasted. */
  @Text({ min: 0 }) fileName: string;
  @Text({ min: 0 }) title: string;
  @Text({ nullable: true }) createdBy: string | null;
  @Instant() createdAt: string;
  @Whole() policyCount: number;
  @Whole() goalCount: number;
}

export class PolicyImportPage {
  @Part(() => PolicyImportSummary, { array: true }) items: PolicyImportSummary[];
  @Text({ nullable: true }) next: string | null;
}

export class PolicyImportView {
  @Id() id: string;
  @Text({ min: 0 }) fileName: string;
  @Text({ min: 0 }) title: string;
  @Whole() revision: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) publishedAt: string | null;
  @Part(() => DraftPolicyView, { array: true }) policies: DraftPolicyView[];
}

export class PublishedPolicies {
  @Part(() => PolicySummary, { array: true }) items: PolicySummary[];
}

const mapNode = ({ number, label, title, titleProposed, leadIn, text, children }: DraftNode): DraftNode => ({
  number,
  label,
  title,
  titleProposed,
  leadIn,
  text,
  children: children.map(mapNode),
});

const mapDraftPolicy = (policy: DraftPolicy): DraftPolicyView => ({
  key: policy.key,
  dropped: policy.dropped,
  title: policy.title,
  type: policy.type,
  levels: policy.levels,
  validFrom: policy.validFrom,
  validTo: policy.validTo,
  summary: policy.summary,
  text: policy.text,
  nodes: policy.nodes.map(mapNode),
  sections: policy.sections.map(({ title, text }) => ({ title, text })),
  namedActionPlans: policy.actionPlans.map(({ title, combined }) => ({ title, combined })),
  allocations: policy.allocations.map(({ label, amount, currency, years }) => ({
    label,
    amount,
    currency,
    years,
  })),
  adoptedBy: policy.adoptedBy,
  adoptedOn: policy.adoptedOn,
  ownerUnit: policy.owner?.unit ?? null,
  warnings: warningsOf(policy),
});

export const mapPolicyImport = (draft: PolicyImport): PolicyImportView => ({
  id: draft.id,
  fileName: draft.fileName,
  title: draft.outline.title,
  revision: draft.revision,
  createdAt: draft.createdAt.toISOString(),
  publishedAt: draft.publishedAt?.toISOString() ?? null,
  policies: draft.outline.policies.map(mapDraftPolicy),
});

/** An import as the list's query gives it: the outline itself stays in the database. */
export type PolicyImportRow = Omit<PolicyImportSummary, 'createdAt'> & { createdAt: Date };

export const mapPolicyImportSummary = (row: PolicyImportRow): PolicyImportSummary => ({
  id: row.id,
  fileName: row.fileName,
  title: row.title,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  policyCount: row.policyCount,
  goalCount: row.goalCount,
});

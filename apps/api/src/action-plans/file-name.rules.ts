import type { PlanDocument } from '@medvind/plan-document';
import { slugOf } from '../policies/policy.rules.js';
import type { ExportFormat } from './plan-export.entity.js';

type NamedDocument = { frontPage: Pick<PlanDocument['frontPage'], 'planTitle' | 'policyTitle' | 'year'> };

/** As a person would name the file: "Handleplan 2027 – Politik for fællesskaber.docx". */
export function fileNameOf({ frontPage }: NamedDocument, format: ExportFormat): string {
  const { planTitle, policyTitle, year } = frontPage;
  const title = planTitle.includes(String(year)) ? planTitle : `${planTitle} ${year}`;
  const name = planTitle.includes(policyTitle) ? title : `${title} – ${policyTitle}`;
  // Characters that one file system or another refuses, or that would be a folder or a second header.
  const allowed = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${allowed.slice(0, 120).trim()}.${format}`;
}

/** Both forms of the name (RFC 6266): plain letters for old programs, UTF-8 for the others. */
export function contentDisposition(fileName: string): string {
  const [, stem = 'plan', extension = ''] = /^(.*)(\.\w+)$/s.exec(fileName) ?? [];
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${slugOf(stem)}${extension}"; filename*=UTF-8''${encoded}`;
}

import type { Language, Role } from '@medvind/contracts';

/** Stands in for the generated contract until it has these paths; shaped like openapi-typescript's output. */
interface Answer<Body> {
  200: { content: { 'application/json': Body } };
}
interface Parameters<Path> {
  query?: never;
  header?: never;
  path: Path;
  cookie?: never;
}
interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}
interface Operation<Body, Sent = null> {
  parameters: NoParameters;
  requestBody: Sent extends null ? undefined : { content: { 'application/json': Sent } };
  responses: Answer<Body>;
}
interface Get<Body, Given = NoParameters> {
  parameters: Given;
  get: { parameters: Given; requestBody?: never; responses: Answer<Body> };
}

export interface Session {
  person: { id: string; name: string; email: string; language: Language } | null;
  memberships: { municipality: string; roles: Role[] }[];
}
export interface MunicipalitySummary {
  id: string;
  slug: string;
  name: string;
  language: 'da' | 'sv';
  theme: string;
}
export interface Municipality extends MunicipalitySummary {
  ladder: { key: string; name: string; promise: string }[];
  commentEditMinutes: number;
  accessibilityStatementUrl: string | null;
  contact: { unit?: string; email: string; phone: string; address: string; conductUrl?: string };
  visionTitle?: string;
  visionText?: string;
  can: { moderate: boolean; staff: boolean; administer: boolean };
}
export interface PolicySummary {
  id: string;
  slug: string;
  title: string;
  summary: string;
  type: string;
  language?: string;
}

export interface paths {
  '/api/session': Get<Session> & {
    post: Operation<Session, { email: string; password: string }>;
    delete: Operation<undefined>;
  };
  '/api/session/language': { parameters: NoParameters; put: Operation<undefined, { language: Language }> };
  '/api/people': {
    parameters: NoParameters;
    post: Operation<
      Session,
      { name: string; email: string; password: string; municipality: string; language: Language }
    >;
  };
  '/api/municipalities': Get<{ items: MunicipalitySummary[] }>;
  '/api/municipalities/{municipality}': Get<Municipality, Parameters<{ municipality: string }>>;
  '/api/municipalities/{municipality}/policies': Get<
    { items: PolicySummary[]; next: string | null },
    Parameters<{ municipality: string }>
  >;
}

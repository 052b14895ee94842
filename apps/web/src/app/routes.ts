/** Every page: its address and its file (`pageFile`). The most telling pattern wins, not the first. */
export const routes = [
  { path: '/', page: 'municipalities/choose' },
  { path: '/:municipality', page: 'pages/front' },
  { path: '/:municipality/about', page: 'municipalities/about' },
  { path: '/:municipality/sign-in', page: 'identity/sign-in' },
  { path: '/:municipality/join', page: 'identity/join' },
  { path: '/:municipality/forgotten-password', page: 'identity/forgotten-password' },
  { path: '/:municipality/new-password', page: 'identity/new-password' },
  { path: '/:municipality/policies', page: 'policies/policies' },
  { path: '/:municipality/policies/:policySlug', page: 'pages/policy' },
  { path: '/:municipality/goals/:goalId', page: 'pages/goal' },
  { path: '/:municipality/staff/policies', page: 'policies/staff-policies' },
  { path: '/:municipality/staff/policies/imports/:importId', page: 'policies/import' },
  { path: '/:municipality/initiatives', page: 'initiatives/initiatives' },
  { path: '/:municipality/initiatives/:initiativeId', page: 'pages/initiative' },
  { path: '/:municipality/goals/:goalId/propose', page: 'initiatives/propose' },
  { path: '/:municipality/admin/rule', page: 'initiatives/rule' },
  { path: '/:municipality/moderation', page: 'moderation/queue' },
  { path: '/:municipality/moderation/log', page: 'moderation/log' },
  { path: '/:municipality/notifications', page: 'notifications/notifications' },
  { path: '/:municipality/notifications/following', page: 'notifications/following' },
  { path: '/:municipality/unsubscribe', page: 'notifications/unsubscribe' },
  { path: '/:municipality/admin/outbox', page: 'notifications/outbox' },
  { path: '/:municipality/plans/:planId', page: 'pages/plan' },
  { path: '/:municipality/staff/plans', page: 'action-plans/staff-plans' },
  { path: '/:municipality/staff/plans/:planId', page: 'action-plans/staff-plan' },
  { path: '/:municipality/staff/plans/:planId/actions/:actionId', page: 'action-plans/staff-action' },
  { path: '/:municipality/processes', page: 'involvement/processes' },
  { path: '/:municipality/processes/:processId', page: 'pages/process' },
  { path: '/:municipality/staff/inbox', page: 'involvement/inbox' },
  { path: '/:municipality/staff/processes', page: 'involvement/staff-processes' },
  { path: '/:municipality/staff/processes/new', page: 'involvement/new-process' },
  { path: '/:municipality/staff/processes/:processId', page: 'involvement/staff-process' },
  { path: '/:municipality/me', page: 'pages/me' },
  { path: '/:municipality/search', page: 'search/search' },
  { path: '/:municipality/accessibility', page: 'municipalities/accessibility' },
  { path: '/:municipality/admin', page: 'municipalities/admin' },
  { path: '/:municipality/admin/people', page: 'identity/people' },
  { path: '/:municipality/admin/units', page: 'municipalities/units' },
  { path: '/:municipality/admin/settings', page: 'municipalities/settings' },
] as const satisfies { path: string; page: string }[];

export type Route = (typeof routes)[number];

/** A page's file below `src`: a feature's own, or in `app/pages` where it composes several features. */
export const pageFile = (page: string): string =>
  page.startsWith('pages/') ? `app/${page}.page.tsx` : `features/${page}.page.tsx`;

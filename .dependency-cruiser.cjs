const order = [
  'platform',
  'municipalities',
  'identity',
  'policies',
  'discussions',
  'ballots',
  'initiatives',
  'involvement',
  'votes',
  'action-plans',
  'moderation',
  'redress',
  'notifications',
  'insights',
  'demonstration',
];

/** Each feature of the API may import itself and what stands below it. */
const directions = order.slice(0, -1).map((feature, index) => ({
  name: `${feature}-imports-only-below`,
  severity: 'error',
  from: { path: `^apps/api/src/${feature}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^apps/api/src/(${order.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(?!platform/)' },
    },
    {
      name: 'pure-libraries-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src' },
      to: { path: '^(apps|libs)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'web-uses-the-client-and-contracts-only',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(apps/api|libs/(?!api-client|contracts|personal-data))' },
    },
    {
      name: 'web-features-do-not-import-one-another',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/(?!$1/)' },
    },
    {
      name: 'web-shared-does-not-import-features',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib|i18n)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-features-do-not-import-the-app',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      // Journeys press buttons by their names, and those are the web's messages.
      name: 'journeys-use-the-client-and-the-messages-only',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(apps|libs/(?!api-client))', pathNot: '^apps/web/src/i18n/' },
    },
    {
      name: 'what-is-imported-is-declared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'what-is-imported-exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|\\.tmp)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/\\.tmp/', '/\\.nx/'],
  transformIgnorePatterns: ['/node_modules/'],
};

/** Three projects: pure code, the services on a real PostgreSQL, and the journeys in a real browser. */
export default {
  // Long enough for a busy machine; what hangs is still found. Of a single project Jest does not hear it.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/tools/test-sequencer.mjs',
  // A module that ran in a context of its own is not let go of: a hundred files fill a process.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: [
        '<rootDir>/libs/**/*.spec.ts?(x)',
        '<rootDir>/apps/web/**/*.spec.ts?(x)',
        '<rootDir>/apps/api/src/**/*.rules.spec.ts',
        '<rootDir>/apps/api/src/**/*.access.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'services',
      testMatch: ['<rootDir>/apps/api/src/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.rules\\.spec\\.ts$', '\\.access\\.spec\\.ts$'],
      globalSetup: '<rootDir>/apps/api/test/cluster.setup.mjs',
      globalTeardown: '<rootDir>/apps/api/test/cluster.teardown.mjs',
    },
    {
      ...shared,
      displayName: 'journeys',
      testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/e2e/support/server.setup.mjs',
      globalTeardown: '<rootDir>/e2e/support/server.teardown.mjs',
    },
  ],
};

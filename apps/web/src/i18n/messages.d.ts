import 'i18next';

// One line per feature: with it, a key that does not exist fails the type check. Danish leads; a test compares the rest.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    returnNull: false;
    resources: {
      app: typeof import('./da/app.json', { with: { type: 'json' } });
      identity: typeof import('./da/identity.json', { with: { type: 'json' } });
      municipalities: typeof import('./da/municipalities.json', { with: { type: 'json' } });
    };
  }
}

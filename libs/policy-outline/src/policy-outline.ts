export * from './outline.types.js';

export * from './plan-document.model.js';

export { inNumberOrder } from './action.order.js';
export * from './plan-document.model.js';
export { planWords, type PlanWords } from './plan-document.words.js';
export { moneyOverview, type MoneyOverview, type MoneySum } from './money.overview.js';
export { writeCsv } from './csv.writer.js';
export { writeXlsx } from './xlsx.writer.js';
export { writeDocx } from './docx.writer.js';
export * from './council-document.model.js';
export { writeCouncilDocx } from './council.docx.js';

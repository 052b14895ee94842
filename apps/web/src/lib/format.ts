import { useI18n } from '../i18n/i18n.js';
import {
  formatAgo,
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  type DateStyle,
  type Moment,
} from './intl.js';

/** Numbers, dates and lists as the reader's language writes them. */
export function useFormat() {
  const { language } = useI18n();
  return {
    language,
    number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(language, value, options),
    percent: (share: number) => formatPercent(language, share),
    date: (value: Moment, style?: DateStyle) => formatDate(language, value, style),
    ago: (value: Moment) => formatAgo(language, value),
    list: (items: string[], last?: 'and' | 'or') => formatList(language, items, last),
  };
}

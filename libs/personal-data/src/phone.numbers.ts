interface Phone {
  kind: 'phone';
  start: number;
  end: number;
}

/** With the country's number before it: +45 and eight digits, +46 and seven to nine. */
const ABROAD =
  /(?<![\p{L}\p{N}])(?:\+|00) ?(?:45[ -]?[2-9]\d(?:[ -]?\d){6}|46[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){6,8})(?![\p{L}\p{N}])/gu;
/** Danish: eight digits together, in twos, in fours, or 2-3-3. */
const DANISH =
  /(?<![\p{L}\p{N}_/=#+]|\p{N}[ ,.:/–-])(?:[2-9]\d{7}|[2-9]\d(?: \d{2}){3}|[2-9]\d(?:-\d{2}){3}|[2-9]\d{3} \d{4}|[2-9]\d \d{3} \d{3})(?![\p{L}\p{N}_]|[,.:/–-]\p{N}| \p{N})/gu;
/** Swedish: the area's number and a dash or a space, or a mobile number in any grouping. */
const SWEDISH =
  /(?<![\p{L}\p{N}_/=#+]|\p{N}[ ,.:/–-])(?:07[02369](?:[ -]?\d){7}|0[1-9]\d{0,2}(?: ?[-–/] ?|[ ])\d{2,3}(?: ?\d{2,3}){1,2})(?![\p{L}\p{N}_]|[,.:/–-]\p{N}| \p{N})/gu;

/** Words before a number that say it is of something else. */
const OF_SOMETHING =
  /(?:cvr|ean|sags?|journal|j\.?|dnr|dok|diarie|faktura|konto|ref|ordre|matrikel|bilag|artikel|org)[\p{L}.-]*[\s:#–-]*(?:nr|nummer|no)?[.\s:#–-]*$/iu;
const MONEY_BEFORE = /(?:kr\.?|dkk|sek|€|\$|eur)\s?$/iu;
const MONEY_AFTER = /^\s?(?:,-|:-|kr|dkk|sek|€|eur|mio|mia|mn|mdr|tkr|milj|%|m2|m²|m3|km|ton)/iu;

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** "20261123", "23112026": a day and no telephone; "2015 2018": two years. */
function isDate(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  const [first, last] = [digits.slice(0, 4), digits.slice(4)];
  if (isYear(first) && isYear(last)) return true;
  const day = (month: string, of: string) => Number(month) <= 12 && Number(of) <= 31;
  return (
    /^\d{8}$/.test(written) &&
    ((isYear(first) && day(last.slice(0, 2), last.slice(2))) ||
      (isYear(last) && day(first.slice(2), first.slice(0, 2))))
  );
}

export function phonesIn(text: string): Phone[] {
  const certain = [...text.matchAll(ABROAD)];
  const likely = [...text.matchAll(SWEDISH), ...text.matchAll(DANISH)].filter((match) => {
    const [written] = match;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + written.length, match.index + written.length + 8);
    const digits = written.replace(/\D/g, '').length;
    return (
      digits >= 8 &&
      digits <= 11 &&
      !OF_SOMETHING.test(before) &&
      !MONEY_BEFORE.test(before) &&
      !MONEY_AFTER.test(after) &&
      !isDate(written)
    );
  });
  return [...certain, ...likely].map((match) => ({
    kind: 'phone',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

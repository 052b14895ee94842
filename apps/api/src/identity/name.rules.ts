/** Names nobody may take: whoever reads them would believe that the municipality speaks. */
const RESERVED =
  /^(admin(istrator|istratör)?|moderator(en)?|medvind|kommunen?|staden|byrådet|borgmester(en)?|kommunstyrelsen|system(et)?|support)$/;

/** What people write to look like someone else: letters of other scripts, digits for letters, spaces between. */
const LOOKALIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  і: 'i',
  м: 'm',
  т: 't',
  к: 'k',
  н: 'n',
  в: 'v',
  α: 'a',
  ο: 'o',
  ι: 'i',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  κ: 'k',
};

const skeleton = (name: string) =>
  [...name.normalize('NFKC').toLowerCase()]
    .map((letter) => LOOKALIKE[letter] ?? letter)
    .filter((letter) => /\p{L}/u.test(letter))
    .join('');

/** Whether a name could be taken for an official one. */
export const isReservedName = (name: string): boolean => RESERVED.test(skeleton(name));

/** Control and direction marks have no place in a name and can turn the line it stands in around. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

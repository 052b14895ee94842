import { describe, expect, it } from '@jest/globals';
import { isReservedName, tidyName } from './name.rules.js';

describe('names', () => {
  it.each(['Moderator', 'm o d e r a t o r', 'M0derator', 'Мoderator', 'ADMIN', 'Kommunen'])(
    'does not let a resident call themselves "%s"',
    (name) => expect(isReservedName(name)).toBe(true),
  );

  it.each(['Mads Moderatorsen', 'Åse Kommunelund', 'Ali', 'Björn Ö'])(
    'lets a resident be called "%s"',
    (name) => expect(isReservedName(name)).toBe(false),
  );

  it('takes marks that turn the line around out of a name', () => {
    expect(tidyName('Ida\u202E  \u0007Holm ')).toBe('Ida Holm');
  });
});

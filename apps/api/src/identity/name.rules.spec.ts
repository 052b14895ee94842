import { describe, expect, it } from '@jest/globals';
import { skeletonOf } from './name.confusables.js';
import { getNameFaults, tidyName } from './name.rules.js';

const HELSINGOR = {
  municipality: 'Helsingør Kommune',
  bodies: ['Byrådet', 'Center for Kultur og Turisme', 'Park'],
  people: ['Mette Lind', 'Bo Ørsted'],
};
const HELSINGBORG = { municipality: 'Helsingborgs stad', bodies: [], people: [] };
const faults = (name: string) => getNameFaults(name, HELSINGOR);

describe('a resident does not sound official', () => {
  it.each([
    'Moderator',
    'm o d e r a t o r',
    'M.o.d.e.r.a.t.o.r',
    'Ida m o d e r a t o r',
    'M0derator',
    'Moderat0r2',
    'Мoderator',
    'Моdеrаtоr',
    'МОDЕRАТОR',
    'ΜΟDΕRΑΤΟR',
    'Ｍｏｄｅｒａｔｏｒ',
    '𝓜𝓸𝓭𝓮𝓻𝓪𝓽𝓸𝓻',
    '𝗠𝗼𝗱𝗲𝗿𝗮𝘁𝗼𝗿',
    'ⓜⓞⓓⓔⓡⓐⓣⓞⓡ',
    'ᴍᴏᴅᴇʀᴀᴛᴏʀ',
    'Mod\u200Berator',
    'Mod\u00ADerator',
    'Mod\u2060era\uFE0Ftor',
    'Mod\u3164erator',
    'Mo\u0301de\u0300rator',
    'Möđeràtør',
    'Rnoderator',
    'ADMIN',
    'Adrnin',
    'Kommunen',
    'Ida fra Kommunen',
    'Ida (moderator)',
    'Ida – Verificeret',
    'Officiel Ida',
    'OFFICIEI',
    'Offlcie1',
    'IdaModerator',
    'Kommunemoderator',
    'Staden',
    'Stads moderatorn',
    'Verifierad Ida',
    'Bo, sagsbehandler',
    'Byrådet',
    'Byradet',
  ])('"%s"', (name) => expect(faults(name)).toContain('reserved-name'));

  it.each([
    'Helsingør Kommune',
    'Helsingor',
    'Hеlsingør',
    'Ida, Center for Kultur og Turisme',
    'Center for Kultur & Turisme',
  ])('as "%s", where it is the place or one of its units', (name) =>
    expect(faults(name.replace('&', 'og'))).toContain('reserved-name'),
  );

  it('as the city beyond the Sound, there', () => {
    for (const name of ['Helsingborgs stad', 'Helsingborg', 'Helsingborgs', 'Heisingborg'])
      expect(getNameFaults(name, HELSINGBORG)).toContain('reserved-name');
  });
});

describe('a resident does not bear the name of someone with a badge', () => {
  it.each(['Mette Lind', 'mette  lind', 'Mette Iind', 'МеttеLind', 'Mette-Lind', 'Bo Orsted', 'Bo Ørstеd'])(
    '"%s"',
    (name) => expect(faults(name)).toEqual(['reserved-name']),
  );
});

describe('a name has no signs', () => {
  it.each([
    'Ida ✓',
    'Ida ✔️',
    'Ida ☑',
    '🛡 Ida',
    'Ida ✅',
    'Ida 🏛️',
    'Ida ★',
    'Ida √',
    'Ida ®',
    '1️⃣ Ida',
    'Ida 🇩🇰',
    'I̵̡̛d̷̢a',
    'Ida ⠀',
  ])('"%s"', (name) => expect(faults(name)).toContain('name-with-symbols'));
});

describe('a resident can be called', () => {
  it.each([
    'Mads Moderatorsen',
    'Åse Kommunelund',
    'Ali',
    'Björn Ö',
    'Mette Lindholm',
    'Anne-Marie O’Brien',
    "Siobhán O'Neill",
    'Þór Ægisson',
    'Łukasz Żółć',
    'Иван Петров',
    'Γιώργος Παπαδόπουλος',
    'محمد علي',
    '李小龍',
    'Nguyễn Thị Hồng',
    'Jens J. Jensen 2.',
    'Erik Park',
    'Ida 1-mf3-0',
    'Karl Stadig',
    'Lars Rådberg',
    '<img src=x onerror=alert(1)>',
  ])('"%s"', (name) => expect(faults(name)).toEqual([]));
});

describe('a name as it is kept', () => {
  it('has no marks that turn the line around', () => {
    expect(tidyName('Ida\u202E  \u0007Holm ')).toBe('Ida Holm');
  });

  it('has nothing that cannot be seen', () => {
    expect(tidyName('Ida\u200B\u3164\uFE0F Holm\u{E0041}')).toBe('Ida Holm');
  });
});

describe('a skeleton', () => {
  it('is the same for what looks the same, and only for that', () => {
    expect(skeletonOf('Ιda Ноlm')).toBe(skeletonOf('lda Holm'));
    expect(skeletonOf('Ida Holm')).not.toBe(skeletonOf('Ida Holt'));
  });
});

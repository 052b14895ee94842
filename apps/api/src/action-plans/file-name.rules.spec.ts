import { describe, expect, it } from '@jest/globals';
import { contentDisposition, fileNameOf } from './file-name.rules.js';

const named = (planTitle: string, policyTitle = 'Politik for fællesskaber', year = 2027) =>
  fileNameOf({ frontPage: { planTitle, policyTitle, year } }, 'docx');

describe('the name of a file', () => {
  it('says the plan, its policy and its year, each once', () => {
    expect(named('Handleplan 2027')).toBe('Handleplan 2027 – Politik for fællesskaber.docx');
    expect(named('Handleplan')).toBe('Handleplan 2027 – Politik for fællesskaber.docx');
    expect(named('Politik for fællesskaber: plan 2027')).toBe('Politik for fællesskaber plan 2027.docx');
  });

  it('is one every system takes', () => {
    expect(named('../..\\Plan: "A/B" 2027?\u0000')).toBe(
      '.. .. Plan A B 2027 – Politik for fællesskaber.docx',
    );
    expect(named('x'.repeat(300)).length).toBeLessThan(130);
  });

  it('is there in plain letters and in its own', () => {
    expect(contentDisposition('Handleplan 2027 – Børn & unge.docx')).toBe(
      `attachment; filename="handleplan-2027-boern-unge.docx"; filename*=UTF-8''Handleplan%202027%20%E2%80%93%20B%C3%B8rn%20%26%20unge.docx`,
    );
  });

  it('cannot end the header or begin another', () => {
    const header = contentDisposition(`a"; filename=evil.exe\r\nSet-Cookie: x=1'(*).csv`);
    expect(header).toBe(
      `attachment; filename="a-filename-evil-exe-set-cookie-x-1.csv"; filename*=UTF-8''a%22%3B%20filename%3Devil.exe%0D%0ASet-Cookie%3A%20x%3D1%27%28%2A%29.csv`,
    );
  });
});

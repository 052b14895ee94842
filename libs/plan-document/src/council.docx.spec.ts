import { describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { CouncilDocument } from './council-document.model.js';
import { writeCouncilDocx } from './council.docx.js';

const document: CouncilDocument = {
  language: 'da',
  municipality: 'Byen Kommune',
  kind: 'Borgerforslag F-12',
  title: 'Flere bænke',
  themeColour: '#0b4f6c',
  caseNumber: '26/1234',
  facts: [{ label: 'Sagsnr.', value: '26/1234' }],
  parts: [
    {
      title: 'Forslaget',
      blocks: [
        {
          kind: 'text',
          blocks: [
            {
              type: 'paragraph',
              parts: [
                { text: 'Mange vil ' },
                { text: 'sidde', bold: true },
                { text: ', som ' },
                { text: 'her', href: 'https://by.example/her' },
              ],
            },
            {
              type: 'list',
              start: 3,
              blocks: [
                {
                  type: 'item',
                  blocks: [
                    { type: 'paragraph', parts: [{ text: 'Havnen' }] },
                    {
                      type: 'list',
                      blocks: [{ type: 'item', blocks: [{ type: 'paragraph', parts: [{ text: 'Molen' }] }] }],
                    },
                  ],
                },
                { type: 'item', blocks: [{ type: 'paragraph', parts: [{ text: 'Torvet' }] }] },
              ],
            },
          ],
        },
      ],
    },
    {
      title: 'Støtte',
      blocks: [
        {
          kind: 'table',
          description: 'Støtte efter kanal',
          head: ['Kanal', 'Antal'],
          numeric: [1],
          rows: [['Digitalt', '12']],
        },
        {
          kind: 'quote',
          blocks: [{ type: 'paragraph', parts: [{ text: 'Godt.' }] }],
          source: 'K-3',
          url: 'https://by.example/x',
        },
        { kind: 'note', text: 'Ingen.' },
      ],
    },
  ],
};

describe('a case for the council', () => {
  it('is read with its front page, its parts as headings, and its tables as tables', async () => {
    const file = await writeCouncilDocx(document);
    const { value } = await mammoth.convertToHtml({ buffer: file });
    expect(value).toContain('<h1>Forslaget</h1>');
    expect(value).toContain('Sagsnr.');
    expect(value).toMatch(/<table>.*Digitalt.*12.*<\/table>/s);
    expect(value).toContain('href="https://by.example/x"');
  });

  it('prints bold, lists and links as what they are', async () => {
    const file = await writeCouncilDocx(document);
    const { value } = await mammoth.convertToHtml({ buffer: file });
    expect(value).toContain(
      '<p>Mange vil <strong>sidde</strong>, som <a href="https://by.example/her">her</a></p>',
    );
    expect(value).toContain('<ol><li>Havnen<ul><li>Molen</li></ul></li><li>Torvet</li></ol>');
    const numbering = await (await JSZip.loadAsync(file)).file('word/numbering.xml')!.async('string');
    expect(numbering).toMatch(/<w:start w:val="3"\/>/);
  });

  it('says its language, its title and its case number', async () => {
    const zip = await JSZip.loadAsync(await writeCouncilDocx({ ...document, language: 'sv' }));
    const part = (name: string) => zip.file(name)!.async('string');
    expect(await part('word/styles.xml')).toContain('sv-SE');
    expect(await part('docProps/core.xml')).toContain('Borgerforslag F-12: Flere bænke');
    expect(await part('word/footer1.xml')).toContain('26/1234');
  });

  it('holds no character Word would refuse the file for', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: await writeCouncilDocx({ ...document, title: 'Flere\u0007 bænke' }),
    });
    expect(value).toContain('Flere bænke');
  });
});

import type { Schema } from '@medvind/api-client';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../../lib/api-problem.js';
import { OutlineDraft, type Save } from './outline-draft.js';

const view = (revision: number, title = 'Havnepolitik'): Schema<'PolicyImportView'> => ({
  id: '',
  fileName: '',
  title,
  revision,
  createdAt: '',
  publishedAt: null,
  policies: [
    {
      key: '1',
      dropped: false,
      title,
      type: 'policy',
      levels: ['Mål'],
      validFrom: null,
      validTo: null,
      summary: '',
      text: '',
      nodes: [
        {
          number: null,
          label: null,
          title: 'Flere bænke',
          titleProposed: true,
          leadIn: null,
          text: '',
          children: [],
        },
      ],
      sections: [],
      namedActionPlans: [],
      allocations: [],
      adoptedBy: null,
      adoptedOn: null,
      ownerUnit: null,
      warnings: [],
    },
  ],
});

/** A server that answers when told to. */
function aServer() {
  const asked: {
    input: Parameters<Save>[0];
    answer: (view: Schema<'PolicyImportView'>) => void;
    refuse: (problem: ApiProblem) => void;
  }[] = [];
  const save: Save = (input) => new Promise((answer, refuse) => asked.push({ input, answer, refuse }));
  return { asked, save };
}

const titled = (draft: OutlineDraft, title: string) => draft.changePolicy('1', () => ({ title }));

describe('an outline while it is edited', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is saved when the fingers rest, once', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(3), save);
    for (const title of ['H', 'Ha', 'Hav']) titled(draft, title);
    expect(draft.state.status).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ input }) => [input.revision, input.outline.policies[0]!.title])).toEqual([
      [3, 'Hav'],
    ]);
    asked[0]!.answer(view(4, 'Hav'));
    await jest.advanceTimersByTimeAsync(0);
    expect([draft.state.status, draft.savedRevision]).toEqual(['saved', 4]);
  });

  it('saves what was typed during a save with the revision that save made', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(0), save);
    titled(draft, 'En');
    await jest.advanceTimersByTimeAsync(1000);
    titled(draft, 'To');
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    asked[0]!.answer(view(1));
    await jest.advanceTimersByTimeAsync(2000);
    expect(asked[1]!.input).toMatchObject({ revision: 1, outline: { policies: [{ title: 'To' }] } });
  });

  it('goes back step by step, and saves that too', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(0), save);
    titled(draft, 'En');
    draft.changePolicy('1', () => ({ nodes: [] }));
    draft.undo();
    expect(draft.state.policies[0]).toMatchObject({ title: 'En', nodes: [{ title: 'Flere bænke' }] });
    draft.undo();
    expect([draft.state.policies[0]!.title, draft.state.canUndo]).toEqual(['Havnepolitik', false]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked[0]!.input.outline.policies[0]!.title).toBe('Havnepolitik');
  });

  it('says when somebody else saved, and keeps one’s own version for one to choose', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(0), save);
    titled(draft, 'Min');
    await jest.advanceTimersByTimeAsync(1000);
    asked[0]!.refuse(new ApiProblem({ code: 'changed-meanwhile', status: 409, details: { revision: 7 } }));
    await jest.advanceTimersByTimeAsync(0);
    expect([draft.state.status, draft.state.policies[0]!.title]).toEqual(['overtaken', 'Min']);
    titled(draft, 'Stadig min');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(1);
    void draft.keepMine();
    await jest.advanceTimersByTimeAsync(0);
    expect(asked[1]!.input).toMatchObject({ revision: 7, outline: { policies: [{ title: 'Stadig min' }] } });
  });

  it('is tried again when the server cannot be reached, and not when something must be mended', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(0), save);
    titled(draft, '');
    await jest.advanceTimersByTimeAsync(1000);
    asked[0]!.refuse(new ApiProblem({ code: 'unavailable', status: 0 }));
    await jest.advanceTimersByTimeAsync(0);
    expect(draft.state.status).toBe('unreachable');
    await jest.advanceTimersByTimeAsync(5000);
    asked[1]!.refuse(
      new ApiProblem({
        code: 'invalid-input',
        status: 422,
        details: { fields: [{ field: 'outline.policies.0.title', code: 'required' }] },
      }),
    );
    await jest.advanceTimersByTimeAsync(60_000);
    expect([draft.state.status, asked.length]).toEqual(['refused', 2]);
  });

  it('is all saved before it is published', async () => {
    const { asked, save } = aServer();
    const draft = new OutlineDraft(view(0), save);
    titled(draft, 'En');
    await jest.advanceTimersByTimeAsync(1000);
    titled(draft, 'To');
    const flushed = draft.flush();
    asked[0]!.answer(view(1));
    await jest.advanceTimersByTimeAsync(0);
    asked[1]!.answer(view(2));
    await expect(flushed).resolves.toBe(true);
    expect([asked.length, draft.savedRevision]).toEqual([2, 2]);
  });
});

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from './api-problem.js';
import { entering, type AskToEnter } from './entry.js';
import { FormStore, missing, tooLong } from './form-store.js';

const refused = () => new ApiProblem({ code: 'not-signed-in', status: 401 });
const faulty = () =>
  new ApiProblem({
    code: 'invalid-input',
    status: 422,
    details: {
      fields: [
        { field: 'title', code: 'required' },
        { field: 'text', code: 'too-long', limits: { max: 4000 } },
      ],
    },
  });

const straight = entering(async () => false);
const formOf = (submit: (values: { title: string; text: string }) => Promise<unknown>, draft?: string) =>
  new FormStore({ initial: { title: '', text: '' }, submit, draft });

class MemoryStorage {
  private readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

beforeEach(() => {
  Object.assign(globalThis, { sessionStorage: new MemoryStorage() });
});

describe('a form', () => {
  it('holds the API’s faults at their fields, and drops one when its field is touched', async () => {
    const form = formOf(() => Promise.reject(faulty()));
    form.set('text', 'kept');
    await form.send(straight);
    expect(form.state.problem?.fields.map(({ field }) => field)).toEqual(['title', 'text']);
    expect(form.state).toMatchObject({ attempt: 1, busy: false, values: { text: 'kept' } });
    form.set('title', 'A');
    expect(form.state.problem?.fields.map(({ field }) => field)).toEqual(['text']);
    form.set('text', 'B');
    expect(form.state.problem).toBeUndefined();
  });

  it('shows a refusal without fields until the next attempt', async () => {
    const form = formOf(() => Promise.reject(new ApiProblem({ code: 'thread-locked', status: 409 })));
    await form.send(straight);
    form.set('title', 'A');
    expect(form.state.problem?.code).toBe('thread-locked');
  });

  it('says what is longer than it may be, where there is a limit, in letters as people count them', () => {
    const values = { title: 'Å 🚲🚲' };
    expect(tooLong(values, 'title', 3)).toEqual([{ field: 'title', code: 'too-long', limits: { max: 3 } }]);
    expect(tooLong(values, 'title', 4)).toEqual([]);
    expect(tooLong(values, 'title')).toEqual([]);
  });

  it('says what can be seen to be missing before it asks anybody to sign in', async () => {
    const submit = jest.fn(() => Promise.reject(refused()));
    const ask = jest.fn<AskToEnter>(async () => false);
    const form = new FormStore({
      initial: { title: ' ', text: '' },
      check: (values) => missing(values, 'title'),
      submit,
    });
    await form.send(entering(ask));
    expect(form.state.problem?.fields).toEqual([{ field: 'title', code: 'required' }]);
    expect(form.state).toMatchObject({ attempt: 1, busy: false });
    expect(submit).not.toHaveBeenCalled();
    form.set('title', 'A');
    await form.send(entering(ask));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['Before', 'After', 'Before After'],
    ['Before', 'Before and after', 'Before and after'],
    ['Before and after', 'after', 'Before and after'],
  ])('joins %p that was kept and %p that was typed before it was back', (kept, typed, both) => {
    formOf(async () => undefined, 'key').set('text', kept);
    const woken = formOf(async () => undefined, 'key');
    woken.set('text', typed);
    expect(woken.state.values.text).toBe(both);
    const again = formOf(async () => undefined, 'key');
    again.restore();
    expect(again.state.values.text).toBe(both);
  });

  it('sends once, however often it is pressed', async () => {
    const submit = jest.fn(async () => undefined);
    const form = formOf(submit);
    await Promise.all([form.send(straight), form.send(straight)]);
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it('asks to sign in and sends the same again', async () => {
    const submit = jest
      .fn(async (values: { title: string }) => values.title)
      .mockRejectedValueOnce(refused());
    const ask = jest.fn<AskToEnter>(async () => true);
    const form = formOf(submit);
    form.set('title', 'Flere træer');
    await form.send(entering(ask));
    expect(ask).toHaveBeenCalledWith('not-signed-in');
    expect(submit.mock.calls.map(([values]) => values.title)).toEqual(['Flere træer', 'Flere træer']);
    expect(form.state.problem).toBeUndefined();
  });

  it('keeps what was typed when signing in is turned down', async () => {
    const form = formOf(() => Promise.reject(refused()), 'idea');
    form.set('title', 'Flere træer');
    await form.send(straight);
    expect(form.state).toMatchObject({
      values: { title: 'Flere træer' },
      problem: { code: 'not-signed-in' },
    });
    const later = formOf(async () => undefined, 'idea');
    later.restore();
    expect(later.state.values.title).toBe('Flere træer');
  });

  it('forgets the draft once it has been sent, and never keeps a secret', async () => {
    const form = new FormStore({
      draft: 'join',
      initial: { name: '', password: '' },
      secret: ['password'],
      submit: async () => undefined,
    });
    form.set('name', 'Åsa');
    form.set('password', 'hemmelig');
    expect(sessionStorage.getItem('draft:join')).toBe('{"name":"Åsa"}');
    await form.send(straight);
    expect(sessionStorage.getItem('draft:join')).toBeNull();
    expect(form.state.values).toEqual({ name: '', password: '' });
  });

  it('says that the API is out of reach, whatever was thrown', async () => {
    const form = formOf(() => Promise.reject(new TypeError('Failed to fetch')));
    await form.send(straight);
    expect(form.state.problem?.code).toBe('unavailable');
  });
});

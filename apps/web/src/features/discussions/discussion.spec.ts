import { describe, expect, it } from '@jest/globals';
import { aBranch, aComment, aDiscussion, aThread } from './discussion.fixture.js';
import { allComments, type Branch, type Discussion } from './discussion.js';
import {
  refreshed,
  revealed,
  withChanges,
  withComment,
  withEarlier,
  withPage,
  withReplies,
} from './merging.js';

const bodies = (discussion: Discussion) => allComments(discussion).map(({ body }) => body);
const waiting = (discussion: Discussion) => discussion.waiting.map(({ body }) => body);
const aPage = (items: Branch[], next: string | null = null) => ({
  items,
  next,
  previous: null,
  notBridging: null,
});
const changed = (items: ReturnType<typeof aComment>[], revision = 12) => ({
  thread: aThread({ revision, commentCount: 9 }),
  items,
  gone: [],
});

describe('changes to a thread that is being read', () => {
  it('come in their place: counts, edits, tombstones', () => {
    const before = aDiscussion([aBranch(1, [aComment(2, { answers: 1 })]), aBranch(3)]);
    const { discussion, news } = withChanges(
      before,
      changed([
        aComment(1, { agree: 4, revision: 11 }),
        aComment(2, { answers: 1, body: 'Rettet', revision: 12 }),
        aComment(3, { body: null, state: 'hidden', revision: 12 }),
      ]),
      { atEnd: false },
    );
    expect(bodies(discussion)).toEqual(['Nummer 1', 'Rettet', null]);
    expect(discussion.branches[0]).toMatchObject({ agree: 4, replies: [{ body: 'Rettet' }] });
    expect(discussion.thread).toMatchObject({ revision: 12, commentCount: 9 });
    expect([news, discussion.waiting]).toEqual([0, []]);
  });

  it('keep a new comment waiting where it would move what one reads', () => {
    const before = aDiscussion([aBranch(1), aBranch(2)]);
    const fresh = [aComment(101), aComment(102, { answers: 1 })];
    const { discussion, news } = withChanges(before, changed(fresh), { atEnd: false });
    expect([bodies(discussion), waiting(discussion), news]).toEqual([
      ['Nummer 1', 'Nummer 2'],
      ['Nummer 101', 'Nummer 102'],
      2,
    ]);
    expect(bodies(revealed(discussion))).toEqual(['Nummer 1', 'Nummer 102', 'Nummer 2', 'Nummer 101']);
    expect(revealed(discussion).waiting).toEqual([]);
  });

  it('show a new comment at the end to one who is there, and only there', () => {
    const before = aDiscussion([aBranch(1), aBranch(2)]);
    const fresh = [aComment(101), aComment(102, { answers: 1 }), aComment(103, { answers: 101 })];
    const { discussion } = withChanges(before, changed(fresh), { atEnd: true });
    expect([bodies(discussion), waiting(discussion)]).toEqual([
      ['Nummer 1', 'Nummer 2', 'Nummer 101', 'Nummer 103'],
      ['Nummer 102'],
    ]);
  });

  it('show the very first comment at once', () => {
    const { discussion } = withChanges(aDiscussion([]), changed([aComment(101)]), { atEnd: true });
    expect(bodies(discussion)).toEqual(['Nummer 101']);
  });

  it('with the newest first always wait', () => {
    const before = aDiscussion([aBranch(2), aBranch(1)], { order: 'newest' });
    const { discussion } = withChanges(before, changed([aComment(101)]), { atEnd: true });
    expect(waiting(discussion)).toEqual(['Nummer 101']);
    expect(bodies(revealed(discussion))).toEqual(['Nummer 101', 'Nummer 2', 'Nummer 1']);
  });

  it('tell what is new from what is merely not loaded', () => {
    const before = aDiscussion([aBranch(1, [aComment(2, { answers: 1 })], 'cursor')], { next: 'cursor' });
    const old = [
      aComment(50, { agree: 1 }),
      aComment(51, { answers: 1, agree: 1 }),
      aComment(52, { answers: 50 }),
    ];
    const { discussion, news } = withChanges(
      before,
      changed([...old, aComment(101), aComment(102, { answers: 1 })]),
      { atEnd: true },
    );
    expect([waiting(discussion), news]).toEqual([['Nummer 101', 'Nummer 102'], 2]);
  });

  it('that wait are kept up to date, and told once', () => {
    const before = withChanges(aDiscussion([aBranch(1)]), changed([aComment(101)]), {
      atEnd: false,
    }).discussion;
    const { discussion, news } = withChanges(
      before,
      changed([aComment(101, { body: 'Rettet', revision: 13 })], 13),
      { atEnd: true },
    );
    expect([waiting(discussion), news]).toEqual([['Rettet'], 0]);
  });

  it('never go backwards when an older answer comes late', () => {
    const before = aDiscussion([{ ...aBranch(1), agree: 7, revision: 15 }], {
      thread: aThread({ revision: 15 }),
    });
    const { discussion } = withChanges(before, changed([aComment(1, { agree: 5, revision: 12 })], 12), {
      atEnd: false,
    });
    expect([discussion.branches[0]?.agree, discussion.thread.revision]).toEqual([7, 15]);
  });
});

describe('changes in a thread that is ranked, or read through a filter', () => {
  it('leave everything where it stands, and put what is new before it', () => {
    const before = aDiscussion([aBranch(2), aBranch(1)], { order: 'supported' });
    const { discussion } = withChanges(
      before,
      changed([aComment(1, { agree: 40, revision: 11 }), aComment(101)]),
      { atEnd: true },
    );
    expect([bodies(discussion), waiting(discussion)]).toEqual([['Nummer 2', 'Nummer 1'], ['Nummer 101']]);
    const shown = revealed(discussion);
    expect([shown.apart.map(({ body }) => body), shown.branches.length]).toEqual([['Nummer 101'], 2]);
  });

  it('show of what is new only what passes, and every answer in what is shown', () => {
    const before = aDiscussion([aBranch(1)], { filter: 'sv', order: 'newest' });
    const { discussion } = withChanges(
      before,
      changed([aComment(101), aComment(102, { language: 'sv' }), aComment(103, { answers: 1 })]),
      { atEnd: false },
    );
    expect(waiting(discussion)).toEqual(['Nummer 102', 'Nummer 103']);
  });

  it('take away what was moved to another thread, with its answers', () => {
    const before = aDiscussion([aBranch(1, [aComment(2, { answers: 1 })]), aBranch(3)]);
    const { discussion } = withChanges(before, { ...changed([]), gone: [aBranch(1).id] }, { atEnd: false });
    expect(bodies(discussion)).toEqual(['Nummer 3']);
  });
});

describe('one’s own comment', () => {
  it('appears at once, at the end or in its branch', () => {
    let discussion = withComment(aDiscussion([aBranch(1), aBranch(2)]), aComment(101));
    discussion = withComment(discussion, aComment(102, { answers: 1 }));
    expect(bodies(discussion)).toEqual(['Nummer 1', 'Nummer 102', 'Nummer 2', 'Nummer 101']);
  });

  it('appears once, though the socket tells of it too', () => {
    const own = aComment(101);
    const { discussion } = withChanges(withComment(aDiscussion([aBranch(1)]), own), changed([own]), {
      atEnd: true,
    });
    expect(bodies(discussion)).toEqual(['Nummer 1', 'Nummer 101']);
  });

  it('stands apart beyond what is not loaded, until that is', () => {
    const before = withComment(aDiscussion([aBranch(1)], { next: 'cursor' }), aComment(101));
    expect([before.branches.length, before.apart.length]).toEqual([1, 1]);
    const half = withPage(before, aPage([aBranch(2)], 'cursor'));
    expect([bodies(half), half.apart.length]).toEqual([['Nummer 1', 'Nummer 2', 'Nummer 101'], 1]);
    const whole = withPage(half, aPage([aBranch(3), aBranch(101)]));
    expect([bodies(whole), whole.apart]).toEqual([['Nummer 1', 'Nummer 2', 'Nummer 3', 'Nummer 101'], []]);
  });
});

describe('more of a thread', () => {
  it('follows without doubles', () => {
    const page = withPage(
      aDiscussion([aBranch(1), aBranch(2)], { next: 'cursor' }),
      aPage([aBranch(2), aBranch(3)]),
    );
    expect(bodies(page)).toEqual(['Nummer 1', 'Nummer 2', 'Nummer 3']);
  });

  it('stands before the place a link led to', () => {
    const linked = aDiscussion([aBranch(5)], { previous: 'cursor' });
    const whole = withEarlier(linked, aPage([aBranch(1), aBranch(4)]));
    expect([bodies(whole), whole.previous]).toEqual([['Nummer 1', 'Nummer 4', 'Nummer 5'], null]);
  });

  it('opens a branch, with what was waiting in it', () => {
    const before = {
      ...aDiscussion([aBranch(1, [aComment(2, { answers: 1 })], 'cursor')]),
      waiting: [aComment(101, { answers: 1 })],
    };
    const opened = withReplies(
      before,
      aBranch(1).id,
      { items: [aComment(3, { answers: 1 }), aComment(101, { answers: 1 })], next: null, previous: null },
      'next',
    );
    expect([bodies(opened), opened.waiting]).toEqual([
      ['Nummer 1', 'Nummer 2', 'Nummer 3', 'Nummer 101'],
      [],
    ]);
  });

  it('opens a branch towards its beginning too, and takes nothing that is not loaded there for new', () => {
    const deep = aDiscussion([{ ...aBranch(1, [aComment(9, { answers: 1 })]), previousReplies: 'cursor' }]);
    const edited = withChanges(deep, changed([aComment(3, { answers: 1, revision: 12 })]), { atEnd: true });
    expect([bodies(edited.discussion), edited.news]).toEqual([['Nummer 1', 'Nummer 9'], 0]);
    const page = { items: [aComment(3, { answers: 1 })], next: 'cursor', previous: null };
    const opened = withReplies(deep, aBranch(1).id, page, 'previous');
    expect(bodies(opened)).toEqual(['Nummer 1', 'Nummer 3', 'Nummer 9']);
    expect(opened.branches[0]).toMatchObject({ nextReplies: null, previousReplies: null });
  });
});

describe('a thread asked for anew', () => {
  it('keeps what was sent while the answer was on its way', () => {
    const known = withComment(aDiscussion([aBranch(1)]), aComment(101, { revision: 12 }));
    const fresh = aDiscussion([aBranch(1), aBranch(2)]);
    expect(bodies(refreshed(known, fresh))).toEqual(['Nummer 1', 'Nummer 2', 'Nummer 101']);
  });
});

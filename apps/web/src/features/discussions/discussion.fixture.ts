import { discussionOf, type Branch, type Comment, type Discussion, type Thread } from './discussion.js';

/** Comments and threads as tests speak of them; ids are in the order of making. */
const uuid = (n: number) => `0199${String(n).padStart(4, '0')}-0000-7000-8000-000000000000`;

export const aThread = (wishes: Partial<Thread> = {}): Thread => ({
  id: uuid(9000),
  subjectKind: 'goal',
  subjectId: uuid(9001),
  revision: 10,
  commentCount: 0,
  path: 'goals/1',
  title: 'Naboer mødes',
  official: null,
  locked: false,
  blockers: [],
  moved: [],
  can: { comment: true, answer: false, moderate: false },
  ...wishes,
});

export const aComment = (n: number, wishes: Partial<Comment> & { answers?: number } = {}): Comment => {
  const { answers, ...rest } = wishes;
  const root = answers === undefined ? null : uuid(answers);
  return {
    id: uuid(n),
    reference: `K-${n}`,
    threadId: uuid(9000),
    parentId: root,
    rootId: root,
    author: { name: 'Ida Holm', badge: null, me: false },
    body: `Nummer ${n}`,
    attachment: null,
    blocks: [{ type: 'paragraph', parts: [{ text: `Nummer ${n}` }] }],
    channel: 'web',
    speaker: null,
    type: null,
    stance: null,
    remark: false,
    official: null,
    language: 'da',
    createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    editedAt: null,
    redactedAt: null,
    state: 'visible',
    hiddenReason: null,
    heldReason: null,
    heldDetail: null,
    agree: 0,
    disagree: 0,
    pass: 0,
    replyCount: 0,
    revision: 1,
    myVote: null,
    editableUntil: null,
    can: { reply: true, vote: true, edit: false, remove: false, report: true, moderate: false, pin: false },
    ...rest,
  };
};

export const aBranch = (n: number, replies: Comment[] = [], nextReplies: string | null = null): Branch => ({
  ...aComment(n),
  replies,
  nextReplies,
  previousReplies: null,
});

/** Loaded after everything numbered up to 100 was written. */
export const aDiscussion = (branches: Branch[], wishes: Partial<Discussion> = {}): Discussion => ({
  ...discussionOf(
    aThread(),
    { items: branches, next: null, previous: null, notBridging: null },
    { order: 'oldest', filter: null, asOf: Date.UTC(2026, 0, 1) + 100_500 },
  ),
  ...wishes,
});

import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, anInitiative, aProcess } from '../../../test/fixtures.js';
import { ask, aWorld, someone } from '../../../test/world.js';

const CPR = 'Hun hedder 010190-1234 i systemet, og det er hele historien.';
const PERSONNUMMER = 'Ring till 19811228-9874 så får du veta allt om saken.';

describe('an identity number is never published', () => {
  const world = aWorld();

  it('by nobody, in no text: the answer names the field', async () => {
    const policy = await aPolicy(world);
    const at = `/api/municipalities/${policy.municipality.slug}`;
    const ida = await someone(world, policy.municipality);
    const staff = await someone(world, policy.municipality, ['staff']);
    const moderator = await someone(world, policy.municipality, ['moderator']);
    const comment = await aComment(world, policy, { by: ida });
    const initiative = await anInitiative(world, policy, { by: ida });
    const work = await aProcess(world, policy, { by: staff });
    const thread = policy.threads[0]!.id;
    const goal = policy.goals[0]!.id;
    for (const [as, route, field, body] of [
      [ida, `POST ${at}/threads/${thread}/comments`, 'body', { body: CPR }],
      [ida, `PUT ${at}/comments/${comment.id}`, 'body', { body: PERSONNUMMER }],
      [ida, `POST ${at}/goals/${goal}/initiatives`, 'text', { title: 'Bænke', text: CPR }],
      [ida, `POST ${at}/goals/${goal}/initiatives`, 'title', { title: 'Bænke til 010190-1234', text: '' }],
      [ida, `POST ${at}/initiatives/${initiative.id}/withdraw`, 'reason', { reason: CPR }],
      [staff, `POST ${at}/processes/${work.id}/themes`, 'title', { title: '811228-9874' }],
      [
        moderator,
        `POST ${at}/moderation/comments/${comment.id}/decisions`,
        'reason',
        { action: 'hide', reason: CPR },
      ],
    ] as const) {
      const answer = await ask(world, route, { as, body });
      expect([route, answer.status, answer.body.details?.fields]).toEqual([
        route,
        422,
        [{ field, code: 'personal-data' }],
      ]);
    }
  });

  it('though a telephone number and an address may be, where it is their own choice', async () => {
    const policy = await aPolicy(world);
    const ida = await someone(world, policy.municipality);
    const body = 'Ring til mig på 26 12 34 56 eller skriv til ida@eksempel.dk. CVR 64502018.';
    const posted = await ask(
      world,
      `POST /api/municipalities/${policy.municipality.slug}/threads/${policy.threads[0]!.id}/comments`,
      { as: ida, body: { body } },
    );
    expect([posted.status, posted.body.body]).toEqual([201, body]);
  });
});

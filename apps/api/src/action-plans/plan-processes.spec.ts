import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, aProcess } from '../../test/fixtures.js';
import { aPlan } from '../../test/plans.js';
import { ask, aWorld, someone } from '../../test/world.js';
import { ActionPlan } from './action-plan.entity.js';
import { PlanDocumentAssembler } from './plan-document.assembler.js';

describe('the processes behind a plan', () => {
  const world = aWorld();

  it('are those about its policy, and those of others that took in what it builds on', async () => {
    const published = await aPolicy(world);
    const { municipality } = published;
    const other = await aPolicy(world, { municipality, title: 'Kulturpolitik' });
    const by = await someone(world, municipality, ['staff']);
    const link = (processId: string, commentIds: string[]) =>
      ask(world, `POST /api/municipalities/${municipality.slug}/processes/${processId}/links`, {
        as: by,
        body: { commentIds },
      });
    const [cited, unsorted, elsewhere] = [
      await aComment(world, published),
      await aComment(world, published, { body: 'Også lys på stien.' }),
      await aComment(world, other),
    ];
    const own = await aProcess(world, published, { by, title: 'Om politikken' });
    const planned = await aProcess(world, published, { by, title: 'Kommer senere', state: 'planned' });
    const citing = await aProcess(world, other, { by, title: 'Om en anden politik, brugt i planen' });
    const unrelated = await aProcess(world, other, { by, title: 'Om en anden politik' });
    await link(own.id, [unsorted.id]);
    await link(planned.id, [cited.id]);
    await link(citing.id, [cited.id]);
    await link(unrelated.id, [elsewhere.id]);
    const { ctx, plan } = await aPlan(world, published, { actions: [{ comments: [cited] }] });
    const document = await world.app
      .get(PlanDocumentAssembler)
      .assemble(ctx, await world.source.getRepository(ActionPlan).findOneByOrFail({ id: plan.id }));
    expect(document.processes.map(({ title }) => title)).toEqual([
      'Om politikken',
      'Om en anden politik, brugt i planen',
    ]);
    // What nobody sorted was said all the same.
    expect(document.ideaCatalogue[0]?.themes).toMatchObject([
      { title: expect.any(String), ideas: [{ reference: unsorted.reference, text: 'Også lys på stien.' }] },
    ]);
  });

  it('are left out when they were closed before the year in which the plan was made', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality, ['staff']);
    const process = await aProcess(world, published, { by });
    await world.source.query(
      'INSERT INTO theme (process_id, title, response_outcome, response_text, responded_at) VALUES ($1, $2, $3, $4, now())',
      [process.id, 'Bænke', 'accepted', 'Ja, det gør vi.'],
    );
    const titles = async (closedOn: string, year: number) => {
      await world.source.query("UPDATE process SET state = 'closed', closed_at = $2 WHERE id = $1", [
        process.id,
        closedOn,
      ]);
      const { ctx, plan } = await aPlan(world, published, { year, title: `Handleplan ${year}` });
      const document = await world.app
        .get(PlanDocumentAssembler)
        .assemble(ctx, await world.source.getRepository(ActionPlan).findOneByOrFail({ id: plan.id }));
      return document.processes.map(({ title }) => title);
    };
    expect(await titles('2026-02-01', 2027)).toEqual([process.title]);
    expect(await titles('2025-12-30', 2028)).toEqual([]);
  });
});

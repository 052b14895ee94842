import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ForgottenSupport } from './forgotten-support.entity.js';
import { talliesOf } from './support-tallies.repository.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** So many initiatives in one transaction. */
const AT_ONCE = 100;

/** Ended so long ago that by the rule it was published under nobody is to know any more who supported it. */
const DUE = `
  FROM initiative JOIN initiative_rule AS rule ON rule.id = initiative.rule_id
  WHERE initiative.supporters_forgotten_at IS NULL
    AND (initiative.status IN ('decided', 'planned', 'carried-out', 'expired', 'withdrawn')
      -- What was merged ends with what it was merged into.
      OR EXISTS (SELECT FROM initiative AS target
        WHERE target.id = initiative.merged_into_id AND target.supporters_forgotten_at IS NOT NULL))
    AND coalesce(initiative.answered_at, initiative.withdrawn_at, initiative.deadline)
      + (rule.scheme->>'retentionMonths')::int * interval '1 month' < now()`;

/** Forgets who supported what when it is no longer needed: support can reveal a political opinion. */
@Injectable()
export class RetentionService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('7 3 * * *', 'forget-supporters', async () => {
      await this.forget();
    });
  }

  /** What would be forgotten now, and is not. */
  async due(): Promise<{ initiatives: number; supporters: number }> {
    const [counted] = await this.source.query<[{ initiatives: number; supporters: number }]>(
      `SELECT count(*)::int AS initiatives, coalesce(sum((SELECT count(*) FROM support
         WHERE support.initiative_id = due.id) + (SELECT count(*) FROM paper_support
         WHERE paper_support.initiative_id = due.id)), 0)::int AS supporters
       FROM (SELECT initiative.id ${DUE}) AS due`,
    );
    return counted;
  }

  /** How many supporters were forgotten; how many there were stays with each initiative. */
  async forget(): Promise<number> {
    for (let forgotten = 0; ;) {
      const [initiatives, supporters] = await this.forgetSome();
      forgotten += supporters;
      if (initiatives < AT_ONCE) return forgotten;
    }
  }

  private forgetSome(): Promise<[initiatives: number, supporters: number]> {
    return this.source.transaction(async (db) => {
      const due = await db.query<
        { id: string; count: number; paper: number; against: number; blank: number }[]
      >(
        `SELECT initiative.id, initiative.support_count AS count, initiative.paper_count AS paper,
           initiative.against_count AS against, initiative.blank_count AS blank ${DUE}
         ORDER BY initiative.id LIMIT ${AT_ONCE} FOR UPDATE OF initiative SKIP LOCKED`,
      );
      const ids = due.map(({ id }) => id);
      // Where it came from is told as before, and small numbers as little.
      const tallies = [...(await talliesOf(db, ids))].map(([initiativeId, tally]) => ({
        initiativeId,
        tally,
      }));
      if (tallies.length > 0) await db.getRepository(ForgottenSupport).insert(tallies);
      const counts = due.map(({ count }) => count);
      const [, supporters] = await db.query<[unknown, number]>(
        'DELETE FROM support WHERE initiative_id = ANY($1)',
        [ids],
      );
      const [, signed] = await db.query<[unknown, number]>(
        'DELETE FROM paper_support WHERE initiative_id = ANY($1)',
        [ids],
      );
      await db.query(
        `DELETE FROM merged_support USING initiative_merge AS merge
         WHERE merge.id = merged_support.merge_id AND (merge.from_id = ANY($1) OR merge.into_id = ANY($1))`,
        [ids],
      );
      // The database counts every support that goes; these go without being taken back.
      await db.query(
        `UPDATE initiative SET support_count = due.count, paper_count = due.paper,
           against_count = due.against, blank_count = due.blank, supporters_forgotten_at = now(), revision = revision + 1
         FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[]) AS due(id, count, paper, against, blank) WHERE initiative.id = due.id`,
        [
          ids,
          counts,
          due.map(({ paper }) => paper),
          due.map(({ against }) => against),
          due.map(({ blank }) => blank),
        ],
      );
      return [ids.length, supporters + signed];
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';
import type { SimilarGoal, SimilarGoals, SimilarGoalsQuery } from './similar-goals.dto.js';
import { tellingWords } from './similar.rules.js';

const SHOWN = 3;
/** Of the words typed, how well they are found on average; under it a likeness is chance. */
const ALIKE = 0.6;

/** What the municipality wants already: a proposal may belong under it, or say the same. */
@Injectable()
export class SimilarGoalsService {
  async find(ctx: RequestContext, { title, text = '', goalId }: SimilarGoalsQuery): Promise<SimilarGoals> {
    const words = tellingWords(title);
    if (words.length === 0) return { items: [] };
    // The title decides; of a longer text the words that are also a goal's say a little more.
    const more = tellingWords(text).filter((word) => !words.includes(word));
    const items = await ctx.db.query<SimilarGoal[]>(
      `WITH scored AS (
         SELECT goal.id, goal.title, policy.title AS policy, policy.language,
           (SELECT avg(CASE WHEN alike >= 0.5 THEN alike ELSE 0 END)
            FROM unnest($2::text[]) AS word, LATERAL word_similarity(word, lower(goal.title)) AS alike)
           + (SELECT coalesce(sum(0.02), 0) FROM unnest($3::text[]) AS word
              WHERE word_similarity(word, lower(goal.title)) >= 0.8) AS score
         FROM goal JOIN policy ON policy.id = goal.policy_id
         WHERE goal.municipality_id = $1 AND goal.id IS DISTINCT FROM $4::uuid
           AND (policy.valid_to IS NULL OR policy.valid_to >= current_date)
           AND lower(goal.title) %> ANY ($2::text[])
       )
       SELECT id, title, policy, language FROM scored WHERE score >= ${ALIKE}
       ORDER BY score DESC, id LIMIT ${SHOWN}`,
      [ctx.here, words, more, goalId ?? null],
    );
    return { items };
  }
}

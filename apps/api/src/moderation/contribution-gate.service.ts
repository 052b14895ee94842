import { Injectable } from '@nestjs/common';
import { CommentHeld } from '../discussions/discussions.events.js';
import { Gates, type Draft, type Verdict } from '../discussions/gates.js';
import { ConductService } from '../identity/conduct.service.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, Problem } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { ContributionRulesService } from './contribution-rules.service.js';
import { getRuleEffects, holdsWord, type RuleEffect, type Writer } from './contribution.rules.js';
import { RuleTrace } from './rule-trace.entity.js';
import { ThreadRule } from './thread-rule.entity.js';

/** Stands at the gate of every contribution with the municipality's rules, and writes down what they did. */
@Injectable()
export class ContributionGate {
  constructor(
    gates: Gates,
    events: Events,
    private readonly database: Database,
    private readonly conduct: ConductService,
    private readonly rules: ContributionRulesService,
  ) {
    gates.register((ctx, draft) => this.ask(ctx, draft));
    events.within(CommentHeld, async (ctx, { comment, reason }) => {
      // What held it was written down before it had an id.
      await ctx.db.query(
        `UPDATE rule_trace SET comment_id = $1
         WHERE id = (SELECT id FROM rule_trace WHERE person_id = $2 AND rule = $3 AND comment_id IS NULL
           AND effect = 'hold' AND thread_id = $4 ORDER BY id DESC LIMIT 1)`,
        [comment.id, ctx.person?.id ?? null, reason, comment.threadId],
      );
    });
  }

  private async ask(ctx: RequestContext, draft: Draft): Promise<Verdict> {
    // Those who answer for the service are not slowed by rules made for everybody else.
    if (ctx.has('moderator') || ctx.has('staff') || ctx.has('administrator')) return null;
    await this.conduct.require(ctx);
    const rules = await this.rules.current(ctx);
    const text = [draft.title, draft.text].filter(Boolean).join('\n');
    // A comment with an id is one that is changed; an initiative was nobody else's to read until now.
    const isNew = draft.id === null || draft.kind === 'initiative';
    const writer = isNew ? await writerOf(ctx, text, rules.duplicateHours) : null;
    const thread = draft.threadId
      ? await ctx.db.getRepository(ThreadRule).findOneBy({ threadId: draft.threadId })
      : null;
    const effects = getRuleEffects(text, writer, rules, thread, {
      now: new Date(),
      country: ctx.municipality?.language ?? 'da',
    });
    const [first] = effects.toSorted((a, b) => Number(a.effect === 'hold') - Number(b.effect === 'hold'));
    if (!first) return null;
    const trace = {
      municipalityId: ctx.here,
      rule: first.rule,
      effect: first.effect,
      version: rules.version,
      detail: first.detail,
      personId: ctx.me.id,
      threadId: draft.threadId,
      commentId: draft.kind === 'comment' ? draft.id : null,
      initiativeId: draft.kind === 'initiative' ? draft.id : null,
    };
    if (first.effect === 'hold') {
      await ctx.db.getRepository(RuleTrace).insert(trace);
      // A word whose end is open is told as it begins.
      return { hold: first.rule, detail: first.detail.replace('*', '') };
    }
    // The refusal takes the transaction back, and this with it.
    ctx.whenRefused(async () => {
      await this.database.source.getRepository(RuleTrace).insert(trace);
    });
    throw refusalOf(first, draft);
  }
}

function refusalOf(effect: Extract<RuleEffect, { effect: 'refuse' }>, { kind, title = '' }: Draft): Problem {
  if (effect.rule === 'too-many')
    return new Problem(429, 'too-many-contributions', {
      limit: effect.limit,
      minutes: effect.minutes,
      retryAt: effect.retryAt.toISOString(),
    });
  if (effect.rule === 'duplicate') return conflict('said-before', { reference: effect.sameAs });
  const field = kind === 'comment' ? 'body' : holdsWord(title, effect.detail) ? 'title' : 'text';
  return invalidField(field, 'word-not-allowed', { word: effect.detail.replace('*', '') });
}

/** The same letters and digits in the same order are the same text; as the index `comment_same_text` has it. */
const KEY = (text: string) => `md5(lower(regexp_replace(${text}, '[^[:alnum:]]+', '', 'g')))`;

/**
 * What the rules ask about the writer. The texts that are the same are looked for by nothing but the text, so that a
 * plan made while the table was small is still the right one when it has grown. One person writes one thing at
 * a time from here to the end of the transaction.
 */
async function writerOf(ctx: RequestContext, text: string, duplicateHours: number | null): Promise<Writer> {
  await ctx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [ctx.me.id]);
  const [row] = await ctx.db.query<Writer[]>(
    `WITH same AS MATERIALIZED (
       SELECT 'K-' || number AS reference, municipality_id, author_id, created_at, removed_at FROM comment
       WHERE ${KEY('body')} = ${KEY('$3')} AND created_at > now() - make_interval(hours => greatest($4::int, 1))
       UNION ALL
       SELECT 'F-' || number, municipality_id, proposer_id, coalesce(published_at, held_at), withdrawn_at FROM initiative
       WHERE municipality_id = $2 AND coalesce(published_at, held_at) > now() - make_interval(hours => greatest($4::int, 1))
         AND ${KEY('title || text')} = ${KEY('$3')}
     )
     SELECT
       (SELECT min(created_at) FROM membership WHERE person_id = $1 AND municipality_id = $2) AS "joinedAt",
       ARRAY(SELECT at FROM (
         SELECT created_at AS at FROM comment WHERE author_id = $1 AND municipality_id = $2
         UNION ALL
         SELECT coalesce(published_at, held_at) FROM initiative
         WHERE proposer_id = $1 AND municipality_id = $2 AND coalesce(published_at, held_at) IS NOT NULL
       ) AS written WHERE at > clock_timestamp() - interval '1 hour' ORDER BY at DESC LIMIT 1000) AS "writtenAt",
       (SELECT reference FROM same WHERE author_id = $1 AND municipality_id = $2 AND removed_at IS NULL
         AND created_at > now() - make_interval(hours => $4) ORDER BY created_at DESC LIMIT 1) AS "sameAs",
       (SELECT count(DISTINCT author_id)::int FROM same
         WHERE author_id <> $1 AND municipality_id = $2 AND created_at > now() - interval '1 hour') AS "othersWithSame"`,
    [ctx.me.id, ctx.here, text, duplicateHours ?? 0],
  );
  return row ?? { joinedAt: null, writtenAt: [], sameAs: null, othersWithSame: 0 };
}

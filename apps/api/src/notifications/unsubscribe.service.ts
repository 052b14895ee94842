import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { Signer } from '../platform/mail/signer.js';
import type { MailScope } from './letters.js';
import { DEFAULT_PACES, MAIL_GROUPS } from './mail-groups.js';
import { MAIL_SCOPES, type UnsubscribeView } from './unsubscribe.dto.js';

@Injectable()
export class UnsubscribeService {
  constructor(private readonly signer: Signer) {}

  async show(ctx: RequestContext, token: string): Promise<UnsubscribeView> {
    const { scope } = await this.read(ctx, token);
    return { scope };
  }

  /** Ends mail of one kind, or all at one pace, for the one it was sent to; once or again, it is ended. */
  async end(ctx: RequestContext, token: string) {
    const { personId, scope } = await this.read(ctx, token);
    const paces = MAIL_GROUPS.map((group) => {
      const pace = `coalesce(setting.mail, setting.${group})`;
      const ended =
        scope === 'daily' || scope === 'weekly' ? `${pace} = '${scope}'` : String(scope === group);
      return `${group} = CASE WHEN ${ended} THEN 'never' ELSE ${pace} END`;
    });
    const defaults = MAIL_GROUPS.map((group) =>
      DEFAULT_PACES[group] === scope || group === scope ? 'never' : DEFAULT_PACES[group],
    );
    await ctx.db.query(
      `INSERT INTO notification_setting AS setting (person_id, municipality_id, ${MAIL_GROUPS.join(', ')})
       SELECT person.id, $2, $3, $4, $5, $6 FROM person WHERE person.id = $1
       ON CONFLICT (person_id, municipality_id) DO UPDATE SET mail = NULL, ${paces.join(', ')}`,
      [personId, ctx.here, ...defaults],
    );
  }

  /** @throws 404 for what we did not sign, or signed for another municipality */
  private async read(ctx: RequestContext, token: string): Promise<{ personId: string; scope: MailScope }> {
    const [personId = '', municipalityId, wished] = (await this.signer.read('unsubscribe', token)) ?? [];
    const scope = MAIL_SCOPES.find((known) => known === wished);
    if (!scope || municipalityId !== ctx.here || !isUUID(personId)) throw notFound();
    return { personId, scope };
  }
}

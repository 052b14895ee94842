import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { notFound } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { Initiative } from './initiative.entity.js';
import { isOpen } from './initiative.rules.js';
import { InitiativesService } from './initiatives.service.js';
import { posterOf, supportSheetOf, type Paper } from './paper.document.js';
import { PAPER_WORDS } from './paper.words.js';

const KINDS = { poster: posterOf, 'support-sheet': supportSheetOf } as const;
/** Some tens of kilobytes each. */
const MOST_KEPT = 64;
export type PaperKind = keyof typeof KINDS;

/** What of an initiative hangs on a wall or lies on a table. */
@Injectable()
export class PapersService {
  private readonly recent = new Map<string, Promise<Buffer>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly initiatives: InitiativesService,
  ) {}

  /** @throws 404 also for what is not everyone's to read */
  async print(
    ctx: RequestContext,
    initiativeId: string,
    kind: PaperKind,
  ): Promise<{ fileName: string; content: Buffer }> {
    const initiative = await this.initiatives.find(ctx, initiativeId);
    if (!initiative.publishedAt || initiative.hiddenAt) throw notFound();
    const { slug, name, language, theme, contact } = await ctx.db
      .getRepository(Municipality)
      .findOneByOrFail({ id: ctx.here });
    const reference = `F-${initiative.number}`;
    const paper: Paper = {
      language,
      municipality: name,
      theme,
      reference,
      title: initiative.title,
      text: initiative.text,
      // A deadline is the end of a day: a moment before it is still that day.
      lastDay:
        initiative.deadline && isOpen(initiative, new Date())
          ? new Date(initiative.deadline.getTime() - 1)
          : null,
      threshold: initiative.threshold,
      address: `${this.config.publicUrl}/${slug}/initiatives/${initiativeId}`,
      short: `${this.config.publicUrl}/${slug}/${reference}`,
      unit: contact.unit || name,
      postal: contact.address,
    };
    const called = PAPER_WORDS[language].files[kind];
    return { fileName: `${reference}-${called}.pdf`, content: await this.written(kind, paper) };
  }

  /** The page that number is of; of what nobody else can read, where everyone's are searched. */
  async pageOf(ctx: RequestContext, number: string): Promise<string> {
    const list = `/${ctx.municipality?.slug}/initiatives`;
    const known =
      /^\d{1,9}$/.test(number) &&
      (await ctx.db.getRepository(Initiative).findOne({
        select: { id: true },
        where: { municipalityId: ctx.here, number: Number(number), publishedAt: Not(IsNull()) },
      }));
    return known ? `${list}/${known.id}` : `${list}?${new URLSearchParams({ text: `F-${number}` })}`;
  }

  /** The same paper is printed once for all who fetch it, however many come by the code on a wall. */
  private written(kind: PaperKind, paper: Paper): Promise<Buffer> {
    const key = JSON.stringify([kind, paper]);
    const known = this.recent.get(key);
    if (known) return known;
    const made = KINDS[kind](paper);
    this.recent.set(key, made);
    made.catch(() => this.recent.delete(key));
    for (const old of [...this.recent.keys()].slice(0, -MOST_KEPT)) this.recent.delete(old);
    return made;
  }
}

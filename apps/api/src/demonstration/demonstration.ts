import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OutlinedPolicy, OutlineNode } from '@medvind/policy-outline';
import type { DataSource, EntityManager } from 'typeorm';
import { BallotsService } from '../ballots/ballots.service.js';
import { ActionInput } from '../action-plans/action-input.entity.js';
import { ActionPlan } from '../action-plans/action-plan.entity.js';
import { Action } from '../action-plans/action.entity.js';
import { CommentRevision } from '../discussions/comment-revision.entity.js';
import { CommentVote } from '../discussions/comment-vote.entity.js';
import { Comment } from '../discussions/comment.entity.js';
import { OfficialAnswer } from '../discussions/official-answer.entity.js';
import { Thread, type SubjectKind } from '../discussions/thread.entity.js';
import { Credential } from '../identity/credential.entity.js';
import { ConductAcceptance } from '../identity/conduct-acceptance.entity.js';
import { Membership } from '../identity/membership.entity.js';
import { hashPassword } from '../identity/password.js';
import { Person } from '../identity/person.entity.js';
import { plainScheme } from '../initiatives/scheme.presets.js';
import { InitiativeRule } from '../initiatives/initiative-rule.entity.js';
import { InitiativeStep } from '../initiatives/initiative-step.entity.js';
import type { Act, InitiativeStatus } from '../initiatives/life.rules.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Participation } from '../initiatives/participation.entity.js';
import { Support } from '../initiatives/support.entity.js';
import { FeedbackLink } from '../involvement/feedback-link.entity.js';
import { ProcessGoal } from '../involvement/process-goal.entity.js';
import { Process } from '../involvement/process.entity.js';
import { Theme } from '../involvement/theme.entity.js';
import { ModerationDecision } from '../moderation/moderation-decision.entity.js';
import type { ReasonCode } from '../moderation/reason-codes.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import { LAWS } from '../moderation/reason-templates.js';
import { Report } from '../moderation/report.entity.js';
import { Statement } from '../moderation/statement.entity.js';
import { District } from '../municipalities/district.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { uuidv7 } from '../platform/database/uuid.js';
import { RequestContext } from '../platform/http/context.js';
import { Goal } from '../policies/goal.entity.js';
import { PolicyPublisher } from '../policies/policy-publisher.js';
import { VotesService } from '../votes/votes.service.js';
import type { GoalContent, MunicipalityContent, PolicyContent, Said } from './content/content.types.js';
import { helsingborg } from './content/helsingborg.content.js';
import { helsingor } from './content/helsingor.content.js';

/** Those who vote and support without a word of their own; nobody can sign in as them. */
const VOTERS = 60;
const DAY = 24 * 3600 * 1000;

/** An account one can try a role with. */
export interface DemonstrationAccount {
  municipality: string;
  role: string;
  email: string;
}

type Ids = Map<string, string>;

const idOf = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (!id) throw new Error(`the demonstration content speaks of "${key}", which is not there`);
  return id;
};

/** When a UUID of version 7 was made, in ms. */
const idTime = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

/** "fjord-lyng-bro-74": easy to type from a screen, hard to guess. */
const SYLLABLES = [
  'sejl',
  'fjord',
  'lyng',
  'bro',
  'havn',
  'tang',
  'fyr',
  'klit',
  'mole',
  'stad',
  'vind',
  'sund',
  'rev',
  'kaj',
  'ting',
  'anker',
];
export const makePassword = (): string =>
  [...Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)]), randomInt(1000, 10_000)].join(
    '-',
  );

/**
 * Fills an empty database with content written for it, as if the municipalities had used Medvind for a year. Policies
 * go through the service that publishes them; what has a past (votes, closed processes) is written with its dates.
 */
@Injectable()
export class Demonstration {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly publisher: PolicyPublisher,
    private readonly votes: VotesService,
    private readonly ballots: BallotsService,
  ) {}

  async isEmpty(): Promise<boolean> {
    return !(await this.source.getRepository(Person).exists());
  }

  /** @returns the accounts whose password is `password` */
  async load(password: string, now = new Date()): Promise<DemonstrationAccount[]> {
    const secret = await hashPassword(password);
    return this.source.transaction(async (db) => {
      const accounts: DemonstrationAccount[] = [];
      for (const content of [helsingor, helsingborg]) {
        const loader = new MunicipalityLoader(db, this.publisher, content, secret, now);
        accounts.push(...(await loader.load()));
        await loader.loadVotes(this.votes, this.ballots);
      }
      return accounts;
    });
  }
}

/** Loads one municipality's content; each step fills the ids the next ones speak of. */
class MunicipalityLoader {
  private municipality: Municipality;
  private readonly units: Ids = new Map();
  private readonly districts: Ids = new Map();
  private readonly people: Ids = new Map();
  private readonly policies: Ids = new Map();
  private readonly goals: Ids = new Map();
  private readonly comments: Ids = new Map();
  private readonly initiatives: Ids = new Map();
  private readonly processes: Ids = new Map();
  private readonly spokenOf: Ids = new Map();
  private voters: string[] = [];

  constructor(
    private readonly db: EntityManager,
    private readonly publisher: PolicyPublisher,
    private readonly content: MunicipalityContent,
    private readonly secret: string,
    private readonly now: Date,
  ) {}

  async load(): Promise<DemonstrationAccount[]> {
    this.municipality = await this.db
      .getRepository(Municipality)
      .findOneByOrFail({ slug: this.content.slug });
    await this.loadMunicipality();
    await this.loadDistricts();
    await this.loadPeople();
    await this.loadPolicies();
    await this.loadComments();
    await this.loadModeration();
    await this.loadInitiatives();
    await this.loadProcesses();
    await this.loadPlans();
    await this.loadTalk();
    return this.content.people
      .filter(
        ({ roles }, index) => roles.some((role) => role !== 'resident') || index === this.firstResident(),
      )
      .map(({ email, roles }) => ({
        municipality: this.content.slug,
        role: roles.at(-1) ?? 'resident',
        email,
      }));
  }

  /** Through the services: a ballot is signed when it is cast, so these are cast now. */
  async loadVotes(votes: VotesService, ballots: BallotsService) {
    const staff = this.content.people.find(({ roles }) => roles.includes('staff'))!;
    const person = { id: idOf(this.people, staff.key), name: staff.name };
    const { language } = this.municipality;
    const ctx = new RequestContext(
      this.db,
      this.municipality,
      person,
      new Set(['staff']),
      language,
      null,
      true,
    );
    for (const { goal, ballots: cast, ...vote } of this.content.votes) {
      const { id } = await votes.draft(ctx, idOf(this.goals, goal), {
        ...vote,
        hidden: false,
        majority: 'most',
        opensAt: this.daysAgo(3).toISOString(),
        closesAt: this.daysAgo(-25).toISOString(),
      });
      await votes.publish(ctx, id);
      const box = await ballots.lockedOf(ctx, 'vote', id);
      let first = 0;
      for (const { voters, choice } of cast) {
        await ballots.castMany(ctx, box!, this.voters.slice(first, first + voters), choice);
        first += voters;
      }
    }
  }

  private firstResident(): number {
    return this.content.people.findIndex(({ roles }) => roles.every((role) => role === 'resident'));
  }

  private daysAgo(days: number): Date {
    return new Date(this.now.getTime() - days * DAY);
  }

  private async loadMunicipality() {
    const { contact, vision, units } = this.content;
    await this.db.getRepository(Municipality).update(
      { id: this.municipality.id },
      {
        visionTitle: vision.title,
        visionText: vision.text,
        contact: { ...this.municipality.contact, ...contact },
      },
    );
    const rows = units.map(({ key, name, kind }) => ({
      id: this.newId(this.units, key),
      municipalityId: this.municipality.id,
      name,
      kind,
    }));
    await this.db.getRepository(OrganisationUnit).insert(rows);
  }

  private async loadDistricts() {
    const rows = this.content.districts.map(({ key, name, number, ring }, position) => ({
      id: this.newId(this.districts, key),
      municipalityId: this.municipality.id,
      name,
      number,
      outline: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
      position,
    }));
    await this.db.getRepository(District).insert(rows);
  }

  private async loadPeople() {
    const { people, slug } = this.content;
    const named = people.map(({ key, name, email, language }) => ({
      id: this.newId(this.people, key),
      name,
      email,
      language,
    }));
    const voters = Array.from({ length: VOTERS }, (_, n) => ({
      id: uuidv7(),
      name: `${this.municipality.language === 'sv' ? 'Invånare' : 'Borger'} ${n + 1}`,
      email: `${slug}-${n + 1}@demonstration.example`,
      language: this.municipality.language,
    }));
    this.voters = voters.map(({ id }) => id);
    await this.db.getRepository(Person).insert([...named, ...voters]);
    const credentials = named.map(({ id }) => ({
      personId: id,
      kind: 'password' as const,
      subject: id,
      secret: this.secret,
    }));
    await this.db.getRepository(Credential).insert(credentials);
    const memberships = [
      ...people.flatMap(({ key, roles }) =>
        [...new Set(['resident' as const, ...roles])].map((role) => ({
          personId: idOf(this.people, key),
          role,
        })),
      ),
      ...this.voters.map((personId) => ({ personId, role: 'resident' as const })),
    ];
    await this.db
      .getRepository(Membership)
      .insert(memberships.map((membership) => ({ ...membership, municipalityId: this.municipality.id })));
    await this.db.getRepository(ConductAcceptance).insert(
      [...new Set(memberships.map(({ personId }) => personId))].map((personId) => ({
        personId,
        municipalityId: this.municipality.id,
        version: this.municipality.conductVersion,
      })),
    );
  }

  private async loadPolicies() {
    const ctx = new RequestContext(
      this.db,
      this.municipality,
      null,
      new Set(['staff']),
      this.municipality.language,
      null,
      true,
    );
    for (const content of this.content.policies) {
      const flat = flatten(content.nodes);
      const groups = new Map<OutlineNode, string[]>();
      const [policy] = await this.publisher.publish(ctx, [outlined(content, groups)], {
        visionContribution: content.visionContribution ?? '',
        ...(content.permitService ? { permitService: content.permitService } : {}),
        ...(content.ownerUnit ? { ownerUnitId: idOf(this.units, content.ownerUnit) } : {}),
        targetGroupsOf: (node) => groups.get(node) ?? [],
      });
      this.policies.set(content.key, policy!.id);
      const goals = await this.db
        .getRepository(Goal)
        .find({ where: { policyId: policy!.id }, order: { position: 'ASC' } });
      flat.forEach(({ key }, index) => this.goals.set(key, goals[index]!.id));
    }
  }

  private loadComments() {
    return this.loadSaid(this.content.comments.map((said) => ({ ...said, on: idOf(this.goals, said.goal) })));
  }

  /** What is said of initiatives, processes, themes and actions, once those are there. */
  private loadTalk() {
    return this.loadSaid(this.content.talk.map((said) => ({ ...said, on: idOf(this.spokenOf, said.on) })));
  }

  private async loadSaid(said: (Said & { on: string })[]) {
    const threads = new Map(
      (await this.db.getRepository(Thread).findBy({ municipalityId: this.municipality.id })).map((thread) => [
        thread.subjectId,
        thread,
      ]),
    );
    const ordered = said.toSorted((a, b) => b.daysAgo - a.daysAgo);
    const rootOf = (key: string): string => {
      const parent = ordered.find((comment) => comment.key === key)?.parent;
      return parent ? rootOf(parent) : key;
    };
    ordered.forEach(({ key, daysAgo }, index) =>
      this.comments.set(key, uuidv7(this.daysAgo(daysAgo).getTime() + index * 60_000)),
    );
    const rows = ordered.map((comment, index) => {
      const thread = threads.get(comment.on)!;
      const createdAt = new Date(this.daysAgo(comment.daysAgo).getTime() + index * 60_000);
      thread.revision += 1;
      if (!comment.hidden) thread.commentCount += 1;
      return {
        id: idOf(this.comments, comment.key),
        municipalityId: this.municipality.id,
        threadId: thread.id,
        parentId: comment.parent ? idOf(this.comments, comment.parent) : null,
        rootId: comment.parent ? idOf(this.comments, rootOf(comment.key)) : null,
        authorId: comment.channel ? null : idOf(this.people, comment.author),
        enteredById: comment.channel ? idOf(this.people, comment.author) : null,
        channel: comment.channel ?? ('web' as const),
        speaker: comment.speaker ?? null,
        type: comment.type ?? null,
        body: comment.text,
        language: comment.language,
        createdAt,
        editedAt: comment.editedFrom ? new Date(createdAt.getTime() + 240_000) : null,
        hiddenAt: comment.hidden ? new Date(createdAt.getTime() + 3_600_000) : null,
        hiddenReason: comment.hidden?.reason ?? null,
        revision: thread.revision,
      };
    });
    await this.db.getRepository(Comment).insert(rows);
    await this.db.getRepository(Thread).save([...threads.values()].filter(({ revision }) => revision > 0));
    const votes = ordered.flatMap(({ key, agree, disagree, pass }) =>
      [...Array<1>(agree).fill(1), ...Array<-1>(disagree).fill(-1), ...Array<0>(pass).fill(0)].map(
        (value, n) => ({
          commentId: idOf(this.comments, key),
          personId: this.voters[n % VOTERS]!,
          value,
        }),
      ),
    );
    await this.db.getRepository(CommentVote).insert(votes);
    const revisions = ordered.flatMap(({ key, editedFrom, daysAgo }) =>
      editedFrom
        ? [{ commentId: idOf(this.comments, key), body: editedFrom, replacedAt: this.daysAgo(daysAgo) }]
        : [],
    );
    await this.db.getRepository(CommentRevision).insert(revisions);
    const answers = rows.flatMap((row, index) => {
      const { official, author, daysAgo } = ordered[index]!;
      if (!official) return [];
      const pinned = { pinnedById: idOf(this.people, author), pinnedAt: this.daysAgo(daysAgo) };
      return [{ threadId: row.threadId, commentId: row.id, answersId: row.parentId, ...pinned }];
    });
    await this.db.getRepository(OfficialAnswer).insert(answers);
  }

  private open(
    subjectKind: SubjectKind,
    subjectId: string,
    path: string,
    title: string,
    goalId?: string | null,
  ) {
    const subject = { subjectKind, subjectId, path, title, goalId: goalId ?? null };
    return this.db.getRepository(Thread).insert({ municipalityId: this.municipality.id, ...subject });
  }

  private async loadModeration() {
    const code = (reasonCode: string) => reasonCode.replace('_', '-') as ReasonCode;
    for (const { key, hidden, reports = [], daysAgo } of this.content.comments) {
      const commentId = idOf(this.comments, key);
      const municipalityId = this.municipality.id;
      const decision = hidden
        ? await this.db.getRepository(ModerationDecision).save({
            municipalityId,
            moderatorId: idOf(this.people, hidden.by),
            action: 'hide' as const,
            commentId,
            reasonCode: code(hidden.reasonCode),
            reason: hidden.reason,
            createdAt: new Date(this.daysAgo(daysAgo).getTime() + 3_600_000),
          })
        : null;
      await this.db.getRepository(Report).insert(
        reports.map((report) => ({
          municipalityId,
          commentId,
          reporterId: report.by ? idOf(this.people, report.by) : null,
          reasonCode: code(report.reasonCode),
          text: report.text,
          createdAt: this.daysAgo(report.daysAgo),
          decisionId: decision?.id ?? null,
        })),
      );
      if (decision) await this.giveReasons(decision, reports.length > 0);
      if (reports.length && !decision)
        await this.db.getRepository(ModerationCase).insert({
          municipalityId,
          kind: 'report',
          commentId,
          openedAt: this.daysAgo(Math.max(...reports.map((report) => report.daysAgo))),
          reportCount: reports.length,
        });
    }
  }

  /** What the author was told; what was decided about them before is read from there. */
  private async giveReasons(decision: ModerationDecision, reported: boolean) {
    const comment = await this.db
      .getRepository(Comment)
      .findOneByOrFail({ id: decision.commentId ?? '', municipalityId: this.municipality.id });
    const thread = await this.db.getRepository(Thread).findOneByOrFail({ id: comment.threadId });
    const { id: decisionId, municipalityId, action, reasonCode, reason, createdAt } = decision;
    const complainUntil = new Date(createdAt);
    complainUntil.setUTCMonth(complainUntil.getUTCMonth() + 7, 1);
    await this.db.getRepository(Statement).insert({
      municipalityId,
      decisionId,
      personId: comment.authorId,
      action,
      kind: 'comment',
      contributionId: comment.id,
      reference: `K-${comment.number}`,
      title: thread.title,
      path: `${thread.path}?comment=${comment.id}`,
      writtenAt: comment.createdAt,
      reasonCode,
      law: (reasonCode && LAWS[this.municipality.language][reasonCode]) ?? null,
      reason,
      source: reported ? 'report' : 'own',
      language: this.municipality.language,
      complainUntil,
      createdAt,
    });
  }

  private async loadInitiatives() {
    const { initiativeRule, initiatives } = this.content;
    const rules = this.db.getRepository(InitiativeRule);
    const municipalityId = this.municipality.id;
    const rule = await rules.findOneByOrFail({ municipalityId, version: 1 });
    // A demonstration has fewer people than a town.
    await rules.update(
      { id: rule.id },
      {
        scheme: {
          ...rule.scheme,
          ...plainScheme(initiativeRule.demoThreshold, { windowDays: initiativeRule.windowDays }),
          name: rule.scheme.name,
          body: rule.scheme.body,
        },
      },
    );
    const repository = this.db.getRepository(Initiative);
    for (const content of initiatives.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
      const publishedAt = this.daysAgo(content.daysAgo);
      const id = uuidv7(publishedAt.getTime());
      this.initiatives.set(content.key, id);
      const draft = content.state === 'draft';
      const place = this.content.places.find(({ initiative }) => initiative === content.key);
      // Written as collecting, so that its supporters are counted as they came; its own state follows.
      await repository.insert({
        id,
        municipalityId,
        goalId: idOf(this.goals, content.goal),
        ruleId: draft ? null : rule.id,
        proposerId: idOf(this.people, content.proposer),
        districtId: place ? idOf(this.districts, place.district) : null,
        longitude: place?.point?.[0] ?? null,
        latitude: place?.point?.[1] ?? null,
        title: content.title,
        text: content.text,
        language: content.language,
        status: draft ? 'draft' : 'collecting',
        threshold: draft ? null : initiativeRule.demoThreshold,
        publishedAt: draft ? null : publishedAt,
        deadline: draft ? null : new Date(this.now.getTime() + DAY),
        createdAt: publishedAt,
      });
      if (draft) continue;
      this.spokenOf.set(content.key, id);
      await this.open('initiative', id, `initiatives/${id}`, content.title, idOf(this.goals, content.goal));
      const supporters = this.voters.slice(0, content.supporters);
      await this.db
        .getRepository(Support)
        .insert(supporters.map((personId) => ({ initiativeId: id, personId })));
      await this.db
        .getRepository(Participation)
        .insert(
          supporters.slice(0, content.participants).map((personId) => ({ initiativeId: id, personId })),
        );
      const reached = content.supporters >= initiativeRule.demoThreshold;
      const { answer } = content;
      await repository.update(
        { id },
        {
          status: content.state,
          deadline: new Date(publishedAt.getTime() + (content.windowDays ?? initiativeRule.windowDays) * DAY),
          reachedAt: reached ? new Date(publishedAt.getTime() + 20 * DAY) : null,
          withdrawnAt: content.state === 'withdrawn' ? this.daysAgo(content.daysAgo - 5) : null,
          withdrawnReason: content.withdrawnBecause ?? null,
          ...(answer
            ? {
                answerOutcome: answer.outcome,
                answerText: answer.text,
                answeredAt: this.daysAgo(answer.daysAgo),
                answeredById: null,
              }
            : {}),
        },
      );
      await this.tellSteps(id);
    }
  }

  /** What happened to an initiative, as its timeline shows it. */
  private async tellSteps(id: string) {
    const one = await this.db.getRepository(Initiative).findOneByOrFail({ id });
    const { status } = one;
    const steps: [Act, InitiativeStatus, Date | null, Partial<InitiativeStep>?][] = [
      ['publish', 'collecting', one.publishedAt, { until: one.deadline }],
      ['reach', 'reached', one.reachedAt],
      ['expire', 'expired', status === 'expired' ? one.deadline : null],
      ['decide', 'decided', one.answeredAt],
      ['withdraw', 'withdrawn', one.withdrawnAt, { note: one.withdrawnReason }],
    ];
    await this.db
      .getRepository(InitiativeStep)
      .insert(
        steps.flatMap(([act, status, createdAt, more]) =>
          createdAt ? [{ initiativeId: id, act, status, createdAt, ...more }] : [],
        ),
      );
  }

  private async loadProcesses() {
    for (const content of this.content.processes) {
      const closed = content.state === 'closed';
      const processes = this.db.getRepository(Process);
      const { id } = await processes.save({
        id: uuidv7(Date.parse(content.phases[0]?.from ?? this.content.writtenOn)),
        municipalityId: this.municipality.id,
        title: content.title,
        kind: content.kind,
        state: closed ? ('open' as const) : content.state,
        service: content.service,
        background: content.background,
        purpose: content.purpose,
        question: content.question,
        fixedFrame: content.fixedFrame,
        level: content.level,
        targetGroups: content.targetGroups,
        outreach: content.outreach,
        methods: content.methods,
        phases: content.phases.map((phase) => ({ ...phase, note: phase.note ?? '' })),
        decides: content.decides,
        decidesOn: content.decidesOn,
        ownerUnitId: idOf(this.units, content.ownerUnit),
        team: content.team.map((key) => this.nameOf(key)).join(', '),
        participants: content.participants,
        decision: content.decision ?? '',
        evaluation: content.evaluation ?? '',
        caseNumber: content.caseNumber,
        createdAt: new Date(content.phases[0]?.from ?? this.content.writtenOn),
      });
      this.processes.set(content.key, id);
      this.spokenOf.set(content.key, id);
      await this.open('process', id, `processes/${id}`, content.title);
      await this.db
        .getRepository(ProcessGoal)
        .insert(content.goals.map((goal) => ({ processId: id, goalId: idOf(this.goals, goal) })));
      await this.loadThemes(id, content);
      if (closed) {
        const closedAt = new Date(content.respondedOn ?? this.content.writtenOn);
        await processes.update({ id }, { state: 'closed', closedAt });
      }
    }
  }

  private async loadThemes(processId: string, content: MunicipalityContent['processes'][number]) {
    const respondedAt = new Date(content.respondedOn ?? this.content.writtenOn);
    const begun = new Date(content.phases[0]?.from ?? this.content.writtenOn);
    const links: Partial<FeedbackLink>[] = [];
    // Staff take it in two days after it is said, but not before the process begins nor after it is answered.
    const linkedAt = (contributionId: string) => {
      const times = [idTime(contributionId) + 2 * DAY, begun.getTime()];
      return new Date(Math.min(Math.max(...times), respondedAt.getTime() - DAY, this.now.getTime()));
    };
    const link = (
      themeId: string | null,
      linked: { comment?: string; initiative?: string; type?: FeedbackLink['type'] },
    ) => {
      const commentId = linked.comment ? idOf(this.comments, linked.comment) : null;
      const initiativeId = linked.initiative ? idOf(this.initiatives, linked.initiative) : null;
      links.push({
        processId,
        themeId,
        commentId,
        initiativeId,
        type: linked.type ?? null,
        createdAt: linkedAt(commentId ?? initiativeId ?? processId),
        toldAt: linkedAt(commentId ?? initiativeId ?? processId),
      });
    };
    const themes = content.themes.map((theme, position) => {
      const id = uuidv7();
      for (const linked of theme.links) link(id, linked);
      return {
        id,
        processId,
        position,
        title: theme.title,
        responseOutcome: theme.response?.outcome ?? null,
        responseText: theme.response?.text ?? null,
        respondedAt: theme.response && content.state === 'closed' ? respondedAt : null,
      };
    });
    for (const linked of content.unsorted ?? []) link(null, linked);
    await this.db.getRepository(Theme).insert(themes);
    for (const [index, { id, title }] of themes.entries()) {
      this.spokenOf.set(content.themes[index]!.key, id);
      await this.open('theme', id, `processes/${processId}`, title);
    }
    await this.db.getRepository(FeedbackLink).insert(links);
  }

  private async loadPlans() {
    for (const content of this.content.plans) {
      const plan = await this.db.getRepository(ActionPlan).save({
        municipalityId: this.municipality.id,
        policyId: idOf(this.policies, content.policy),
        year: content.year,
        title: content.title,
        introduction: content.introduction,
        visionRelation: content.visionRelation,
        followUp: content.followUp,
        adoptedBy: content.adoptedBy ?? '',
        adoptedOn: content.adoptedOn ?? null,
        ownerUnitId: idOf(this.units, content.ownerUnit),
        caseNumber: content.caseNumber,
        publishedAt:
          content.state === 'published' ? new Date(content.adoptedOn ?? this.content.writtenOn) : null,
      });
      const inputs: Partial<ActionInput>[] = [];
      const actions = content.actions.map((action, position) => {
        const id = uuidv7();
        for (const input of action.inputs)
          if (!input.process)
            inputs.push({
              actionId: id,
              commentId: input.comment ? idOf(this.comments, input.comment) : null,
              initiativeId: input.initiative ? idOf(this.initiatives, input.initiative) : null,
            });
        const {
          number,
          title,
          description,
          targetGroup,
          successCriterion,
          indicator,
          targetValue,
          lead,
          partners,
        } = action;
        const { schedule, economyText, economyAmount = null, status, followUp, result = '' } = action;
        return {
          id,
          planId: plan.id,
          goalId: idOf(this.goals, action.goal),
          position,
          number,
          title,
          description,
          targetGroup,
          successCriterion,
          indicator,
          targetValue,
          lead,
          partners,
          schedule,
          economyText,
          economyAmount,
          status,
          followUp,
          result,
          responsible: this.content.units.find(({ key }) => key === action.responsible)?.name ?? '',
        };
      });
      await this.db.getRepository(Action).insert(actions);
      if (content.state === 'published')
        for (const { id, number, title, goalId } of actions) {
          this.spokenOf.set(`${content.key}/${number}`, id);
          await this.open('action', id, `plans/${plan.id}`, title, goalId);
        }
      await this.db.getRepository(ActionInput).insert(inputs);
    }
  }

  private newId(ids: Ids, key: string): string {
    const id = uuidv7();
    ids.set(key, id);
    return id;
  }

  private nameOf(key: string): string {
    return this.content.people.find((person) => person.key === key)?.name ?? '';
  }
}

const flatten = (goals: readonly GoalContent[]): GoalContent[] =>
  goals.flatMap((goal) => [goal, ...flatten(goal.children)]);

/** The goal as an outline has it; its target groups, which no outline has, are put beside it. */
function outlineNode(goal: GoalContent, level: number, groups: Map<OutlineNode, string[]>): OutlineNode {
  const node: OutlineNode = {
    level,
    number: goal.number,
    label: null,
    title: goal.title,
    titleProposed: false,
    leadIn: null,
    text: goal.text,
    children: goal.children.map((child) => outlineNode(child, level + 1, groups)),
  };
  groups.set(node, goal.targetGroups ?? []);
  return node;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const outlined = (policy: PolicyContent, groups: Map<OutlineNode, string[]>): OutlinedPolicy => ({
  title: policy.title,
  subtitle: null,
  type: policy.type,
  levels: policy.levels.map(capital),
  validFrom: policy.validFrom ?? null,
  validTo: policy.validTo ?? null,
  adoptedBy: policy.adoptedBy ?? null,
  adoptedOn: policy.adoptedOn ?? null,
  publishedYear: null,
  summary: policy.summary,
  text: policy.text ?? '',
  sections: [],
  nodes: policy.nodes.map((node) => outlineNode(node, 1, groups)),
  actionPlans: [],
  allocations: [],
  annexes: [],
  owner: null,
  links: [],
  language: policy.language,
  warnings: [],
});

/** Every table there is; the migrations are checked against it. */
import { ActionInput } from './action-plans/action-input.entity.js';
import { ActionPlan } from './action-plans/action-plan.entity.js';
import { Action } from './action-plans/action.entity.js';
import { PlanExport } from './action-plans/plan-export.entity.js';
import { Vote } from './votes/vote.entity.js';
import { BallotBox } from './ballots/ballot-box.entity.js';
import { BallotCheckpoint } from './ballots/ballot-checkpoint.entity.js';
import { BallotEntry } from './ballots/ballot-entry.entity.js';
import { BallotNode } from './ballots/ballot-node.entity.js';
import { Attachment } from './discussions/attachment.entity.js';
import { CommentMove } from './discussions/comment-move.entity.js';
import { CommentRevision } from './discussions/comment-revision.entity.js';
import { CommentVote } from './discussions/comment-vote.entity.js';
import { Comment } from './discussions/comment.entity.js';
import { Departure } from './discussions/departure.entity.js';
import { OfficialAnswer } from './discussions/official-answer.entity.js';
import { Thread } from './discussions/thread.entity.js';
import { Credential } from './identity/credential.entity.js';
import { Membership } from './identity/membership.entity.js';
import { PasswordReset } from './identity/password-reset.entity.js';
import { Person } from './identity/person.entity.js';
import { Session } from './identity/session.entity.js';
import { AnswerTemplate } from './initiatives/answer-template.entity.js';
import { CaseNote } from './initiatives/case-note.entity.js';
import { CaseReminder } from './initiatives/case-reminder.entity.js';
import { CaseOpinion } from './initiatives/case-opinion.entity.js';
import { InitiativeCase } from './initiatives/initiative-case.entity.js';
import { InitiativeFile } from './initiatives/initiative-file.entity.js';
import { UnitMember } from './initiatives/unit-member.entity.js';
import { InitiativeRule } from './initiatives/initiative-rule.entity.js';
import { InitiativeMerge } from './initiatives/initiative-merge.entity.js';
import { InitiativePicture } from './initiatives/initiative-picture.entity.js';
import { CoProposer } from './initiatives/co-proposer.entity.js';
import { InitiativeStep } from './initiatives/initiative-step.entity.js';
import { Initiative } from './initiatives/initiative.entity.js';
import { StatedDistrict } from './identity/stated-district.entity.js';
import { ForgottenSupport } from './initiatives/forgotten-support.entity.js';
import { Standing } from './identity/standing.entity.js';
import { MergedSupport } from './initiatives/merged-support.entity.js';
import { PublicRejection } from './initiatives/public-rejection.entity.js';
import { PaperSupport } from './initiatives/paper-support.entity.js';
import { Participation } from './initiatives/participation.entity.js';
import { Support } from './initiatives/support.entity.js';
import { SupportRank } from './initiatives/support-rank.entity.js';
import { TitleVocabulary, TitleWord } from './initiatives/title-word.entity.js';
import { FeedbackLink } from './involvement/feedback-link.entity.js';
import { ProcessGoal } from './involvement/process-goal.entity.js';
import { Process } from './involvement/process.entity.js';
import { Theme } from './involvement/theme.entity.js';
import { Appeal } from './redress/appeal.entity.js';
import { ConductAcceptance } from './identity/conduct-acceptance.entity.js';
import { ContributionRules } from './moderation/contribution-rules.entity.js';
import { RuleTrace } from './moderation/rule-trace.entity.js';
import { ThreadRule } from './moderation/thread-rule.entity.js';
import { ModerationCase } from './moderation/moderation-case.entity.js';
import { ModerationDecision } from './moderation/moderation-decision.entity.js';
import { Notice } from './redress/notice.entity.js';
import { RecordExportPart } from './redress/record-export-part.entity.js';
import { RecordExport } from './redress/record-export.entity.js';
import { RedressSetting } from './redress/redress-setting.entity.js';
import { RemovalOrder } from './redress/removal-order.entity.js';
import { Report } from './moderation/report.entity.js';
import { Restriction } from './redress/restriction.entity.js';
import { ModerationFilter } from './moderation/moderation-filter.entity.js';
import { ModerationSetting } from './moderation/moderation-setting.entity.js';
import { QuarantineOpening } from './moderation/quarantine-opening.entity.js';
import { Quarantine } from './moderation/quarantine.entity.js';
import { ReasonTemplate } from './moderation/reason-template.entity.js';
import { Statement } from './moderation/statement.entity.js';
import { District } from './municipalities/district.entity.js';
import { MunicipalityHost } from './municipalities/municipality-host.entity.js';
import { Municipality } from './municipalities/municipality.entity.js';
import { OrganisationUnit } from './municipalities/organisation-unit.entity.js';
import { ActivitySubject } from './notifications/activity-subject.entity.js';
import { Activity } from './notifications/activity.entity.js';
import { CommentMention } from './notifications/comment-mention.entity.js';
import { Follow } from './notifications/follow.entity.js';
import { NotificationSetting } from './notifications/notification-setting.entity.js';
import { Notification } from './notifications/notification.entity.js';
import { Mail } from './platform/mail/mail.entity.js';
import { SigningKey } from './platform/mail/signing-key.entity.js';
import { Goal } from './policies/goal.entity.js';
import { PolicyImport } from './policies/policy-import.entity.js';
import { Policy } from './policies/policy.entity.js';

export const ENTITIES = [
  ActionInput,
  ActionPlan,
  Action,
  PlanExport,
  Vote,
  BallotBox,
  BallotCheckpoint,
  BallotEntry,
  BallotNode,
  Attachment,
  CommentMove,
  CommentRevision,
  CommentVote,
  Comment,
  Departure,
  OfficialAnswer,
  Thread,
  Credential,
  Membership,
  PasswordReset,
  Person,
  Session,
  AnswerTemplate,
  CaseNote,
  CaseReminder,
  CaseOpinion,
  InitiativeCase,
  InitiativeFile,
  UnitMember,
  InitiativeRule,
  InitiativeMerge,
  MergedSupport,
  InitiativePicture,
  InitiativeStep,
  CoProposer,
  Standing,
  StatedDistrict,
  Initiative,
  PublicRejection,
  PaperSupport,
  Participation,
  Support,
  ForgottenSupport,
  SupportRank,
  TitleVocabulary,
  TitleWord,
  FeedbackLink,
  ProcessGoal,
  Process,
  Theme,
  ConductAcceptance,
  ContributionRules,
  RuleTrace,
  ThreadRule,
  ModerationCase,
  ModerationDecision,
  ModerationFilter,
  ModerationSetting,
  QuarantineOpening,
  Quarantine,
  ReasonTemplate,
  Report,
  Appeal,
  Notice,
  RemovalOrder,
  Restriction,
  RedressSetting,
  RecordExport,
  RecordExportPart,
  Statement,
  Municipality,
  MunicipalityHost,
  District,
  OrganisationUnit,
  ActivitySubject,
  Activity,
  CommentMention,
  Follow,
  NotificationSetting,
  Notification,
  Mail,
  SigningKey,
  Goal,
  PolicyImport,
  Policy,
];

import { Tables1795400000000 } from './1795400000000-tables.js';
import { Rules1795400001000 } from './1795400001000-rules.js';
import { References1795450000000 } from './1795450000000-references.js';
import { Cases1795500000000 } from './1795500000000-cases.js';
import { Threads1795500100000 } from './1795500100000-threads.js';
import { Attachments1795500200000 } from './1795500200000-attachments.js';
import { Mail1795500300000 } from './1795500300000-mail.js';
import { Search1795500400000 } from './1795500400000-search.js';
import { ContributionRules1795500600000 } from './1795500600000-contribution-rules.js';
import { Conduct1795500650000 } from './1795500650000-conduct.js';
import { HeldInitiatives1795500660000 } from './1795500660000-held-initiatives.js';
import { Live1795500700000 } from './1795500700000-live.js';
import { Queue1795500800000 } from './1795500800000-queue.js';
import { Redress1795500850000 } from './1795500850000-redress.js';
import { Transparency1795500860000 } from './1795500860000-transparency.js';
import { Schemes1795600000000 } from './1795600000000-schemes.js';
import { Retention1795600010000 } from './1795600010000-retention.js';
import { WithheldAttachments1795600100000 } from './1795600100000-withheld-attachments.js';
import { ToldDecisions1795600110000 } from './1795600110000-told-decisions.js';
import { Truth1795600120000 } from './1795600120000-truth.js';
import { Decided1795600130000 } from './1795600130000-decided.js';
import { Feeds1795600200000 } from './1795600200000-feeds.js';
import { Ballots1795600300000 } from './1795600300000-ballots.js';
import { Votes1795600310000 } from './1795600310000-votes.js';
import { Districts1795600400000 } from './1795600400000-districts.js';
import { Arguments1795600410000 } from './1795600410000-arguments.js';
import { Remarks1795600420000 } from './1795600420000-remarks.js';
import { Pictures1795600430000 } from './1795600430000-pictures.js';
import { PaperSupport1795600440000 } from './1795600440000-paper-support.js';
import { Merges1795600450000 } from './1795600450000-merges.js';
import { InitiativeCases1795600500000 } from './1795600500000-initiative-cases.js';
import { DistrictsOfSupport1795700300000 } from './1795700300000-districts-of-support.js';
import { CaseReminders1795700310000 } from './1795700310000-case-reminders.js';
import { PublicRejections1795700320000 } from './1795700320000-public-rejections.js';
import { Undecided1795700330000 } from './1795700330000-undecided.js';
import { BallotsInTurn1795800000000 } from './1795800000000-ballots-in-turn.js';
import { MergedCoProposers1795800100000 } from './1795800100000-merged-co-proposers.js';
import { VotesInOrder1795800160000 } from './1795800160000-votes-in-order.js';
import { InitiativeFiles1795600510000 } from './1795600510000-initiative-files.js';
import { TitleWords1795700000000 } from './1795700000000-title-words.js';
import { SupportRanks1795700010000 } from './1795700010000-support-ranks.js';
import { LatePaper1795700100000 } from './1795700100000-late-paper.js';
import { Stances1795700200000 } from './1795700200000-stances.js';
import { Endings1795700210000 } from './1795700210000-endings.js';
import { Voters1795700220000 } from './1795700220000-voters.js';
import { ToldVotes1795700230000 } from './1795700230000-told-votes.js';

/** In order; forward only. */
export const MIGRATIONS = [
  Tables1795400000000,
  Rules1795400001000,
  References1795450000000,
  Cases1795500000000,
  Threads1795500100000,
  Attachments1795500200000,
  Mail1795500300000,
  Search1795500400000,
  ContributionRules1795500600000,
  Conduct1795500650000,
  HeldInitiatives1795500660000,
  Live1795500700000,
  Queue1795500800000,
  Redress1795500850000,
  Transparency1795500860000,
  Schemes1795600000000,
  Retention1795600010000,
  WithheldAttachments1795600100000,
  ToldDecisions1795600110000,
  Truth1795600120000,
  Decided1795600130000,
  Feeds1795600200000,
  Ballots1795600300000,
  Votes1795600310000,
  Districts1795600400000,
  Arguments1795600410000,
  Remarks1795600420000,
  Pictures1795600430000,
  PaperSupport1795600440000,
  Merges1795600450000,
  InitiativeCases1795600500000,
  InitiativeFiles1795600510000,
  TitleWords1795700000000,
  SupportRanks1795700010000,
  LatePaper1795700100000,
  Stances1795700200000,
  Endings1795700210000,
  Voters1795700220000,
  ToldVotes1795700230000,
  DistrictsOfSupport1795700300000,
  CaseReminders1795700310000,
  PublicRejections1795700320000,
  Undecided1795700330000,
  BallotsInTurn1795800000000,
  MergedCoProposers1795800100000,
  VotesInOrder1795800160000,
];

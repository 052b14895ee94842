import type { Language } from '@medvind/contracts';
import type { Block } from '../platform/mail/letter.rules.js';
import type { Posting } from '../platform/mail/mailer.js';
import type { Story } from './activities.repository.js';
import type { MailGroup } from './mail-groups.js';
import type { NotificationDetails, NotificationKind } from './notification.entity.js';
import { NOTICE_WORDS } from './notice.words.js';
import type { Subject } from './subjects.repository.js';

/** What one click ends: mail of one kind, or all that comes at one pace. */
export type MailScope = MailGroup | 'daily' | 'weekly';

export interface Addressee {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** The municipality a letter comes from. */
export interface Town {
  id: string;
  name: string;
  /** Of its pages: "https://medvind.example/helsingor". */
  url: string;
}

/** A notification that is mailed. */
export interface MailedNotice {
  id: string;
  personId: string;
  kind: NotificationKind;
  details: NotificationDetails;
  path: string;
  /** What the comment it is about says, where everybody can read that. */
  quote: string | null;
  quoteLanguage: string | null;
}

/** News of one thing somebody follows, the newest first. */
export interface Section {
  subject: Subject;
  stories: Story[];
  /** How much there is besides. */
  more: number;
}

interface Contents {
  town: Town;
  to: Addressee;
  scope: MailScope;
  key: string;
  notices?: readonly MailedNotice[];
  sections?: readonly Section[];
  /** Ends this mail for this person, here, in one click. */
  unsubscribeUrl: string;
}

/** A letter that has something to say; null when it has nothing. */
export function letterOf(contents: Contents): Posting | null {
  const { town, to, scope, key, notices = [], sections = [], unsubscribeUrl } = contents;
  if (notices.length + sections.length === 0) return null;
  const words = NOTICE_WORDS[to.language];
  const onlyDeadlines = sections.length === 0 && notices.every(({ details }) => details.due);
  const subjectOf = onlyDeadlines ? words.deadlines : words.subject[scope];
  const [only] = notices.length + sections.length === 1 ? notices : [];
  return {
    language: to.language,
    from: town.name,
    key,
    municipalityId: town.id,
    to: to.email,
    subject: only ? titleOf(only, to.language) : subjectOf(town.name),
    unsubscribeUrl,
    blocks: [
      { kind: 'paragraph', text: words.greeting(to.name) },
      ...(notices.length && sections.length ? [{ kind: 'heading' as const, text: words.mine }] : []),
      ...notices.flatMap((notice) => noticeBlocks(notice, to.language, town)),
      ...sections.flatMap((section) => sectionBlocks(section, to.language, town)),
      { kind: 'note', text: words.settings, href: `${town.url}/notifications/following` },
      { kind: 'note', text: words.stop[scope], href: unsubscribeUrl },
    ],
  };
}

const titleOf = ({ kind, details }: MailedNotice, language: Language): string => {
  const words: Partial<Record<string, (details: NotificationDetails) => string>> =
    NOTICE_WORDS[language].notice;
  return words[kind]?.(details) ?? details.title ?? '';
};

function noticeBlocks(notice: MailedNotice, language: Language, town: Town): Block[] {
  const { details, path, quote, quoteLanguage } = notice;
  const item: Block = { kind: 'item', text: titleOf(notice, language), href: `${town.url}/${path}` };
  const said = quote ?? details.result ?? details.text;
  const blocks: Block[] = [
    said ? { ...item, quote: said, ...(quoteLanguage && { lang: quoteLanguage }) } : item,
  ];
  if (details.reason)
    blocks.push({ kind: 'paragraph', text: `${NOTICE_WORDS[language].reason}: ${details.reason}` });
  return blocks;
}

function sectionBlocks({ subject, stories, more }: Section, language: Language, town: Town): Block[] {
  const words = NOTICE_WORDS[language];
  return [
    { kind: 'heading', text: subject.title, href: `${town.url}/${subject.path}`, lang: subject.language },
    ...stories.map((story): Block => {
      const item = {
        kind: 'item' as const,
        text: words.story[story.kind](story),
        href: `${town.url}/${story.path}`,
      };
      return story.quote ? { ...item, quote: story.quote, lang: story.language } : item;
    }),
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: words.more(more) }] : []),
  ];
}

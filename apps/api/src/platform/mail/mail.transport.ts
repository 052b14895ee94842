import fs from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Mail } from './mail.entity.js';
import { addressOf } from './mail-address.rules.js';
import { oneLine } from './letter.rules.js';

/** Takes letters out of the house. */
export interface MailTransport {
  /** Whether they reach people; else they lie in the outbox until somebody looks. */
  readonly delivers: boolean;
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Thrown for what no later attempt mends. */
export class Undeliverable extends Error {}

const optionsOf = (mail: Mail, from: string): SendMailOptions => ({
  from: { name: oneLine(mail.fromName), address: from },
  // An object: a string could name several.
  to: { name: '', address: mail.recipient },
  subject: oneLine(mail.subject),
  text: mail.text,
  html: mail.html,
  // The same at every attempt, so that a server which took it before can see that it did.
  messageId: `<${mail.id}@${from.split('@')[1]}>`,
  date: mail.createdAt,
  disableFileAccess: true,
  disableUrlAccess: true,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(mail.unsubscribeUrl && {
      'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
});

/** Over SMTP where a server is named, else into files below the data directory. */
export function transportOf({ smtpUrl, mailFrom, dataDir }: Config): MailTransport {
  const from = addressOf(mailFrom) ?? mailFrom;
  if (!smtpUrl) return outbox(path.join(dataDir, 'outbox'), from);
  const smtp = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    delivers: true,
    async send(mail) {
      try {
        await smtp.sendMail(optionsOf(mail, from));
      } catch (error) {
        const { responseCode = 0, message } = error as { responseCode?: number; message: string };
        throw responseCode >= 500 ? new Undeliverable(message) : error;
      }
    },
    close: () => smtp.close(),
  };
}

function outbox(folder: string, from: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    delivers: false,
    async send(mail) {
      const { message } = await composer.sendMail(optionsOf(mail, from));
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await fs.writeFile(path.join(folder, `${mail.id}.eml`), message as Buffer, { mode: 0o600 });
    },
    close: () => composer.close(),
  };
}

import { afterAll, beforeAll } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it is given; registered before the world that sends to it. */
export interface MailServer {
  url: string;
  /** Every letter it took, with whom it was addressed to in the envelope, in the order they came. */
  letters: (ParsedMail & { envelope: string[] })[];
  /** The answer to the next letters instead of taking them: a code of SMTP. */
  refuse: number | null;
}

export function aMailServer(): MailServer {
  const mail: MailServer = { url: '', letters: [], refuse: null };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    // The pool at the other end is closed after this server.
    closeTimeout: 50,
    onData(stream, session, done) {
      if (mail.refuse !== null) {
        stream.resume();
        done(Object.assign(new Error('not now'), { responseCode: mail.refuse }));
        return;
      }
      simpleParser(stream).then((letter) => {
        const envelope = session.envelope.rcptTo.map(({ address }) => address);
        mail.letters.push({ ...letter, envelope });
        done();
      }, done);
    },
  });
  server.on('error', () => {});

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    mail.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return mail;
}

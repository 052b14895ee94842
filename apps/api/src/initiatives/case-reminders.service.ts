import { Injectable } from '@nestjs/common';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { QUEUE, takeReminders } from './case-reminders.repository.js';
import { DeadlinesCame } from './initiatives.events.js';

const REMIND = 'remind-of-deadlines';
const BATCH = 200;

/** Tells those who deal with initiatives that a deadline comes near, and that it has passed: each of them once. */
@Injectable()
export class CaseRemindersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {
    jobs.handle(REMIND, (payload) => this.remind((payload as { municipalityId: string }).municipalityId));
    jobs.every('*/10 * * * *', 'look-for-deadlines', () => this.look());
  }

  /** However long nobody looked, what is due then is found: it is what is, not when one came to it, that counts. */
  async look() {
    await this.database.source.query(QUEUE, [REMIND]);
  }

  /** Said and written down in one transaction: neither twice nor never. */
  async remind(municipalityId: string) {
    const db = this.database.source.manager;
    const town = await db.getRepository(Municipality).findOneBy({ id: municipalityId });
    if (!town) return;
    await this.database.transaction(
      new RequestContext(db, town, null, new Set(), town.language),
      async (ctx) => {
        const reminders = await takeReminders(ctx, BATCH);
        if (reminders.length > 0) await this.events.publish(ctx, new DeadlinesCame(reminders));
        if (reminders.length === BATCH) await this.jobs.add(ctx, REMIND, { municipalityId });
      },
    );
  }
}

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from './config/config.js';
import { Database } from './database/database.js';
import { Events } from './events/events.js';
import { HealthController } from './health/health.controller.js';
import { FileJobs } from './jobs/file-jobs.js';
import { Jobs } from './jobs/jobs.js';
import { Mailer } from './mail/mailer.js';
import { OutboxController } from './mail/outbox.controller.js';
import { Signer } from './mail/signer.js';
import { RealtimeGateway } from './realtime/realtime.gateway.js';
import { Realtime } from './realtime/realtime.js';

/** What every feature stands on; it knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, OutboxController],
      providers: [
        { provide: CONFIG, useValue: config },
        Database,
        Events,
        Jobs,
        FileJobs,
        Mailer,
        Signer,
        Realtime,
        RealtimeGateway,
      ],
      exports: [CONFIG, Database, Events, Jobs, FileJobs, Mailer, Signer, Realtime],
    };
  }
}

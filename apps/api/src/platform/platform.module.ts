import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from './config/config.js';
import { Database } from './database/database.js';
import { Events } from './events/events.js';
import { HealthController } from './health/health.controller.js';
import { Jobs } from './jobs/jobs.js';
import { RealtimeGateway } from './realtime/realtime.gateway.js';
import { Realtime } from './realtime/realtime.js';

/** What every feature stands on; it knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [{ provide: CONFIG, useValue: config }, Database, Events, Jobs, Realtime, RealtimeGateway],
      exports: [CONFIG, Database, Events, Jobs, Realtime],
    };
  }
}

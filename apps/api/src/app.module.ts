import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { ActionPlansModule } from './action-plans/action-plans.module.js';
import { BallotsModule } from './ballots/ballots.module.js';
import { dataSourceOptions } from './data-source.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { DiscussionsModule } from './discussions/discussions.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InitiativesModule } from './initiatives/initiatives.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { InvolvementModule } from './involvement/involvement.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { RedressModule } from './redress/redress.module.js';
import { MunicipalitiesModule } from './municipalities/municipalities.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import type { Config } from './platform/config/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { VotesModule } from './votes/votes.module.js';

@Module({})
export class AppModule {
  /** The whole API on one migrated database. */
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.logLevel,
            // Addresses carry search words and cursors; the path is enough to see what was asked for.
            serializers: {
              req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url.split('?')[0] }),
            },
            autoLogging: { ignore: (request) => (request.url ?? '').startsWith('/health/') },
            customLogLevel: (_, reply, error) => (error || reply.statusCode >= 500 ? 'error' : 'debug'),
          },
        }),
        TypeOrmModule.forRoot(dataSourceOptions(databaseUrl)),
        PlatformModule.with(config),
        MunicipalitiesModule,
        IdentityModule,
        PoliciesModule,
        DiscussionsModule,
        BallotsModule,
        InitiativesModule,
        InvolvementModule,
        VotesModule,
        ModerationModule,
        RedressModule,
        NotificationsModule,
        ActionPlansModule,
        InsightsModule,
        DemonstrationModule,
      ],
    };
  }
}

interface LoggedRequest {
  id: string;
  method: string;
  url: string;
}

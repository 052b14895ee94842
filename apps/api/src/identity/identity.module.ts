import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { AccessGuard } from './access.guard.js';
import { ConductService } from './conduct.service.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { StandingsController } from './standings.controller.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [MunicipalitiesModule],
  controllers: [SessionController, PasswordsController, PeopleController, StandingsController],
  providers: [
    ConductService,
    PeopleService,
    PasswordsService,
    SessionsService,
    StandingsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [ConductService, PeopleService, SessionsService, StandingsService],
})
export class IdentityModule {}

import { Module } from '@nestjs/common';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalitiesService } from './municipalities.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';
import { WasController } from './was.controller.js';

@Module({
  controllers: [MunicipalitiesController, SettingsController, WasController],
  providers: [MunicipalitiesService, SettingsService],
  exports: [MunicipalitiesService],
})
export class MunicipalitiesModule {}

import { Module } from '@nestjs/common';
import { DistrictsController } from './districts.controller.js';
import { DistrictsService } from './districts.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalitiesService } from './municipalities.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';
import { WasController } from './was.controller.js';

@Module({
  controllers: [MunicipalitiesController, DistrictsController, SettingsController, WasController],
  providers: [MunicipalitiesService, DistrictsService, SettingsService],
  exports: [MunicipalitiesService, DistrictsService],
})
export class MunicipalitiesModule {}

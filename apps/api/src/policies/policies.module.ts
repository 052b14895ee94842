import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PoliciesController } from './policies.controller.js';
import { PolicyImporter } from './policy-importer.js';
import { PolicyImportsController } from './policy-imports.controller.js';
import { PolicyImportsService } from './policy-imports.service.js';
import { PolicyPublisher } from './policy-publisher.js';
import { PoliciesService } from './policies.service.js';

@Module({
  imports: [MunicipalitiesModule],
  controllers: [PoliciesController, PolicyImportsController],
  providers: [PoliciesService, PolicyPublisher, PolicyImporter, PolicyImportsService],
  exports: [PoliciesService, PolicyPublisher, PolicyImporter],
})
export class PoliciesModule {}

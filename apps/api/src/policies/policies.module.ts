import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PoliciesController } from './policies.controller.js';
import { PolicyPublisher } from './policy-publisher.js';
import { PoliciesService } from './policies.service.js';

@Module({
  imports: [MunicipalitiesModule],
  controllers: [PoliciesController],
  providers: [PoliciesService, PolicyPublisher],
  exports: [PoliciesService, PolicyPublisher],
})
export class PoliciesModule {}

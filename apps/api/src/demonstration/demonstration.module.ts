import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { Demonstration } from './demonstration.js';

@Module({ imports: [PoliciesModule], providers: [Demonstration], exports: [Demonstration] })
export class DemonstrationModule {}

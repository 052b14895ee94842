import { Module } from '@nestjs/common';
import { BallotKey } from './ballot-key.js';
import { BallotsController } from './ballots.controller.js';
import { BallotsService } from './ballots.service.js';
import { CheckpointsService } from './checkpoints.service.js';
import { LedgersService } from './ledgers.service.js';

@Module({
  controllers: [BallotsController],
  providers: [BallotKey, BallotsService, CheckpointsService, LedgersService],
  exports: [BallotsService, CheckpointsService],
})
export class BallotsModule {}

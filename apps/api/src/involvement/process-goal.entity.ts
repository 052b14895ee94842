import { Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Goal } from '../policies/goal.entity.js';
import { Process } from './process.entity.js';

/** A goal the process is about. */
@Entity()
export class ProcessGoal {
  @References(() => Process, { primary: true }) processId: string;
  @References(() => Goal, { primary: true, index: true }) goalId: string;
}

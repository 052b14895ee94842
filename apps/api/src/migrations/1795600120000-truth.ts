import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of conduct say what has been a reason all along: who accepted them without it is asked again. */
export class Truth1795600120000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('UPDATE municipality SET conduct_version = conduct_version + 1');
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

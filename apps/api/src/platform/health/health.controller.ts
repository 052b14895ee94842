import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Problem } from '../errors/problem.js';
import { Access } from '../http/access.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Access('anyone')
  live() {
    return { status: 'live' };
  }

  /** It can serve: the database answers. */
  @Get('ready')
  @Access('anyone')
  async ready() {
    try {
      await this.source.query('SELECT 1');
    } catch {
      throw new Problem(503, 'unavailable');
    }
    return { status: 'ready' };
  }
}

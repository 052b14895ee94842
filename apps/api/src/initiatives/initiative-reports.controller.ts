import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { InitiativeReport, ReportQuery } from './initiative-reports.dto.js';
import { InitiativeReportsService } from './initiative-reports.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiative-report')
export class InitiativeReportsController {
  constructor(private readonly reports: InitiativeReportsService) {}

  /** What was undecided at the end of a period. */
  @Get()
  @Access('staff')
  @ApiOkResponse({ type: InitiativeReport })
  show(@Ctx() ctx: RequestContext, @Query() query: ReportQuery): Promise<InitiativeReport> {
    return this.reports.show(ctx, query);
  }

  @Get('file')
  @Access('staff')
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="undecided.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(@Ctx() ctx: RequestContext, @Query() query: ReportQuery): StreamableFile {
    return new StreamableFile(Readable.from(this.reports.csv(ctx, query)), {
      type: 'text/csv; charset=utf-8',
    });
  }
}

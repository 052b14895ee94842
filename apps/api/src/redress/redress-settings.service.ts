import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { can } from './redress.access.js';
import type { RedressSettingsView } from './redress-settings.dto.js';
import { RedressSetting } from './redress-setting.entity.js';

const AT_FIRST: RedressSettingsView = { noticeHours: 24, hearingDays: 7 };

@Injectable()
export class RedressSettingsService {
  async current(ctx: RequestContext): Promise<RedressSettingsView> {
    const set = await ctx.db.getRepository(RedressSetting).findOneBy({ municipalityId: ctx.here });
    return set ? { noticeHours: set.noticeHours, hearingDays: set.hearingDays } : AT_FIRST;
  }

  async show(ctx: RequestContext): Promise<RedressSettingsView> {
    allow(ctx, can.readSettings(ctx));
    return this.current(ctx);
  }

  /** For what comes from now on; clocks that run keep their time. */
  async change(
    ctx: RequestContext,
    { noticeHours, hearingDays }: RedressSettingsView,
  ): Promise<RedressSettingsView> {
    allow(ctx, can.changeSettings(ctx));
    await ctx.db
      .getRepository(RedressSetting)
      .upsert({ municipalityId: ctx.here, noticeHours, hearingDays }, ['municipalityId']);
    return this.current(ctx);
  }
}

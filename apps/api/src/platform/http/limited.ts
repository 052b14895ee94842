import { RouteConfig } from '@nestjs/platform-fastify';

/** At most so many requests a minute from one address; for what costs something or can be guessed at. */
export const Limited = (perMinute?: number) =>
  RouteConfig({ rateLimit: { ...(perMinute ? { max: perMinute } : {}), timeWindow: '1 minute' } });

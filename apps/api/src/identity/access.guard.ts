import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { notFound, Problem } from '../platform/errors/problem.js';
import { ACCESS, isGranted, refusal, type Grant } from '../platform/http/access.js';
import { isSameOrigin } from '../platform/http/same-origin.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { SessionsService } from './sessions.service.js';

/** Makes the request's context and lets in whom the route declares; a route that declares nothing lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType() !== 'http') return true;
    const request = execution
      .switchToHttp()
      .getRequest<FastifyRequest<{ Params: { municipality?: string } }>>();
    if (!isSameOrigin(request)) throw new Problem(403, 'foreign-origin');
    const slug = request.params.municipality;
    const municipality = slug ? await this.municipalities.bySlug(slug) : null;
    if (slug && !municipality) throw notFound();
    const ctx = await this.sessions.contextOf(request.headers.cookie, municipality, {
      language: request.cookies.language,
    });
    request.medvind = ctx;
    const grants = this.reflector.getAllAndOverride<Grant[] | undefined>(ACCESS, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (!isGranted(ctx, grants ?? [])) throw refusal(ctx, grants ?? []);
    return true;
  }
}

import 'reflect-metadata';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { LIMITS } from '@medvind/contracts';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { Problem } from './platform/errors/problem.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { refuseTooDeep } from './platform/http/not-too-deep.js';
import { validation } from './platform/http/validation.js';
import { SharedIoAdapter } from './platform/realtime/shared-io.adapter.js';

export interface CreatedApp {
  app: NestFastifyApplication;
  openapi: OpenAPIObject;
}

/** The API with everything around it, not yet listening; the database is migrated before. */
export async function createApp(config: Config, databaseUrl: string): Promise<CreatedApp> {
  const adapter = new FastifyAdapter({
    // Only what the last proxy wrote: what stood there before, whoever asks can have made up.
    trustProxy: config.trustProxy && ((_, hop) => hop === 0),
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, databaseUrl), adapter, {
    // Nest tells every route at its start; what matters after it is told by our own logger.
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  // What is one's own is for no cache between; a route that is for everyone says so itself.
  fastify.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'private, no-cache'));
  fastify.addHook('preValidation', async ({ body }) => refuseTooDeep(body));
  // A proxy that does not say so in front may have ended the encryption: the address people use knows.
  await app.register(cookie, {
    parseOptions: { secure: config.publicUrl.startsWith('https:') || 'auto' },
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    // The highest quality, its default, takes longer than the network saves.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(multipart, { limits: { fileSize: LIMITS.documentBytes, files: 1, fields: 10 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  });
  await app.register(rateLimit, {
    global: false,
    max: config.rateLimit,
    errorResponseBuilder: (_, { ttl }) =>
      new Problem(429, 'too-many-requests', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  // The embedded database is this process's own: there is nobody else to tell.
  app.useWebSocketAdapter(config.databaseUrl ? new SharedIoAdapter(app, databaseUrl) : new IoAdapter(app));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  const openapi = describe(app);
  SwaggerModule.setup('api/docs', app, openapi, { jsonDocumentUrl: 'api/openapi.json' });
  return { app, openapi };
}

const describe = (app: NestFastifyApplication): OpenAPIObject =>
  withPathParameters(
    SwaggerModule.createDocument(
      app,
      new DocumentBuilder()
        .setTitle('Medvind')
        .setDescription(
          'What the pages of Medvind use. Sign in with `POST /api/session`; the session is an httpOnly cookie. Lists ' +
            'are paged by key: send `next` back as `after`. Errors are `{ code, status, details }`.',
        )
        .setVersion('1')
        .addCookieAuth('medvind_session')
        .build(),
      { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` },
    ),
  );

/** The municipality's slug is read by the guard, not by the methods, so Nest does not know of it. */
function withPathParameters(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    if (path.includes('{municipality}'))
      item.parameters = [{ name: 'municipality', in: 'path', required: true, schema: { type: 'string' } }];
  }
  return document;
}

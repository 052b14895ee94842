import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Grant } from '../src/platform/http/access.js';
import type { World } from './world.js';

export interface Route {
  name: string;
  method: string;
  path: string;
  grants: Grant[] | undefined;
  /** The controller's method, with what its decorators wrote on it. */
  handler: object;
}

/** Every route of every controller, as Nest serves it. */
export function routesOf(world: World): Route[] {
  const discovery = new DiscoveryService(world.app.get(ModulesContainer));
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type<object>;
    const prefix = String(Reflect.getMetadata('path', controller));
    return scanner.getAllMethodNames(controller.prototype as object).flatMap((name): Route[] => {
      const handler = (controller.prototype as Record<string, object>)[name]!;
      const method: number | undefined = Reflect.getMetadata('method', handler);
      if (method === undefined) return [];
      const grants = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller);
      const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
      return paths.map((path) => ({
        name: `${controller.name}.${name}`,
        method: RequestMethod[method]!,
        path: `/${[prefix, path].join('/')}`.replaceAll(/\/+/g, '/').replace(/\/$/, ''),
        grants,
        handler,
      }));
    });
  });
}

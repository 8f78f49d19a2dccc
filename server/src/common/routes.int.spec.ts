import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { ErrorBody, routes, type Route as RouteValue } from '@rejoin/shared';
import { AppModule } from '../app.module.js';
import { startApp, type TestApp } from '../testing/app.js';
import { ROUTE } from './route.decorator.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Every method of every controller that answers a path, with the route it declares. */
function handlers(): { name: string; route: RouteValue | undefined }[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype: object = metatype.prototype;
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function' || !Reflect.hasMetadata(PATH_METADATA, method)) return [];
      return [{ name: `${metatype.name}.${name}`, route: Reflect.getMetadata(ROUTE, method) }];
    });
  });
}

describe('the contract and the server', () => {
  it('agree: every route has one handler, and every handler is a route', () => {
    const mounted = handlers();
    expect(mounted.filter(({ route }) => !route || !Object.values(routes).includes(route)).map(({ name }) => name)).toEqual([]);
    for (const [name, route] of Object.entries(routes)) {
      const found = mounted.filter((handler) => handler.route === route);
      expect([name, found.length]).toEqual([name, 1]);
    }
  });

  it('name every route by method and path only once', () => {
    const named = Object.values(routes).map((route) => `${route.method} ${route.path}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it('take the row of a permission from where the route really carries it', () => {
    for (const [name, route] of Object.entries(routes)) {
      const inPath = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1]);
      expect([name, Object.keys(route.params?.shape ?? {}).sort()]).toEqual([name, inPath.sort()]);
      if (route.row?.in === 'params') expect([name, inPath]).toEqual([name, expect.arrayContaining([route.row.key])]);
    }
  });

  it('refuse a handler that declares no permission', async () => {
    @Controller()
    class Forgotten {
      @Get('forgotten')
      read(): string {
        return 'open to everyone';
      }
    }
    @Module({ imports: [AppModule.with({ ...app.config, METRICS_PORT: undefined })], controllers: [Forgotten] })
    class WithForgotten {}
    const nest = await NestFactory.create(WithForgotten, { logger: false });
    await nest.listen(0, '127.0.0.1');
    const response = await fetch(`${await nest.getUrl()}/forgotten`);
    expect(response.status).toBe(403);
    expect(ErrorBody.parse(await response.json()).code).toBe('access.refused');
    await nest.close();
  });
});

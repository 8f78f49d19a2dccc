import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  changePin,
  endKeptDevice,
  keepDevice,
  listKeptDevices,
  openKeptDevice,
  readKeptDevice,
  reportActivity,
  unlock,
  type Done,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Request, Response } from 'express';
import { AUTH, type Auth } from '../access/auth.js';
import { SignInState } from '../access/sign-in-state.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { CONFIG, type Config } from '../config.js';
import { KeptDeviceService } from './kept-device.service.js';
import { deviceToken, dropDeviceCookie, setDeviceCookie, setSignInCookie } from './sign-in-cookies.js';
import { UnlockService } from './unlock.service.js';

const done: Done = { done: true };

/** How a sign-in is kept in use, locked, opened again, and opened by the PIN of a kept device. */
@Controller()
export class SignInController {
  constructor(
    private readonly devices: KeptDeviceService,
    private readonly state: SignInState,
    private readonly locks: UnlockService,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(reportActivity)
  async active(@By() actor: Actor, @Input() { body }: InputOf<typeof reportActivity>): Promise<Done> {
    await this.state.used(actor, body.secondsAgo);
    return done;
  }

  @Route(unlock)
  async unlock(@By() actor: Actor, @Input() { body }: InputOf<typeof unlock>, @Req() request: Request): Promise<Done> {
    await this.locks.unlock(actor, body, { address: request.ip ?? '', device: this.device(request) });
    return done;
  }

  @Route(readKeptDevice)
  async kept(@Req() request: Request): Promise<ReplyOf<typeof readKeptDevice>> {
    return { kept: await this.devices.isKept(this.device(request)) };
  }

  @Route(openKeptDevice)
  async open(
    @Input() { body }: InputOf<typeof openKeptDevice>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Done> {
    const from = { agent: request.headers['user-agent'] ?? '', address: request.ip ?? '' };
    try {
      const token = await this.devices.open(this.device(request), body.pin, from);
      await setSignInCookie(response, this.auth, this.config.PUBLIC_URL, token);
    } catch (error) {
      if (error instanceof AppError && error.code === 'device.gone') dropDeviceCookie(response, this.config.PUBLIC_URL);
      throw error;
    }
    return done;
  }

  @Route(listKeptDevices)
  list(@By() actor: Actor, @Req() request: Request): Promise<ReplyOf<typeof listKeptDevices>> {
    return this.devices.list(actor, this.device(request));
  }

  @Route(keepDevice)
  async keep(
    @By() actor: Actor,
    @Input() { body }: InputOf<typeof keepDevice>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Done> {
    const token = await this.devices.keep(actor, body, request.headers['user-agent'] ?? '', this.device(request));
    setDeviceCookie(response, this.config.PUBLIC_URL, token);
    return done;
  }

  @Route(changePin)
  async changePin(@By() actor: Actor, @Input() { body }: InputOf<typeof changePin>, @Req() request: Request): Promise<Done> {
    await this.devices.changePin(actor, this.device(request), body.pin, body.newPin);
    return done;
  }

  @Route(endKeptDevice)
  async end(@By() actor: Actor, @Input() { params }: InputOf<typeof endKeptDevice>): Promise<Done> {
    await this.devices.end(actor, params.deviceId);
    return done;
  }

  private device(request: Request): string | undefined {
    return deviceToken(request.headers, this.config.PUBLIC_URL);
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomBytes } from 'node:crypto';
import { IsNull, Repository } from 'typeorm';
import { hashToken } from '../access/actor.service.js';
import { Clock } from '../common/clock.js';
import { LinkSession } from './link-session.entity.js';

/** Sign-ins by link, for people without an account. Only the hash of a token is kept. */
@Injectable()
export class LinkSessionService {
  constructor(
    @InjectRepository(LinkSession) private readonly sessions: Repository<LinkSession>,
    private readonly clock: Clock,
  ) {}

  /** Gives the token to put into the cookie of the link's page. */
  async open(personId: string, expiresAt: Date): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.sessions.insert({ personId, expiresAt, tokenHash: hashToken(token) });
    return token;
  }

  async close(token: string): Promise<void> {
    await this.sessions.update({ tokenHash: hashToken(token), revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }
}

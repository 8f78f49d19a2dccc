import { Body, Controller, Headers } from '@nestjs/common';
import { receiveWebhook, type Done } from '@rejoin/shared';
import { Route } from '../common/route.decorator.js';
import { DoormanNews } from './doorman-news.js';

@Controller()
export class DoormanWebhookController {
  constructor(private readonly news: DoormanNews) {}

  @Route(receiveWebhook)
  async receive(@Body() body: unknown, @Headers('authorization') signature: string | undefined): Promise<Done> {
    await this.news.receive(body, signature);
    return { done: true };
  }
}

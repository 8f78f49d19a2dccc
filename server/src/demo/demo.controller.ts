import { Controller } from '@nestjs/common';
import { readDemo, type ReplyOf } from '@rejoin/shared';
import { Route } from '../common/route.decorator.js';
import { DemoService } from './demo.service.js';

@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Route(readDemo)
  read(): Promise<ReplyOf<typeof readDemo>> {
    return this.demo.read();
  }
}

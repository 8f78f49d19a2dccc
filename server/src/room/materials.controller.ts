import { Controller } from '@nestjs/common';
import { readMaterial, sendMaterial, type Done, type InputOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { RoomMaterials } from './room.materials.js';

@Controller()
export class MaterialsController {
  constructor(private readonly materials: RoomMaterials) {}

  @Route(sendMaterial)
  async send(@Input() input: InputOf<typeof sendMaterial>, @By() actor: Actor): Promise<Done> {
    await this.materials.send(input, actor.personId);
    return { done: true };
  }

  @Route(readMaterial)
  read(@Input() input: InputOf<typeof readMaterial>, @By() actor: Actor): Promise<File> {
    return this.materials.read(input, actor.personId);
  }
}

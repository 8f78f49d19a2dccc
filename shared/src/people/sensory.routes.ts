import { route } from '../route.js';
import { SensoryProfile } from './sensory.js';

export const changeSensory = route({
  method: 'PUT',
  path: '/me/sensory',
  summary: 'Set how sound and screen are for me, on every device of mine',
  permission: 'me.change',
  body: SensoryProfile,
  reply: SensoryProfile,
});

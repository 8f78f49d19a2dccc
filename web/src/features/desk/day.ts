import type { readDay, ReplyOf } from '@rejoin/shared';

export type Day = ReplyOf<typeof readDay>;

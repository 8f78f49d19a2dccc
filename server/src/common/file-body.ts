import { fileBytes } from '@rejoin/shared';
import { AppError } from './app-error.js';
import type { AppRequest } from './request.js';

/** A body that is a file: read only once it is known who sends it, and never more of it than a file may have. */
export async function fileIn(request: AppRequest): Promise<File> {
  if (Number(request.headers['content-length'] ?? 0) > fileBytes) throw new AppError('file.tooLarge');
  const parts: Buffer<ArrayBuffer>[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer<ArrayBuffer>> = request.iterator({ destroyOnReturn: false });
  for await (const part of stream) {
    size += part.length;
    if (size > fileBytes) throw new AppError('file.tooLarge');
    parts.push(part);
  }
  return new File(parts, 'file', { type: (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '' });
}

import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@rejoin/shared';
import type { Response } from 'express';
import { AppError } from './app-error.js';

const databaseCodes: Record<string, ErrorCode> = {
  '23505': 'row.exists',
  '23503': 'input.invalid',
  '23514': 'input.invalid',
  '23P01': 'seat.doubleBooked',
  '22P02': 'input.invalid',
  '22003': 'input.invalid',
  '22007': 'input.invalid',
  '22008': 'input.invalid',
  '22021': 'input.invalid',
  '22P05': 'input.invalid',
  RJ001: 'note.signed',
  RJ002: 'note.awaiting',
};

const lostDatabase = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

function databaseError(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') {
    return /Connection terminated|connection timeout|DataSource is not|already released|connection error and is not queryable/i.test(
      error.message,
    )
      ? new AppError('system.unavailable')
      : undefined;
  }
  if (lostDatabase.test(code)) return new AppError('system.unavailable');
  return databaseCodes[code] && new AppError(databaseCodes[code]);
}

function httpError(error: HttpException): AppError {
  const status = error.getStatus();
  if (status === 404) return new AppError('row.notFound');
  if (status === 413) return new AppError('input.tooLarge');
  if (status >= 400 && status < 500) return new AppError('input.malformed');
  return new AppError('system.failed');
}

function bodyParserError(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status === 413) return new AppError('input.tooLarge');
  return error.status >= 400 && error.status < 500 ? new AppError('input.malformed') : undefined;
}

/** What a caller is told of any failure: always a named code, never an inner detail. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HttpException) return httpError(error);
  return databaseError(error) ?? bodyParserError(error) ?? new AppError('system.failed');
}

@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const refusal = toAppError(error);
    if (refusal.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown failure');
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(refusal.status).json(refusal.body);
  }
}

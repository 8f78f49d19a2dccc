import { errors, type ErrorBody, type ErrorCode } from '@rejoin/shared';

/** A refusal that the caller can act on: a named code, its status and its sentence. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    private readonly said: { message?: string; fields?: Record<string, string> } = {},
  ) {
    super(said.message ?? errors[code][1]);
    this.status = errors[code][0];
  }

  get body(): ErrorBody {
    return { code: this.code, message: this.message, ...(this.said.fields && { fields: this.said.fields }) };
  }
}

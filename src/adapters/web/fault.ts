/** The statuses of a refusal. */
export type FaultStatus = 400 | 403 | 404 | 413 | 421 | 429 | 500;

/** A request that is refused. `message` says in one Chinese sentence what is wrong and what to do. */
export class WebFault extends Error {
  readonly status: FaultStatus;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: FaultStatus, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "WebFault";
    this.status = status;
    this.headers = headers;
  }
}

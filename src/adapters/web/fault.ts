/** The statuses of a refusal. */
export type FaultStatus = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421 | 422 | 429 | 500;

/** What programs are told besides the sentence. */
export interface FaultDetail {
  /** Why a file was refused: the code of its AppError. */
  readonly code?: string;
  /** Values that are wrong, one entry each. */
  readonly errors?: readonly { readonly in: "path" | "query" | "body"; readonly name: string; readonly detail: string }[];
}

/** A request that is refused. `message` says in one Chinese sentence what is wrong and what to do. */
export class WebFault extends Error {
  readonly status: FaultStatus;
  readonly headers: Readonly<Record<string, string>>;
  readonly detail: FaultDetail;
  constructor(status: FaultStatus, message: string, headers: Readonly<Record<string, string>> = {}, detail: FaultDetail = {}) {
    super(message);
    this.name = "WebFault";
    this.status = status;
    this.headers = headers;
    this.detail = detail;
  }
}

/** Every way in which the program fails on purpose. A code is stable; the message is one Chinese sentence for the user. */
export type ErrorCode =
  | "config_invalid"
  | "usage"
  | "unreadable"
  | "empty"
  | "too_large"
  | "no_text"
  | "type_mismatch"
  | "encrypted"
  | "unsupported"
  | "classified"
  | "unsafe_path"
  | "not_a_document"
  | "no_documents"
  | "not_found"
  | "bad_line"
  | "index_damaged"
  | "store_failed"
  | "segmenter_missing"
  | "internal";

/** An expected failure. `message` says in one Chinese sentence what is wrong and what to do; it holds no secret. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

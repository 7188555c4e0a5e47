import type { Assistant } from "../../app/ask.ts";
import type { Figures } from "../../app/figures.ts";
import type { FileDesk, ProgramDesk } from "../../app/file-desk.ts";
import type { Office } from "../../app/office/office.ts";
import type { PictureMaker } from "../../app/pictures/picture.ts";
import type { AnsweredQuestionStore } from "../../app/ports.ts";
import type { ReadinessCheck } from "../../app/readiness.ts";
import type { Spreadsheets } from "../../app/spreadsheets.ts";
import type { TokenCheck } from "../../app/token-check.ts";
import type { AdminDependencies } from "./admin/dependencies.ts";
import type { Network } from "./networks.ts";

/** Where the page reports what happens. Fields hold no words, names or addresses of a person. */
export interface WebLog {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** How long the server waits for slow clients, in milliseconds. */
export interface WebTiming {
  /** For the whole head of a request. */
  readonly headersMs: number;
  /** For a whole request, its body included. An administrator's files may take longer. */
  readonly requestMs: number;
  /** For a client that reads nothing of its answer, or asks nothing more. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
  /** For the answers in hand when the server stops. */
  readonly stopMs: number;
}

export const DEFAULT_TIMING: WebTiming = { headersMs: 10_000, requestMs: 15_000, idleMs: 30_000, checkMs: 2000, stopMs: 3000 };

export interface WebSettings {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** How the page is reached from outside: https://mingbai.example.gov.cn; undefined where `host` and `port` tell it. */
  readonly publicUrl: string | undefined;
  /** The proxies that may say who a client is. */
  readonly trustedProxies: readonly Network[];
  readonly timing?: WebTiming | undefined;
}

/** What the web needs of the program. */
export interface WebDependencies {
  readonly settings: WebSettings;
  readonly assistant: Assistant;
  /** Keeps the questions that follow-ups go on from. */
  readonly questions: AnsweredQuestionStore;
  /** The office, whose store is opened when something first needs it. @throws {AppError} `store_failed` */
  readonly office: () => Promise<Office>;
  /** Takes the files of administrators and of programs. */
  readonly desk: () => Promise<FileDesk & ProgramDesk>;
  readonly checkToken: TokenCheck;
  /** Makes the files that are exported. */
  readonly spreadsheets: Spreadsheets;
  /** Undefined where the settings name no password: there is no administration then. */
  readonly admin?: AdminDependencies | undefined;
  /** Answers what agents post, over an assistant. Its library is loaded when the first of them comes. */
  readonly mcp: (assistant: Assistant) => Promise<(request: Request) => Promise<Response>>;
  readonly figures: Figures;
  readonly readiness: ReadinessCheck;
  readonly pictures: PictureMaker;
  readonly log: WebLog;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

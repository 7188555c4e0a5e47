import type { IncomingMessage } from "node:http";
import * as z from "zod";
import type { WebFault } from "../fault.ts";
import type { WebContext } from "../feature.ts";
import { createPrepared, sendPrepared } from "../send.ts";
import { PROBLEMS } from "./messages.zh.ts";

export const PROBLEM_TYPE = "application/problem+json";

/** A refusal as programs read it (RFC 9457). */
export const ProblemRecord = z
  .object({
    type: z.string().meta({ description: "问题的种类，不变", examples: ["urn:mingbai:problem:bad-request"] }),
    title: z.string().meta({ description: "这类问题叫什么" }),
    status: z.int().min(400).max(599).meta({ description: "HTTP 状态码" }),
    detail: z.string().meta({ description: "这一次哪里不对、怎么办，一句话；程序出错时有错误编号，请告诉管理人员" }),
    instance: z.string().optional().meta({ description: "请求的地址，不含参数" }),
    code: z.string().optional().meta({ description: "文件没有收录的原因，与 mingbai import --json 的 code 相同" }),
    errors: z
      .array(
        z.object({
          in: z.enum(["path", "query", "body"]).meta({ description: "在地址里、参数里，还是内容里" }),
          name: z.string().meta({ description: "哪一个参数" }),
          detail: z.string().meta({ description: "哪里不对" }),
        }),
      )
      .optional()
      .meta({ description: "不对的参数，每个一条" }),
  })
  .meta({ description: "没有答成的请求：哪里不对、怎么办（RFC 9457）" });

/** Whether a request is of a program, who reads problems and not pages. Its own words decide: a Host header may make another path of it. */
export function isForPrograms(request: Pick<IncomingMessage, "url">): boolean {
  const path = pathOf(request);
  return path === "/openapi.json" || path === "/api" || path.startsWith("/api/");
}

function pathOf({ url = "" }: Pick<IncomingMessage, "url">): string {
  return url.split("?")[0] ?? "";
}

/** A refusal as a line of JSON. @param path undefined where it cannot be read */
export function problemOf({ status, message, detail }: Pick<WebFault, "status" | "message" | "detail">, path: string | undefined): string {
  const { type, title } = PROBLEMS[status];
  return `${JSON.stringify({ type: `urn:mingbai:problem:${type}`, title, status, detail: message, ...(path !== undefined && { instance: path }), ...detail })}\n`;
}

/** Sends a refusal to a program. */
export function sendProblem(c: WebContext, fault: WebFault): Response {
  return sendPrepared(c, createPrepared(problemOf(fault, pathOf(c.env.incoming)), PROBLEM_TYPE, "no-store"), fault.status);
}

import { describeError } from "../../app/describe-error.ts";
import { isForPrograms, sendProblem } from "./api/problem.ts";
import { WebFault } from "./fault.ts";
import type { Site, WebContext } from "./feature.ts";
import { MCP_PATH, sendRpcFault } from "./mcp/rpc-fault.ts";
import * as say from "./messages.zh.ts";
import { preparePage, sendPrepared } from "./send.ts";
import { Page } from "./view/page.tsx";
import { viewOf } from "./view/view.ts";

/** A refusal as a page; as a problem where programs ask. */
export function sendFault(c: WebContext, site: Site, fault: WebFault): Response {
  for (const [name, value] of Object.entries(fault.headers)) c.header(name, value);
  if (isForPrograms(c.env.incoming)) return sendProblem(c, fault);
  if (c.req.path === MCP_PATH) return sendRpcFault(c, fault);
  const title = say.FAULTS[fault.status];
  const page = (
    <Page view={viewOf(c, site)} title={title}>
      <div class="error">
        <p class="error-status" aria-hidden="true">
          {fault.status}
        </p>
        <h1>{title}</h1>
        <p>{fault.message}</p>
        <p>
          <a href="/">{say.BACK_TO_ASK}</a>
        </p>
      </div>
    </Page>
  );
  return sendPrepared(c, preparePage(page), fault.status);
}

/** What broke, in the log; the request's id for the reader, and nothing else. */
export function faultOf(error: unknown, { log }: Pick<Site, "log">, requestId: string): WebFault {
  if (error instanceof WebFault) return error;
  log.error(say.requestFailed(), { requestId, ...describeError(error) });
  return new WebFault(500, say.failed(requestId));
}

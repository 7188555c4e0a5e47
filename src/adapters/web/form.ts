import { WebFault } from "./fault.ts";
import type { WebContext } from "./feature.ts";
import { requestBroken } from "./messages.zh.ts";

/** The fields of a form that was sent. @throws {WebFault} 400 for what is no form */
export async function readForm(c: WebContext): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    if (error instanceof WebFault) throw error;
    throw new WebFault(400, requestBroken());
  }
}

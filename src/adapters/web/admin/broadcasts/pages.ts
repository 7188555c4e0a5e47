import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { WebFault } from "../../fault.ts";
import type { OneAtATime } from "../one-at-a-time.ts";
import type { AdminPost, AdminRequest, AdminSite } from "../routes.tsx";
import * as say from "./messages.zh.ts";
import { showPreview } from "./preview-page.tsx";
import { showProgress } from "./progress-page.tsx";
import type { Recalls } from "./recall.ts";

export const BROADCASTS = "/admin/broadcasts";

/** What the routes of broadcasts share. */
export interface BroadcastPages {
  readonly site: AdminSite;
  readonly recalls: Recalls;
  readonly inTurn: OneAtATime;
}

/** A request about one broadcast. */
export interface AboutBroadcast<Request extends AdminRequest> {
  readonly request: Request;
  readonly office: Office;
  readonly broadcast: Broadcast;
}

/** The broadcast that the address names. @throws {WebFault} 404 */
export async function aboutBroadcast<Request extends AdminRequest>({ site }: BroadcastPages, request: Request): Promise<AboutBroadcast<Request>> {
  const office = await site.office();
  const broadcast = await office.stores.broadcast(idIn(request));
  if (broadcast) return { request, office, broadcast };
  throw new WebFault(404, say.noSuchBroadcast());
}

/** Changes a broadcast, one request after another. */
export function changing(pages: BroadcastPages, change: (about: AboutBroadcast<AdminPost>) => Promise<Response>): (request: AdminPost) => Promise<Response> {
  return (request) => pages.inTurn(idIn(request), async () => await change(await aboutBroadcast(pages, request)));
}

/** A draft as it will look; how far another broadcast is. */
export async function showBroadcast(
  { recalls }: BroadcastPages,
  { request, office, broadcast }: AboutBroadcast<AdminRequest>,
  said: { readonly notice?: string; readonly fault?: string } = {},
): Promise<Response> {
  if (broadcast.state === "draft") return await showPreview(request, office, broadcast, said.fault);
  return await showProgress(request, office, broadcast, recalls.isUnderWay(broadcast.id) ? { notice: say.RECALLING, ...said } : said);
}

function idIn({ c }: AdminRequest): string {
  return c.req.param("id") ?? "";
}

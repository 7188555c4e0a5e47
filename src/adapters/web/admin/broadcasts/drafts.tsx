import { cancelBroadcast, confirmBroadcast, draftBroadcast, recipientsOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { ACTOR } from "../audited.ts";
import type { AdminPost, AdminRequest, AdminRoutes } from "../routes.tsx";
import { showCompose } from "./compose-page.tsx";
import * as say from "./messages.zh.ts";
import { aboutBroadcast, BROADCASTS, type BroadcastPages, changing, showBroadcast } from "./pages.ts";
import { markOf } from "./preview-page.tsx";
import { EMPTY_FIELDS, fieldsOf, readContent, readFields } from "./read-draft.ts";

/** From the first word to the confirmation. @param showList shows what there is, with what was done */
export function mountDrafts(
  routes: AdminRoutes,
  pages: BroadcastPages,
  showList: (request: AdminRequest, office: Office, notice: string) => Promise<Response>,
): void {
  const { site } = pages;
  routes.get(`${BROADCASTS}/new`, async (request) => await showCompose(request, await site.office(), EMPTY_FIELDS, undefined));
  routes.post(BROADCASTS, async (request) => await keepDraft(request, await site.office(), undefined), { hasWords: true });

  routes.get(`${BROADCASTS}/:id/edit`, async (request) => {
    const about = await aboutBroadcast(pages, request);
    const fault = faultOfEdit(about.broadcast);
    if (fault !== undefined) return await showBroadcast(pages, about, { fault });
    return await showCompose(request, about.office, fieldsOf(about.broadcast), about.broadcast.id);
  });
  const edit = changing(pages, async (about) => {
    const fault = faultOfEdit(about.broadcast);
    return fault === undefined ? await keepDraft(about.request, about.office, about.broadcast) : await showBroadcast(pages, about, { fault });
  });
  routes.post(`${BROADCASTS}/:id/edit`, edit, { hasWords: true });

  const confirm = changing(pages, async (about) => {
    const { request, office, broadcast: draft } = about;
    // Confirmed already: how far it is, is what its confirmer wants to see.
    if (draft.state !== "draft") return request.c.redirect(`${BROADCASTS}/${draft.id}`, 303);
    if (request.form.text("seen") !== markOf(draft)) return await showBroadcast(pages, about, { fault: say.CHANGED });
    if ((await recipientsOf(office, draft.audience)).reached.length === 0) return await showBroadcast(pages, about);
    await confirmBroadcast(office, draft, ACTOR, undefined);
    return await showBroadcast(pages, await aboutBroadcast(pages, request), { notice: say.CONFIRMED });
  });
  routes.post(`${BROADCASTS}/:id/confirm`, confirm);

  const cancel = changing(pages, async (about) => {
    const { request, office, broadcast: draft } = about;
    if (draft.state !== "draft") return await showBroadcast(pages, about, { fault: say.NOT_OPEN });
    await cancelBroadcast(office, draft, ACTOR);
    return await showList(request, office, say.CANCELLED);
  });
  routes.post(`${BROADCASTS}/:id/cancel`, cancel);
}

/** Keeps what was filled in, as a new draft or in the place of one; where something is wrong with it, the form comes back. */
async function keepDraft(request: AdminPost, office: Office, before: Broadcast | undefined): Promise<Response> {
  const fields = readFields(request.form);
  const content = await readContent(office, fields);
  if (typeof content === "string") return await showCompose(request, office, fields, before?.id, content);
  const draft = { ...(before ?? (await draftBroadcast(office, ACTOR, content.notice))), ...content };
  await office.stores.saveBroadcast(draft);
  return request.c.redirect(`${BROADCASTS}/${draft.id}`, 303);
}

function faultOfEdit({ state, notice }: Broadcast): string | undefined {
  if (state !== "draft") return say.NOT_OPEN;
  return notice.file === undefined ? undefined : say.HAS_FILE;
}

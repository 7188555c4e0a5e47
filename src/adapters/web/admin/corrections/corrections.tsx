import { createHash } from "node:crypto";
import type { Corrected } from "../../../../app/document-shelf.ts";
import { AppError } from "../../../../errors.ts";
import { WebFault } from "../../fault.ts";
import * as site from "../../messages.zh.ts";
import { documentPath } from "../../view/links.ts";
import { record } from "../audited.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminPost, AdminRequest, AdminSection, AdminSite } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import * as say from "./messages.zh.ts";

const PATH = "/admin/documents/:id/corrections";

/** 更正: what was read wrong in a document, mended. */
export const corrections: AdminSection = {
  mount(routes, own) {
    routes.get(PATH, async (request) => {
      const { text, isTemplate } = await (await own.admin.shelf()).loadCorrections(idIn(request));
      return await showSheet(request, own, { text, base: markOf(text) }, isTemplate ? { notice: say.IS_TEMPLATE } : {});
    });
    routes.post(PATH, (request) => takeSheet(request, own), { hasWords: true });
  },
};

/** A sheet as it stands in the form. */
interface Sheet {
  readonly text: string;
  /** Stands for what was there when the form was opened. */
  readonly base: string;
}

async function takeSheet(request: AdminPost, own: AdminSite): Promise<Response> {
  const { form } = request;
  const id = idIn(request);
  const sheet: Sheet = { text: `${form.text("sheet")}\n`, base: form.text("base") };
  const shelf = await own.admin.shelf();
  const corrected = await shelf.tryCorrections(id, sheet.text).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unreadable") return error;
    throw error;
  });
  if (corrected instanceof AppError) return await showSheet(request, own, sheet, { fault: say.FAULTS, faults: corrected.message.split("\n") });
  if (form.text("what") !== "save") return await showSheet(request, own, sheet, { notice: say.CHECKED, corrected });
  if (corrected.unused.length > 0 && form.text("anyway") === "") return await showSheet(request, own, sheet, { fault: say.NOT_SAVED, corrected });
  if (markOf((await shelf.loadCorrections(id)).text) !== sheet.base) return await showSheet(request, own, sheet, { fault: say.OUTDATED, corrected });
  await shelf.saveCorrections(id, sheet.text);
  await record(own, { action: "correct", object: id, result: "done", detail: String(corrected.applied.length) });
  return await showSheet(request, own, { ...sheet, base: markOf(sheet.text) }, { notice: say.SAVED, corrected });
}

interface Said {
  readonly notice?: string;
  readonly fault?: string;
  /** A sentence for each line that is wrong. */
  readonly faults?: readonly string[];
  readonly corrected?: Corrected;
}

async function showSheet(request: AdminRequest, { assistant }: AdminSite, sheet: Sheet, { notice, fault, faults = [], corrected }: Said): Promise<Response> {
  const id = idIn(request);
  const document = (await assistant.corpus()).document(id);
  if (!document) throw new WebFault(404, site.noSuchDocument());
  return request.send(
    say.title(document.title),
    <>
      {faults.length > 0 && (
        <ul>
          {faults.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {corrected && <Outcome corrected={corrected} />}
      <SheetForm id={id} sheet={sheet} visitor={request.visitor} hasUnused={corrected !== undefined && corrected.unused.length > 0} />
      <p class="row">
        <a href={documentPath(id)}>{say.SEE}</a>
        <a href="/admin/documents">{say.TO_DOCUMENTS}</a>
      </p>
    </>,
    { notice, fault },
  );
}

function SheetForm({ id, sheet, visitor, hasUnused }: { readonly id: string; readonly sheet: Sheet; readonly visitor: Visitor; readonly hasUnused: boolean }) {
  return (
    <AdminForm visitor={visitor} action={`/admin/documents/${id}/corrections`} class="stack">
      <p class="hint">{say.HINT}</p>
      <input type="hidden" name="base" value={sheet.base} />
      <label>
        {say.SHEET}
        <textarea name="sheet" class="code" rows={26} spellcheck={false} wrap="off">
          {`\n${sheet.text}`}
        </textarea>
      </label>
      {hasUnused && (
        <label class="choice">
          <input type="checkbox" name="anyway" value="1" />
          {say.SAVE_ANYWAY}
        </label>
      )}
      <div class="row">
        <button type="submit" name="what" value="check" class="light">
          {say.CHECK}
        </button>
        <button type="submit" name="what" value="save">
          {say.SAVE}
        </button>
      </div>
    </AdminForm>
  );
}

function Outcome({ corrected: { applied, unused } }: { readonly corrected: Corrected }) {
  if (applied.length + unused.length === 0) return <p>{say.NOTHING}</p>;
  return (
    <section class="panel">
      {applied.length > 0 && <Lines title={say.APPLIED} lines={applied} />}
      {unused.length > 0 && <Lines title={say.UNUSED} lines={unused} />}
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul class="lines">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

function idIn({ c }: AdminRequest): string {
  return c.req.param("id") ?? "";
}

/** Blank lines at the ends do not count: forms drop and add them. */
function markOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("base64url").slice(0, 16);
}

import { dateInChina } from "../../../../app/date-in-china.ts";
import type { LibraryFacts } from "../../../../app/document-library.ts";
import type { WaitingDocument } from "../../../../app/file-desk.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import { WebFault } from "../../fault.ts";
import * as site from "../../messages.zh.ts";
import { documentPath } from "../../view/links.ts";
import { record } from "../audited.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminRequest, AdminSection, AdminSite } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import { Table } from "../table.tsx";
import { WaitingFile } from "./file-view.tsx";
import * as say from "./messages.zh.ts";
import { mountUpload } from "./upload.tsx";

/** 文件: what there is, files that wait to be decided on, and taking one out. */
export const documents: AdminSection = {
  nav: { href: "/admin/documents", label: say.TITLE },
  mount(routes, own) {
    routes.get("/admin/documents", (request) => showDocuments(request, own, {}));
    mountUpload(routes, own, (request, fault) => showDocuments(request, own, { fault }));
    routes.get("/admin/documents/:id/remove", async ({ c, send, visitor }) => {
      const facts = await getImported(own, c.req.param("id"));
      return send(say.REMOVE_TITLE, <RemoveForm facts={facts} visitor={visitor} />);
    });
    routes.post("/admin/documents/:id/remove", async (request) => {
      const facts = await getImported(own, request.c.req.param("id"));
      const removed = await (await own.admin.shelf()).remove(facts.id);
      if (removed) await record(own, { action: "remove", object: facts.id, result: "done", detail: "" });
      return await showDocuments(request, own, { notice: say.removed(facts), without: facts.id });
    });
  },
};

async function getImported({ admin }: AdminSite, id: string | undefined): Promise<LibraryFacts> {
  const facts = (await (await admin.shelf()).imported()).find((known) => known.id === id);
  if (facts) return facts;
  throw new WebFault(404, say.notImported());
}

function RemoveForm({ facts, visitor }: { readonly facts: LibraryFacts; readonly visitor: Visitor }) {
  return (
    <AdminForm visitor={visitor} action={`/admin/documents/${facts.id}/remove`} class="stack">
      <p>{say.removeQuestion(facts)}</p>
      <div class="row">
        <button type="submit">{say.REMOVE}</button>
        <a href="/admin/documents">{say.TO_DOCUMENTS}</a>
      </div>
    </AdminForm>
  );
}

interface Shown {
  readonly notice?: string;
  readonly fault?: string;
  /** A document that was taken out just now and may still be answered from for a moment. */
  readonly without?: string;
}

async function showDocuments({ send, visitor }: AdminRequest, { admin, assistant, desk }: AdminSite, { notice, fault, without }: Shown): Promise<Response> {
  const [corpus, shelf, waiting] = [await assistant.corpus(), await admin.shelf(), await (await desk()).waiting()];
  const imported = new Map((await shelf.imported()).map((facts) => [facts.id, facts]));
  return send(
    say.TITLE,
    <>
      <section class="panel">
        <h2>{say.UPLOAD}</h2>
        <UploadForm visitor={visitor} />
      </section>
      {waiting.length > 0 && <Waiting files={waiting} visitor={visitor} />}
      <section>
        <h2>{say.THERE}</h2>
        <Table
          columns={say.COLUMNS}
          rows={corpus.documents
            .filter(({ id }) => id !== without)
            .map((document) => [
              <a href={documentPath(document.id)}>{document.title}</a>,
              document.documentNumber?.printed ?? "",
              site.taskCount(corpus.tasksOf(document.id).length),
              sourceOf(imported.get(document.id)),
              <Actions document={document} isImported={imported.has(document.id)} />,
            ])}
        />
      </section>
    </>,
    { notice, fault },
  );
}

function sourceOf(facts: LibraryFacts | undefined): string {
  return facts === undefined ? say.SHIPPED : say.importedOn(dateInChina(facts.importedAtMs), facts.file);
}

function Actions({ document: { id }, isImported }: { readonly document: OfficialDocument; readonly isImported: boolean }) {
  return (
    <span class="row">
      <a href={`/admin/documents/${id}/corrections`}>{say.CORRECT}</a>
      {isImported && <a href={`/admin/documents/${id}/remove`}>{say.REMOVE}</a>}
    </span>
  );
}

function UploadForm({ visitor }: { readonly visitor: Visitor }) {
  return (
    <AdminForm visitor={visitor} action="/admin/documents/upload" takesFiles class="stack">
      <p class="hint">{say.UPLOAD_HINT}</p>
      <label>
        {say.CHOOSE}
        <input type="file" name="files" multiple accept=".docx,.doc,.wps,.pdf,.xlsx,.ofd,.html,.htm,.txt,.md" />
      </label>
      <button type="submit">{say.READ}</button>
    </AdminForm>
  );
}

function Waiting({ files, visitor }: { readonly files: readonly WaitingDocument[]; readonly visitor: Visitor }) {
  return (
    <section class="stack">
      <h2>{say.WAITING}</h2>
      {files.map((file) => (
        <WaitingFile file={file} visitor={visitor} />
      ))}
    </section>
  );
}

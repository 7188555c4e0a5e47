import type { FileDesk, WaitingDocument } from "../../../../app/file-desk.ts";
import { AppError } from "../../../../errors.ts";
import { allowSlowBody } from "../../body-time.ts";
import type { WebContext } from "../../feature.ts";
import { record } from "../audited.ts";
import type { AdminRequest, AdminRoutes, AdminSite } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import { WaitingFile } from "./file-view.tsx";
import * as say from "./messages.zh.ts";

const MEGABYTE = 1024 * 1024;
/** As much as Telegram lets a bot fetch. */
const MOST_FILE_BYTES = 20 * MEGABYTE;
/** All files of a form together; they are in memory for a moment. */
const MOST_UPLOAD_BYTES = 40 * MEGABYTE;
const MOST_FILES = 20;
/** Reading a file takes 9 s at the most, and nothing is sent meanwhile. */
const LONGEST_WORK_MS = 4 * 60_000;

/** A file that was read, or why it was not. */
type Taken = WaitingDocument | { readonly name: string; readonly refused: string };

/** Takes files, and the decision on each. @param refuse shows the list with what is wrong */
export function mountUpload(routes: AdminRoutes, site: AdminSite, refuse: (request: AdminRequest, fault: string) => Promise<Response>): void {
  const { desk } = site;
  routes.post(
    "/admin/documents/upload",
    async (request) => {
      const files = request.form.files("files");
      if (files.length === 0) return await refuse(request, say.NOTHING_CHOSEN);
      if (files.length > MOST_FILES) return await refuse(request, say.tooManyFiles(MOST_FILES));
      const taken: Taken[] = [];
      for (const file of files) taken.push(await take(await desk(), file, site));
      return request.send(say.READ_TITLE, <TakenFiles files={taken} visitor={request.visitor} />);
    },
    { maxBytes: MOST_UPLOAD_BYTES, beforeBody: allowTime },
  );
  routes.post("/admin/documents/waiting/:id/accept", async (request) => {
    allowTime(request.c);
    const fileId = request.c.req.param("id") ?? "";
    const accepted = await (await desk()).accept(fileId).catch(async (error: unknown) => {
      await record(site, { action: "import", object: "", result: "failed", detail: fileId });
      throw error;
    });
    if (accepted === undefined) return await refuse(request, say.DECIDED);
    await record(site, { action: "import", object: accepted.documentId, result: "done", detail: fileId });
    return request.send(
      say.ACCEPTED_TITLE,
      <>
        <pre class="report">{accepted.said}</pre>
        <p>{say.ACCEPTED_HINT}</p>
        <Back />
      </>,
    );
  });
  routes.post("/admin/documents/waiting/:id/discard", async (request) => {
    const fileId = request.c.req.param("id") ?? "";
    const said = await (await desk()).discard(fileId);
    if (said === undefined) return await refuse(request, say.DECIDED);
    await record(site, { action: "discard", object: "", result: "done", detail: fileId });
    return request.send(say.DISCARDED_TITLE, <Back />, { notice: said });
  });
}

/** The line may be slow, and so may the reading be. */
function allowTime(c: WebContext): void {
  allowSlowBody(c.env.incoming);
  c.env.incoming.socket.setTimeout(LONGEST_WORK_MS);
}

/** A file that is refused, or breaks its reader, takes nothing from the others. */
async function take(desk: FileDesk, file: File, { log }: AdminSite): Promise<Taken> {
  const name = file.name.split(/[\\/]/u).at(-1) ?? "";
  if (file.size > MOST_FILE_BYTES) return { name, refused: say.fileTooLarge(name) };
  try {
    const { id, report } = await desk.receive(file.name, new Uint8Array(await file.arrayBuffer()));
    return { id, name, report };
  } catch (error) {
    if (error instanceof AppError) return { name, refused: error.message };
    log.error(say.READING_FAILED_LOG, { error: error instanceof Error ? error.message : String(error) });
    return { name, refused: say.notRead(name) };
  }
}

function TakenFiles({ files, visitor }: { readonly files: readonly Taken[]; readonly visitor: Visitor }) {
  return (
    <>
      <p class="hint">{say.READ_HINT}</p>
      <section class="stack">
        <h2>{say.filesRead(files.length)}</h2>
        {files.map((file) =>
          "refused" in file ? (
            <article class="panel">
              <h3>{file.name}</h3>
              <p class="warning">{file.refused}</p>
            </article>
          ) : (
            <WaitingFile file={file} visitor={visitor} />
          ),
        )}
      </section>
      <Back />
    </>
  );
}

function Back() {
  return (
    <p>
      <a href="/admin/documents">{say.TO_DOCUMENTS}</a>
    </p>
  );
}

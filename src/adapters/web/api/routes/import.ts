import * as z from "zod";
import type { AuditEntry } from "../../../../app/office/ports.ts";
import { ImportRecord } from "../../../../app/records/import-record.ts";
import { AppError } from "../../../../errors.ts";
import { allowSlowBody } from "../../body-time.ts";
import { WebFault } from "../../fault.ts";
import type { WebContext } from "../../feature.ts";
import * as say from "../messages.zh.ts";
import { isEncoded, readBytes, typeOf } from "../read-request.ts";
import { requireToken } from "../require-token.ts";
import { apiRoute } from "../route.ts";

/** As much as Telegram hands over to a bot. */
const UPLOAD = { maxBytes: 20 * 1024 * 1024, field: "file" } as const;
/** What a form adds to its file. */
const FORM_BYTES = 64 * 1024;

const ImportQuery = z.object({
  name: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: "文件名；直接发送文件的内容时要写", examples: ["工作要点.docx"] }),
  "dry-run": z.boolean().default(false).meta({ description: "只读不收录，看程序读到了什么" }),
});

export const importDocument = apiRoute({
  method: "post",
  path: "/api/v1/documents",
  operationId: "importDocument",
  tag: "documents",
  summary: "收录一份文件",
  description:
    "与 mingbai import 相同。文件放在表单的 file 一栏，或直接作为请求的内容并用参数 name 写明文件名；最多 20 MB。返回时一般已经可以查到新文件，文件很多时还要等几秒。",
  query: ImportQuery,
  upload: UPLOAD,
  scope: "write",
  replies: [
    { status: 200, description: "已有同样的文件，或换成了新版本，或只读没有收录；见 outcome", schema: ImportRecord },
    { status: 201, description: "新收录了一份文件，地址见 Location", schema: ImportRecord },
  ],
  faults: [401, 403, 413, 415, 422],
  async answer(site, { query }, c) {
    const token = await requireToken(c, site, "write");
    allowSlowBody(c.env.incoming);
    const { name, bytes } = await readFile(c, query.name);
    const keeps = !query["dry-run"];
    const [desk, office] = [await site.desk(), await site.office()];
    const note = (object: string, result: AuditEntry["result"], detail: string) =>
      keeps ? office.stores.audit({ atMs: office.clock(), actor: token, action: "import", object, result, detail }) : undefined;
    try {
      const report = await desk.take(name, bytes, keeps);
      const { id } = report.document;
      await note(id, "done", report.outcome?.kind ?? "");
      return report.outcome?.kind === "added" ? { json: report, status: 201, headers: { location: `/api/v1/documents/${id}` } } : { json: report };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "store_failed") throw error;
      await note("-", "failed", error.code);
      throw new WebFault(error.code === "too_large" ? 413 : 422, error.message, {}, { code: error.code });
    }
  },
});

interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws {WebFault} 400, 413, 415 */
async function readFile(c: WebContext, name: string | undefined): Promise<SentFile> {
  const type = typeOf(c);
  if ((type !== "multipart/form-data" && type !== "application/octet-stream") || isEncoded(c)) throw new WebFault(415, say.wantsFile());
  const sent = await readBytes(c, type === "multipart/form-data" ? UPLOAD.maxBytes + FORM_BYTES : UPLOAD.maxBytes, say.fileTooLarge(UPLOAD.maxBytes));
  const file = type === "multipart/form-data" ? await fileInForm(c, sent, name) : { name: named(name), bytes: sent };
  if (file.bytes.length === 0) throw new WebFault(400, say.fileEmpty());
  if (file.bytes.length > UPLOAD.maxBytes) throw new WebFault(413, say.fileTooLarge(UPLOAD.maxBytes));
  return file;
}

async function fileInForm(c: WebContext, sent: Uint8Array<ArrayBuffer>, name: string | undefined): Promise<SentFile> {
  const form = await new Response(sent, { headers: { "content-type": c.req.header("content-type") ?? "" } }).formData().catch(() => {
    throw new WebFault(400, say.formBroken());
  });
  const file = form.get(UPLOAD.field);
  if (file === null || typeof file === "string") throw new WebFault(400, say.fileMissing(UPLOAD.field));
  return { name: name ?? named(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

function named(name: string | undefined): string {
  if (name === undefined || name === "") throw new WebFault(400, say.fileUnnamed());
  return name;
}

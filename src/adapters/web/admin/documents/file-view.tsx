import type { WaitingDocument } from "../../../../app/file-desk.ts";
import { AdminForm } from "../frame.tsx";
import type { Visitor } from "../sessions.ts";
import * as say from "./messages.zh.ts";

/** A file that was read and is to be decided on. */
export function WaitingFile({ file: { id, name, report }, visitor }: { readonly file: WaitingDocument; readonly visitor: Visitor }) {
  return (
    <article class="panel">
      <h3>{name}</h3>
      {report !== "" && <pre class="report">{report}</pre>}
      <div class="row">
        <AdminForm visitor={visitor} action={`/admin/documents/waiting/${id}/accept`}>
          <button type="submit">{say.ACCEPT}</button>
        </AdminForm>
        <AdminForm visitor={visitor} action={`/admin/documents/waiting/${id}/discard`}>
          <button type="submit" class="light">
            {say.DISCARD}
          </button>
        </AdminForm>
      </div>
    </article>
  );
}

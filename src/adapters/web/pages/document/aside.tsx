import type { NamedDocument } from "../../../../core/answer/cross-references.ts";
import type { Erratum } from "../../../../core/ledger/errata.ts";
import { ERRATUM_KINDS } from "../../../../core/ledger/errata-memo.ts";
import * as say from "../../messages.zh.ts";
import { documentPath } from "../../view/links.ts";
import type { CitedFrom } from "./document-facts.ts";
import type { OutlineEntry } from "./outline.ts";

interface AsideProps {
  readonly outline: readonly OutlineEntry[];
  readonly slips: readonly Erratum[];
  readonly cites: readonly NamedDocument[];
  readonly citedFrom: readonly CitedFrom[];
}

/** What stands beside a document: its outline, its misprints, what it cites and what cites it. */
export function Aside({ outline, slips, cites, citedFrom }: AsideProps) {
  return (
    <aside aria-label={say.ASIDE}>
      {outline.length > 0 && (
        <details open>
          <summary>{say.OUTLINE}</summary>
          <nav aria-label={say.OUTLINE}>
            <Outline entries={outline} />
          </nav>
        </details>
      )}
      {slips.length > 0 && (
        <details open>
          <summary>{say.slips(slips.length)}</summary>
          <ol class="slips">
            {slips.map(({ kind, place, printed, suggestion }, index) => (
              <li id={`e${index + 1}`}>
                <a href={`#s${index + 1}`}>{ERRATUM_KINDS[kind]}</a>
                {place !== "" && <span class="slip-place">{place}</span>}
                <q>{printed}</q>
                <span>{suggestion}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {cites.length > 0 && (
        <details>
          <summary>{say.cites(cites.length)}</summary>
          <ul>
            {cites.map(({ title, documentNumber, document }) => (
              <li>
                {document === undefined ? title : <a href={documentPath(document)}>{title}</a>}
                {documentNumber !== undefined && `（${documentNumber}）`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {citedFrom.length > 0 && (
        <details>
          <summary>{say.citedFrom(citedFrom.length)}</summary>
          <ul>
            {citedFrom.map(({ document, span }) => (
              <li>
                <a href={documentPath(document.id, span)}>《{document.title}》</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function Outline({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  return (
    <ul class="plain">
      {entries.map(({ label, title, anchor, below }) => (
        <li>
          <a href={`#${anchor}`}>
            {label}
            {title}
          </a>
          {below.length > 0 && <Outline entries={below} />}
        </li>
      ))}
    </ul>
  );
}

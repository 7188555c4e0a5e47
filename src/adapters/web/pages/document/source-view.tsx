import type { Child } from "hono/jsx";
import * as say from "../../messages.zh.ts";
import type { Overlay, Piece, SourcePart, TableRowPieces } from "./source-lines.ts";

/** The source as it stands. What is added to it is drawn by the style sheet, so that the text of the element is the source. */
export function SourceView({ parts }: { readonly parts: readonly SourcePart[] }) {
  const marks = { begun: false };
  return (
    <div class="source">
      {parts.map((part) =>
        part.kind === "table" ? (
          <Table rows={part.rows} marks={marks} />
        ) : part.as === "heading" ? (
          <h3 class="line">{part.pieces.map((piece) => pieceView(piece, marks))}</h3>
        ) : (
          <p class={part.as === "plain" ? "line" : `line ${part.as}`}>{part.pieces.map((piece) => pieceView(piece, marks))}</p>
        ),
      )}
    </div>
  );
}

/** Whether the opened passage has begun: its first piece has the address `#mark`. */
interface Marks {
  begun: boolean;
}

function Table({ rows, marks }: { readonly rows: readonly TableRowPieces[]; readonly marks: Marks }) {
  return (
    <section class="table" tabindex={0} aria-label={say.TABLE}>
      <table>
        {rows.map(({ cells, isHeader }) => (
          <tr>
            {cells.map(({ rowSpan, columnSpan, pieces }) => {
              const Cell = isHeader ? "th" : "td";
              return (
                <Cell rowspan={rowSpan > 1 ? rowSpan : undefined} colspan={columnSpan > 1 ? columnSpan : undefined} scope={isHeader ? "col" : undefined}>
                  {pieces.map((piece) => pieceView(piece, marks))}
                </Cell>
              );
            })}
          </tr>
        ))}
      </table>
    </section>
  );
}

function pieceView(piece: Piece, marks: Marks): Child {
  let words: Child = piece.text;
  const of = <Kind extends Overlay["kind"]>(kind: Kind) => piece.overlays.find((overlay): overlay is Extract<Overlay, { kind: Kind }> => overlay.kind === kind);
  const reference = of("reference");
  const slip = of("slip");
  if (reference) words = <a href={reference.href}>{words}</a>;
  if (slip) words = <span class="slip">{words}</span>;
  if (of("strong")) words = <strong>{words}</strong>;
  if (of("mark")) {
    words = <mark id={marks.begun ? undefined : "mark"}>{words}</mark>;
    marks.begun = true;
  }
  return (
    <>
      {piece.anchors.map(({ id, task }) =>
        task === undefined ? <span id={id}></span> : <NumberLink as="place" id={id} to={id} number={task} label={say.taskAddress(task)} />,
      )}
      {words}
      {slip && slip.span.end === piece.start + piece.text.length && (
        <NumberLink as="slip-number" id={`s${slip.number}`} to={`e${slip.number}`} number={slip.number} label={say.slipNumber(slip.number)} />
      )}
    </>
  );
}

interface NumberLinkProps {
  readonly as: "place" | "slip-number";
  readonly id: string;
  /** Where on the page it leads. */
  readonly to: string;
  readonly number: number;
  readonly label: string;
}

/** A number beside the source. It is drawn by the style sheet, and so no part of the text. */
function NumberLink({ as, id, to, number, label }: NumberLinkProps) {
  // biome-ignore lint/a11y/useAnchorContent: what it is called stands in its label
  return <a class={as} id={id} href={`#${to}`} data-number={number} aria-label={label}></a>;
}

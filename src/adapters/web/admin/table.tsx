import type { Child } from "hono/jsx";

interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}

/** A table that becomes a row of cards on a small screen, where each cell says its column. */
export function Table({ columns, rows }: TableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) => (
                <td data-name={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

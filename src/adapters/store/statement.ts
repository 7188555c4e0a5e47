import type { Compilable, QueryResult, Transaction } from "kysely";
import type { StoreTables } from "./schema.ts";

/** A statement that runs with other values each time. */
export type Statement<Values, Row> = (transaction: Transaction<StoreTables>, values: Values) => Promise<QueryResult<Row>>;

/**
 * Compiles a statement once; to build one costs several times what it costs to run it.
 * @param build builds it with placeholders, each of which may be used more than once and only as a value
 */
export function createStatement<Values extends Readonly<Record<string, string | number | null>>, Row>(
  build: (values: Values) => Compilable<Row>,
): Statement<Values, Row> {
  const compiled = build(PLACEHOLDERS as Values).compile();
  const takesOf = (values: Values) => compiled.parameters.map((parameter) => (typeof parameter === "symbol" ? values[parameter.description ?? ""] : parameter));
  return (transaction, values) => transaction.executeQuery({ ...compiled, parameters: takesOf(values) });
}

/** Every property is a symbol by its name, which no statement holds by itself. */
const PLACEHOLDERS: object = new Proxy({}, { get: (_target, name) => Symbol(String(name)) });

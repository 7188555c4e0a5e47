/** A call that cannot be answered. `message` says in one Chinese sentence what is wrong and what to do; the agent reads it as the tool's result. */
export class ToolFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ToolFault";
  }
}

/** A request that goes against the protocol, with the code of JSON-RPC or MCP for it. */
export class ProtocolFault extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = "ProtocolFault";
    this.code = code;
  }
}

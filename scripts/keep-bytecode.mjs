// Runs the program once and keeps the bytecode of what it ran through. usage: keep-bytecode.mjs PROGRAM START ARGUMENTS…
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import { crc32 } from "node:zlib";

const [program, start, ...args] = process.argv.slice(2);
const { Script } = vm;
let script;
/** The launcher makes one script. Its functions are compiled when they first run, so only at the end has it all that is worth keeping. */
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    script = this;
  }
};
process.on("exit", (status) => {
  if (status !== 0) return;
  const bytecode = script.createCachedData();
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(bytecode, crc32(readFileSync(start))));
  writeFileSync(`${start}.${process.versions.v8}-${process.arch}.bytecode`, Buffer.concat([bytecode, checksum]));
});
process.argv = [process.execPath, program, ...args];
createRequire(import.meta.url)(program);

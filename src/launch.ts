#!/usr/bin/env node
// Starts the program with the bytecode that scripts/build.mjs kept of it, so that V8 need not compile it again. Where that was kept by
// another V8, or of another source, or is damaged or gone, the source is compiled, which takes longer and changes nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/** Set by scripts/build.mjs: the file that holds what every start needs, a function expression in ASCII. */
declare const MINGBAI_START: string;

/** Behind the bytecode stands the checksum of the source and the bytecode. V8 itself checks neither, and a wrong byte would end the process. */
const CHECKSUM_BYTES = 4;

const filename = join(import.meta.dirname, MINGBAI_START);
const source = readFileSync(filename);
// ASCII, so that no character needs decoding.
const script = new Script(source.toString("latin1"), { filename, cachedData: readBytecode() });
// The parts that are loaded later find it there.
require.cache[filename] = module;
script.runInThisContext()(exports, require, module, filename, import.meta.dirname);

/** Undefined where none was kept for this V8 and processor. What does not fit the flags that V8 was started with, V8 refuses. */
function readBytecode(): Buffer | undefined {
  try {
    const kept = readFileSync(`${filename}.${process.versions.v8}-${process.arch}.bytecode`);
    const bytecode = kept.subarray(0, -CHECKSUM_BYTES);
    return kept.readUInt32LE(bytecode.length) === crc32(bytecode, crc32(source)) ? bytecode : undefined;
  } catch {
    return undefined;
  }
}

/** What a command sees of the process that it runs in. Only `main.ts` makes one. */
export interface Edge {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the program: where `seeds/`, `index/` and `package.json` stand. */
  readonly programRoot: string;
  /** Relative paths of arguments and settings count from here. */
  readonly workingDir: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Calls `stop` once, at the first of the signals SIGINT, SIGTERM and SIGHUP; a second signal ends the process at once. */
  onStopSignal(stop: (signal: string) => void): void;
}

/** Writes and waits until the reader takes more, so that a long output never piles up in memory. */
export function write(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stream.write(content, (error) => error && reject(error))) resolve();
    else stream.once("drain", resolve);
  });
}

/** The part of cli-progress 3 that is used; the package brings no types. */
declare module "cli-progress" {
  class SingleBar {
    constructor(
      options: {
        readonly stream: NodeJS.WriteStream;
        readonly format: string;
        readonly barsize: number;
        readonly hideCursor: boolean;
        readonly clearOnComplete: boolean;
      },
      preset: object,
    );
    start(total: number, value: number, payload: object): void;
    increment(step: number, payload: object): void;
    stop(): void;
  }
  const progress: { readonly SingleBar: typeof SingleBar; readonly Presets: { readonly rect: object } };
  export = progress;
}

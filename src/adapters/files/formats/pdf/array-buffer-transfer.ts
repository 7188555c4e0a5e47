/**
 * Gives `ArrayBuffer.prototype.transferToFixedLength` (ECMAScript 2024) to Node 20, which lacks it. pdf.js calls it for every font, and
 * without it stops reading a page at its first words. Does nothing where the engine has it.
 */
export function provideTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const whole = structuredClone(this, { transfer: [this] });
      if (length === whole.byteLength) return whole;
      const sized = new ArrayBuffer(length);
      new Uint8Array(sized).set(new Uint8Array(whole, 0, Math.min(length, whole.byteLength)));
      return sized;
    },
  });
}

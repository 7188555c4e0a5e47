/** What is said where a picture cannot be drawn. */

export function drawingFailed(): string {
  return "图没有画成，请稍后再试；数字在表里都有。";
}

export function drawingTookTooLong(): string {
  return "图很久没有画完，已停止，请稍后再试；数字在表里都有。";
}

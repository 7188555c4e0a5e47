/*
 * What `mingbai hash-password` says, and the start of the page of its administration.
 */

export function askPassword(least: number): string {
  return `请输入管理口令（至少 ${least} 个字符，屏幕上不显示）：`;
}

export function askAgain(): string {
  return "请再输入一遍：";
}

export function passwordShort(least: number): string {
  return `口令太短：至少 ${least} 个字符，可以是一句好记的话。请重新运行。`;
}

export function passwordLong(): string {
  return "口令太长：不要超过 1000 个字符。请重新运行。";
}

export function passwordsDiffer(): string {
  return "两次输入的口令不一样，没有生成。请重新运行。";
}

export function passwordMissing(): string {
  return "没有读到口令，没有生成。请在终端里运行后输入，或从标准输入给出一行。";
}

export function whereToPutIt(): string {
  return "请把上面一行写进设置（例如 /etc/mingbai.env），重新启动，然后在浏览器里打开网页地址加 /admin。";
}

export function keyNotKept(path: string): string {
  return `密钥文件「${path}」不能读写，管理页没有开，其他照常：请检查 MINGBAI_HOME 的权限。`;
}

export function keyDamaged(path: string): string {
  return `密钥文件「${path}」的内容不合格式，管理页没有开，其他照常：请删除它再重新启动，程序会另做一个。`;
}

/** These robots carry no files. */
export function fileNotSent(name: string): string {
  return `附件“${name}”不能由群机器人转发，请向办公室索取。`;
}

/** Why a message was not delivered; for the office's report. */
export const FAILURES = {
  busy: "平台忙，稍后再试",
  tooFast: "发得太快，平台要求稍后再试",
  unreachable: "连不上平台，稍后再试",
  noAnswer: "平台没有答复，不知道是否已发出",
  badSignature: "平台不认签名：请核对 GROUP_ROBOTS 里 # 后面的密钥，并校准本机时间",
  badKeyword: "平台不收不含关键词的消息：请在群机器人的安全设置里改用加签",
  badAddress: "平台不收本机 IP 发的消息：请在群机器人的安全设置里加上本机 IP，或改用加签",
  badSecurity: "平台的安全设置拒收：请改用加签，并核对 GROUP_ROBOTS 里 # 后面的密钥",
  noRobot: "这个群机器人已不存在：请在群里重新添加，把新网址写进 GROUP_ROBOTS",
} as const;

/** A refusal that we do not know, by the platform's own number. */
export function refusedWith(code: number): string {
  return `平台拒收，错误码 ${code}`;
}

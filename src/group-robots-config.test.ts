import { describe, expect, test } from "vitest";
import { loadConfig } from "./config.ts";

const robotsOf = (text: string) => loadConfig({ GROUP_ROBOTS: text }, "/p", "/p").robots;

describe("GROUP_ROBOTS", () => {
  test("三个平台按网址的路径分，密钥写在 # 后面，私有部署也认", () =>
    expect(
      robotsOf(`普法群=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K
        执法群=https://oapi.dingtalk.com/robot/send?access_token=T#SECx
        乡镇群=https://open.feishu.cn/open-apis/bot/v2/hook/a-b 内网群=https://wx.example.gov.cn/cgi-bin/webhook/send?key=K2`),
    ).toEqual([
      { platform: "wecom", name: "普法群", address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K", secret: undefined },
      { platform: "dingtalk", name: "执法群", address: "https://oapi.dingtalk.com/robot/send?access_token=T", secret: "SECx" },
      { platform: "feishu", name: "乡镇群", address: "https://open.feishu.cn/open-apis/bot/v2/hook/a-b", secret: undefined },
      { platform: "wecom", name: "内网群", address: "https://wx.example.gov.cn/cgi-bin/webhook/send?key=K2", secret: undefined },
    ]));
  test("没有设就没有", () => expect(robotsOf("")).toEqual([]));
  test.each([
    ["没有群名", "https://oapi.dingtalk.com/robot/send?access_token=T"],
    ["别的网址", "群=https://example.com/hook"],
    ["不加密的网址", "群=http://oapi.dingtalk.com/robot/send?access_token=SECRETVALUE"],
    ["群名重复", "群=https://open.feishu.cn/open-apis/bot/v2/hook/a 群=https://open.feishu.cn/open-apis/bot/v2/hook/b"],
    ["群名有冒号", "wecom:群=https://open.feishu.cn/open-apis/bot/v2/hook/a"],
  ])("%s：一句话说明，不露出网址", (_name, text) => {
    expect(() => robotsOf(text)).toThrow(/GROUP_ROBOTS 应为“群名=网址”/u);
    expect(() => robotsOf(text)).not.toThrow(/SECRETVALUE/u);
  });
});

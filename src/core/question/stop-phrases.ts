/**
 * Phrases that carry a question and not its subject. They are cut out before a topic is looked for; what stands on both
 * sides of one stays two stretches. Longer ones are listed before shorter ones by the sort below.
 */
const STOP_PHRASES: readonly string[] = [
  // politeness and chat
  ..."请问一下 请问 请教一下 请教 麻烦您 麻烦你 麻烦 帮我看看 帮我查查 帮我查一下 帮我查 帮我找 帮我 帮忙 查一下 查查 查询一下 查询 问一下 问问 想问 我想知道 想知道 我想了解 想了解 了解一下 了解 看一下 看看 说一下 说说 讲讲 讲一下 介绍一下 介绍 告诉我 给我 发一下 发我 发给我 列一下 列出来 列出 列个 列表 列举 列 谢谢啦 谢谢了 谢谢 多谢 谢了 辛苦了 辛苦 拜托 你好 您好 大家好 各位 领导等着要数 领导等着 领导要 领导问 急用 急 在吗 小助手 机器人 写材料要用 写材料用 写材料 做个ppt 做ppt 开会用 要开会 整理台账 整理 汇总一下 汇总 挑出来 念给我 念一下 编号和标题都给我 都给我 下面 以下".split(
    " ",
  ),
  // question words
  ..."由谁负责 谁来负责 谁负责落实 谁负责 归谁管 归谁负责 归谁 是谁负责的 谁来抓 谁来管 谁在管 谁管 谁抓 谁牵头 谁落实 谁干 谁办 找谁对接 找谁 由谁 是谁的事 是谁的活 是谁的 是谁 有谁 谁 归哪个部门管 归哪个部门 归哪个单位 该哪个部门管 该哪个部门 该找哪个部门 找哪个部门 找哪个单位 哪个部门负责 哪些部门负责 哪个单位负责 哪些单位负责 由哪些单位承担 由哪些单位负责 由哪个单位负责 由哪个部门负责 由哪些单位 由哪个单位 由哪几家 由哪些部门 由哪个部门 哪些责任单位 哪个责任单位 哪些单位 哪个单位 哪几个单位 哪几个部门 哪几家单位 哪几家 哪家 哪些部门 哪个部门 哪个局 什么部门 啥部门 什么单位 啥单位 都哪些单位 归口 责任单位有哪些 责任单位是 责任单位 责任部门 主责单位 主责部门 主责 责任写给了 该叫 该找 对接 单位名单 要名单 名单 有哪些 是哪些 哪些 哪几个 哪几项 哪几条 哪几件 哪一项 哪一条 哪一个 哪项 哪条 哪个 哪里 哪儿 哪天 哪年 哪一年 哪种 哪 什么时候 啥时候 何时 什么时间 什么样 什么 啥 怎么样 怎么办 怎么说 怎么写 怎么规定 怎么要求 怎么做 怎么 怎样 如何 咋样 咋说 咋办 咋 为什么 为啥 多久一次 多久 多长时间一次 多长时间 多少次 多少 几次 几个 几项 几条 几件 几起 几家 几名 几人 几期 几场 几回 几处 几 第几条 第几 有没有 是不是 能不能 会不会 要不要 可不可以 行不行 能成不 吗 呢 吧 啊 呀 啦 哈 呗 嘛 哦 噢 哟 么".split(
    " ",
  ),
  // verbs of asking for duties
  ..."负责哪些任务 负责哪些 负责 承担 牵扯到 牵扯 牵涉 涉及到 涉及 参与 参加 分到的 分到 领了 摊上 分工 职责 任务清单 工作任务 任务 工作内容 条目 条款 事项有哪些 清单 要做 要干 要办 需要做 需要 应该 应当 必须 名下 份内 有份 全部 所有 都要 都 来抓 来管 来办 落实 安排 这项工作 这项任务 这项 这块工作 这块 那块 这一块 这摊子事 那摊子事 摊子 这件事 这事 那事 的事 方面 这方面 那方面 有关 相关 关于 对于 里面 里边 里头 这个 那个 这些 那些 这里 那里 这份文件 这份 那份 这一章 这章 这一 那条 那项 这条 同时 一起 一块儿 一块 共同 联合 分别 各自 一共 总共 共有 到底 究竟 具体 详细 现在 目前 今年 当年 去年 明年 年底 本年度 好像 大概 左右 文件里 文件中  材料里 方案里 方案 通知里 县里 我们局 我们 你们 我县 我局 本县 本局 咱们 咱县 咱 俺 我 你 您 他们 他 她 它 这 那 写了 按文件 照文件 提到 提了 说了 讲了 说的 写的 讲的 规定了 规定 要求 内容 原文 全文".split(
    " ",
  ),
  // what every question about a plan says
  ..."出面 俺们 不能 什么程度 程度 出现过 出现 往后 以后还 一条 一项 写在 写到 讲到 说到 提及 哪一处 点名 具名 单位 部门 总共 家 县 两个县 两县 两地 两份 动作 什么动作 活儿 活计 下头 后头 里头 那部分 这部分 那一部分 这一部分 那一块 从头到尾 从前到后 按顺序 报一遍 集体的 那种 别算 填表要用 填表 两个 总数 数量 意思 含义 定义 概念 历年 往年 各年 责任分工 检索 查找 找出来 找出 打包 正文 表述 集体表述 不计 头上 落到 落到了 提供 编号及名称 名称 编号 上墙 便于 拉个单子 单子 下午 上午 凑齐 起来 时候 之后 之前 之内 碰上 碰到 遇到 遇上 特别 那种 这种 那会儿 写给 哪份 材料 这话 照着 上面 下头 一张 还是 已经 做到 那么些 那么多 一年到头 究竟 每个 不是 不多不少 算上 列上 写上 写进去 算进去 列进去 布置 下达 交办 分派 点到名字 点到名 一块 分开 咋的 弄 整 放到 那边 这边 当中 打哪儿来 来自 出自 归到 口号 落到 到底 真的 是否 有关系 叫法 牌子 那档子 那几个 那几项 那些个 报告 不同 区别 对比 比较 相比 做法 情况 各写 实际 达标 有人 没有 村里 时间 多长 长时间 一次 一年 一般 办法 说法 结果 最后 还要 不要 能成 想 能 会 不 没 个 来 去 事 说 讲 提 管 办 做 干 搞 用 成 打 对 要".split(
    " ",
  ),
  // function words
  ..."的话 的 地 得 了 着 过 是 在 有 和 与 及 以及 跟 同 或者 或 并 而 且 但 但是 就 还 也 又 再 才 只 仅 被 把 给 让 叫 从 到 往 向 由 于 为 为了 以 按照 按 根据 依据 所 之 其 其中 每 各 等 上 下 中 里 内 外 前 后 最 很 太 更 比 个 项 条 件 些 种 呐 吗 一下 一个 一些".split(
    " ",
  ),
];

/** Function words that are cut off the ends of a stretch; single verbs are not, since they begin and end words (提升, 主管). */
const SINGLE = "的地得了着过是在有和与及跟或而且但就还也又再才只仅被把给让叫从到往由于为以之其每各很太更比呐吗呢吧啊呀啦哈请却先快";
const LONGER = [...new Set(STOP_PHRASES.filter((phrase) => phrase.length > 1))].sort((a, b) => b.length - a.length);
/** By their first character, the longest first. Looked up one by one: a pattern of them all takes milliseconds to compile, which the first question of a process would pay. */
const BY_FIRST_CHARACTER = new Map<string, string[]>();
for (const phrase of LONGER) BY_FIRST_CHARACTER.set(phrase.charAt(0), [...(BY_FIRST_CHARACTER.get(phrase.charAt(0)) ?? []), phrase]);
const SEPARATORS = /[^\p{L}\p{N}%.·+-]+/u;
/** 讲审计的那个: a verb of saying before the subject. */
const SAYING = /^[讲说写谈](?=\p{Script=Han}{2})/u;
const EDGE = new RegExp(`^[${SINGLE}]+|[${SINGLE}]+$`, "gu");

/** The stretches of a text that may name a topic: stop phrases cut out, single function words trimmed at the edges. */
export function topicStretches(text: string): readonly string[] {
  return withoutStopPhrases(text)
    .split(SEPARATORS)
    .map((stretch) => stretch.replace(EDGE, "").replace(SAYING, ""))
    .filter((stretch) => stretch.length > 1);
}

function withoutStopPhrases(text: string): string {
  let rest = "";
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const length = stopPhraseLength(text, at);
    if (length > 0) {
      rest += `${text.slice(from, at)} `;
      from = at + length;
    }
    at += length || 1;
  }
  return rest + text.slice(from);
}

/** How long the stop phrase at this place is; zero where there is none. 文件 is one where it stands alone: 规范性文件 is not. */
function stopPhraseLength(text: string, at: number): number {
  const phrase = BY_FIRST_CHARACTER.get(text.charAt(at))?.find((each) => text.startsWith(each, at));
  if (phrase !== undefined) return phrase.length;
  if (text.startsWith("文件", at) && (/[里中上]/u.test(text.charAt(at + 2)) || !/\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at)))) return 2;
  return text.charAt(at) === "跟" ? 1 : 0;
}

const WORDS = new Set(STOP_PHRASES);

/** Whether a word as the segmenter cuts it carries nothing of a subject. */
export function isStopWord(word: string): boolean {
  return WORDS.has(word) || word === "文件" || !/[\p{L}\p{N}]/u.test(word);
}

/**
 * Words that a question is made of rather than asks about, and grammatical words that every document is full of.
 * Words of the subject (负责, 任务, 要求) are left in: their weight in the index is small by itself.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // asking
    "什么 啥 哪些 哪个 哪里 哪儿 哪项 哪 谁 几 多少 多久 多长 怎么 怎样 怎么样 如何 为什么 为啥 为何 何时 何",
    "是否 是不是 有没有 有无 能不能 能否 可不可以 要不要 会不会 该不该 吗 呢 吧 么 嘛 呀 啊 哦 呐",
    // addressing the program
    "请 请问 问 问下 问一下 麻烦 帮 帮我 帮忙 告诉 告诉我 查 查查 查下 查一下 查询 看看 看下 看一下 说说 说 讲讲 讲 介绍 介绍一下",
    "列出 列 列一下 想 想知道 知道 了解 了解一下 谢谢 你好 您好 一下",
    // pronouns and demonstratives
    "我 你 您 他 她 它 我们 你们 他们 俺 咱 咱们 这 那 这个 那个 这些 那些 这里 那里 这份 那份 自己 县里 市里 区里 村里 家里",
    // grammar
    "的 了 着 过 得 地 是 有 在 和 与 及 以及 或 或者 而 且 并 并且 也 都 还 就 又 再 才 只 很 最 更 被 把 将 对 对于 关于 从 到 由 向 为 以 于",
    "因 因为 所以 但 但是 如果 若 则 等 等等 之 其 其中 中 里 上 下 内 外 个 些 种 条 项 次 没 没有 不 要 会 能 可以 可 应 应当 应该 该 一个 有关 相关 进行",
  ].flatMap((line) => line.split(" ")),
);

/** Characters that only join or colour others; a bigram with one of them says nothing. */
export const GRAMMATICAL_CHARACTERS: ReadonlySet<string> = new Set([..."的了着吗呢吧么嘛呀啊哦呐"]);

/**
 * Words in which people wrap what they ask: how it is to be shown, their mood, the turn of the question. A document may
 * have them in another sense, so that they are searched by; they prove little.
 */
export const SPOKEN_WORDS: ReadonlySet<string> = new Set(
  [
    // how it is to be shown or compared
    "比一比 对照 对比 比较 相比 区别 差别 不同 一样 两边 两头 双方 各自 分别 说法 提法 写法 叫法 做法 名字 叫做 包括 包含 哪部 哪份 份文件 原话 依据 根据 遵循 参照 出处 上位 文号 文中 正文",
    // the turn of the question
    "打算 准备 一步 一遍 一回 过后 以前 往后 以后 今后 将来 到时候 情形 情况 时候 地方 样子 样 干什么 做什么 算数 作数 名堂 动静 下文 说头 讲究 规矩 法子 办法",
    // mood and speech
    "听说 据说 真的 真 究竟 到底 反正 其实 老是 总是 一直 动不动 有些 有的 有人 有事 人家 别人 大家 大伙 本人 自家 两家 人理 人管 不想 不会 不用 不能 不得 非得 必须 只好 想要 愿意 怕 烦 烦死 头疼 气人 咋样 好几 几道 来回 上来 下去 下来 出来 起来 过来 过去 出去 等到 再说 再议 提前 处理 解决 帮着 帮助 干活 点儿 一点 好好 随便 随时 来不来",
  ].flatMap((line) => line.split(" ")),
);

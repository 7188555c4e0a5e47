/**
 * What the web site prints around a document (domain notes, §4: counters, font size, print and close, QR codes, crumbs, sharing, feedback).
 * All patterns are tried on a line without its white space.
 */
const TOOLS: readonly RegExp[] = [
  /^(?:您)?(?:(?:的)?(?:当前|现在|所在)的?(?:位置|栏目)|位置)(?:是|[:：>》])/u,
  /^首页(?:[>》|｜/·\-—]|$)/u,
  /^[【[（(]?(?:选择)?(?:字体(?:大小)?|字号|文字大小|视力保护色?|背景色)[:：【[（(]/u,
  /^(?:[【[（(|｜]?(?:大|中|小|打印(?:本页|此页|文章|页面)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享|我要纠错|纠错|下载|返回(?:顶部|首页|上一页|列表)?|默认|加入收藏|设为首页|无障碍(?:浏览|阅读)?|长辈版|关怀版|适老模式|简体|繁体|语音播报|朗读|保存|推荐|顶部|TOP|EN|A[+-]?)[】\])）|｜]*[、,，]?){1,20}$/iu,
  /^(?:一键)?分享(?:到|至)?[:：]?(?:$|.{0,40}(?:微信|微博|QQ|空间|朋友圈|人人|豆瓣))/u,
  /^(?:微信|微博|新浪微博|QQ空间|QQ好友|朋友圈|腾讯微博|人人网|豆瓣|[|｜、,，]){1,12}$/u,
  /(?:扫一扫|扫描二维码|用?微信扫|扫码).{0,20}(?:打开|分享|阅读|查看|关注|浏览|手机|当前页|本页)?[^。]{0,12}[。]?$/u,
  /^[【[]?(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?[:：]?\d*次?[】\]]?$/u,
  /^(?:上|下|前|后)(?:一)?(?:篇|条|页)[:：]?/u,
  /^(?:没有|已经是|无)(?:更多|最后|第一|上一|下一|了).{0,8}$/u,
  /^[【[]?(?:相关|延伸|推荐|关联|热点|最新|近期|精彩|猜你)(?:链接|阅读|新闻|文章|文件|文档|信息|解读|政策|推荐|稿件|内容|资讯|喜欢|报道)+[】\]]?[:：]?$/u,
  /^(?:版权所有|Copyright|©|ICP|.{0,16}ICP备)/iu,
  /(?:网站标识码|备案号|ICP备|公网安备|技术支持[:：]|网站地图|联系我们|隐私声明)/u,
  /^(?:主办|承办|主办单位|承办单位)[:：].{1,40}(?:承办|主办|维护|技术|电话|地址|版权)/u,
  /(?:主办|承办|版权|维护).*(?:邮编|邮政编码|电话|地址)[:：]/u,
  /^(?:网友|我要|发表|用户|最新)?(?:评论|留言|纠错)(?:列表|内容|区)?[:：]?$/u,
  /^今天是/u,
  /^(?:请输入|搜索|站内搜索|热门搜索|高级搜索|热搜词?)[:：]?.{0,20}$/u,
  /^(?:用户)?(?:登录|注册|退出|登陆)(?:[|｜/](?:登录|注册|退出))?$/u,
  /^(?:文件|附件|全文|PDF版?|OFD版?|Word版?)?下载(?:[:：].{0,40}|(?:本|全)?(?:文|文件|附件))?$/iu,
  /^[|｜>》/\\·•\-—_=*\s、.]+$/u,
  /^(?:责任编辑|编辑|责编|初审|复审|终审|审核|校对|作者|信息员|录入)[:：].{0,20}(?:(?:责任编辑|编辑|责编|初审|复审|终审|审核|校对|作者)[:：].{0,20})*$/u,
  /^[（(【[](?:责任编辑|编辑|责编)[:：].{0,20}[）)】\]]$/u,
  /^(?:本文|此文)?(?:链接|网址|URL)[:：]/iu,
];

const LONGEST_TOOL_LINE = 160;

/** Whether a line belongs to the site wherever it stands. */
export function isSiteLine(text: string): boolean {
  if (text.length > LONGEST_TOOL_LINE) return false;
  const line = text.replace(/[\s\u3000]+/gu, "");
  return TOOLS.some((pattern) => pattern.test(line));
}

/** Parts that sites name by what they are; a part that holds sentences is kept, whatever its name. */
const SITE_PART =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|crumbs?|breadcrumbs?|share|bshare|bdshare|social|footer?|foot|bottom|copyright|sidebar|related?|xgwz|xglj|xgyd|toolbar|tools?|print|qrcode|ewm|erweima|pagination|pages?|prev|next|comment|login|search|links?|friend)(?:[\s_-]|$)/iu;

/** Whether the ids and classes of a line's surroundings name a part of the site, and its words are no sentence. */
export function isInSitePart(names: string, text: string): boolean {
  return SITE_PART.test(names) && !/[。；;]|[:：]$/u.test(text) && text.length <= LONGEST_TOOL_LINE;
}

/** How the server, its tools and their fields are described to an agent, who chooses by these words alone. */

export const SERVER_TITLE = "明白：公文里的任务和原文";

export const INSTRUCTIONS = [
  "明白收着县里的公文（工作安排、分工表、法规、报告），能查谁负责什么、什么时候到期、原文怎么说。回答只来自这些文件：整份清单，或一字不改的引文；文件里没有的，就说没有。",
  "怎么选：用平常话问一个问题，用 ask；按单位、文件、日期、要求成批查任务，用 duties；看一项任务的全部，用 task；找含有某些词的原文，用 search；看有哪些文件、目录和编号，用 documents。",
  "引用时照抄 quote，并写明 place（出处）。start、end 是引文在文件正文里的位置，按 UTF-16 编码单元从 0 数起，不含 end；正文是资源 mingbai://documents/{document}，其中一段是 mingbai://documents/{document}/passages/{start}-{end}。",
  "任务的编号是 document 和 ordinal（在文件里数第几项）；label 是印在纸上的序数，可能重复或跳号，不能当编号。点名的单位（assignments）和笼统点名（collective，例如“各有关部门”）是两回事，不要合在一起数。",
  "这些只说明文件写了什么，不是法律意见。",
].join("\n");

export const ASK = {
  title: "提问",
  description:
    "用平常说话的方式问一个问题，例如“县司法局负责哪些任务”“行政复议由谁负责”“县司法局和县财政局共同负责的有几项”“规范性文件怎么备案”。回答是整份清单、一个数，或原文和出处，与网页、终端里的一样。接着上一问（“那发改委呢”“第二个详细说说”）要带上次的 state。behaviour 是 not_found 表示文件里没有，不要自己补；clarify 表示有几种理解，请换成其中一种再问。要成批的结构化任务，用 duties 更合适。",
} as const;
export const ASK_QUESTION = "问题，一次一个，用中文";
export const ASK_STATE = "接着上一问时，原样写上次回答给的 state；新的问题不写。内容不必看，也不要改";
export const ANSWER_STATE = "接着问时带上它；没有可接的就是 null。服务器不保存会话";

export const DUTIES = {
  title: "查任务",
  description:
    "按条件查责任台账里的任务，每个条件都要符合；什么也不写就是全部任务。默认给出符合的整份清单，total 是一共几项；只在写了 limit 时才分页。单位怎么叫都可以（县司法局、司法局、西平县司法局），units 里写几个就是其中任一个；一个叫法可能指几个单位时不替你猜，会列出来请你写明。每项任务带原文、出处、点名的单位和角色、时限、到期的日子。",
} as const;
export const DUTY_UNITS = "单位，怎么叫都可以；写几个就是其中任一个；不写就不限单位";
export const DUTY_ROLE = "这些单位的角色：lead 牵头，responsible 责任，support 配合。文件没有标明牵头时没有 lead，不要把排在第一的当牵头";
export const DUTY_DOCUMENT = "只要这份文件的，用文件的编号，见 documents";
export const DUTY_SECTION = "只要文件这一部分的，用它在 documents 的 outline 里的 node；要同时写 document";
export const DUE_FROM = "从这一天起到期的，含这一天";
export const DUE_TO = "到这一天为止到期的，含这一天";
export const DUTY_OBLIGATION =
  "写明的要求：monthly 每月，quarterly 每季度，half-yearly 每半年，yearly 每年，irregular 定期，dated 有日期，counted 有次数，none 都没有";
export const DUTY_WORDS = "任务原文里都要有的词，用空格隔开，逐字比对";
export const DUTY_LIMIT = "只要其中几项时才写；不写就是整份清单";
export const DUTY_OFFSET = "从第几项起，从 0 数起；不写就是从头";
export const DUTY_TOTAL = "符合的一共几项，不只这里给出的";
export const DUTY_FIRST = "这里从第几项起，从 0 数起";
export const DUTY_UNITS_MEANT = "程序把 units 里的叫法认成了哪些单位，先后相同";
export const DUTY_ITEMS = "任务，按文件和印出的先后";

export const TASK = {
  title: "看一项任务",
  description:
    "给出一项任务的全部：一字不改的原文和出处、点名的单位和角色、笼统点名、完成时限、量化要求、政策依据、责任领导、到期的日子，各有原文的位置。document 和 ordinal 从 ask 的 items 或 duties 里来。",
} as const;
export const TASK_ORDINAL = "在文件里是第几项，从 1 数起；不是印着的序数";

export const SEARCH = {
  title: "找原文",
  description:
    "找含有这些词或文件里同样说法的原文，最像的在前，每段一字不改，带出处。只比对词，不理解问题：要答案用 ask，要某单位或某日期的任务用 duties。没有查到就是空的。",
} as const;
export const SEARCH_WORDS = "要找的词，几个词用空格隔开；不必是一句话";
export const SEARCH_LIMIT = "最多给几段，默认 10";
export const SEARCH_PASSAGES = "查到的原文，最像的在前";

export const DOCUMENTS = {
  title: "看文件",
  description:
    "列出收录的全部文件：编号、标题、文号、发文机关、成文日期、地区、类型、任务数、是否失效。写了 document 就只看那一份，另给目录（outline，各部分的 node 可作 duties 的 section）和疑似错漏（anomalies）。正文见资源 mingbai://documents/{编号}。",
} as const;
export const DOCUMENTS_ONE = "只看这一份，连同目录和疑似错漏";
export const DOCUMENTS_TOTAL = "这里有几份";
export const DOCUMENTS_ITEMS = "文件";
export const DOCUMENTS_OUTLINE = "目录；没有写 document 就是 null";
export const DOCUMENTS_ANOMALIES = "疑似错漏，正文照原样；没有写 document 就是 null";

export const DOCUMENT_RESOURCE = { title: "文件的正文", description: "一份文件存下的正文，一字不差；引文的 start、end 就在它上面数" } as const;
export const PASSAGE_RESOURCE = {
  title: "正文的一段",
  description: "正文从 start 到 end（不含）的一段，一字不差；start、end 用引文给的，按 UTF-16 编码单元数",
} as const;

import type { Officer } from "./task.ts";

/** Family names that most people have; a word of two or three characters that begins with none is no person's name. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂冷卓窦敖肖付代闫";
const COMPOUND_SURNAME = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯)/u;
/** Ends of words that begin like a name and are none: 安全股, 金融组, 高新区. */
const NO_NAME = /(?:局|委|办|部|院|科|股|室|所|站|处|组|队|班|厅|会|镇|乡|区|县|市|村|街道|中心|公司|单位|部门|学校|集团|支行|等)$/u;
/** Offices that stand before or after a name: 副县长张三, 张三（县委常委）. */
const OFFICE =
  /(?:常务)?副?(?:书记|[省市州县区旗镇乡]长|主席|主任|部长|局长|科长|股长|站长|所长|处长|院长|检察长|主任科员|调研员|四级调研员|[一二三四]级(?:调研员|主任科员)|秘书长|常委|政委|队长|大队长|支队长|组长|总经理|经理|董事长|校长|村支书|专员|干事|同志)(?:兼)?/gu;
const PLAIN_NAME = /^(?![省市州县区旗镇乡各]|[人政][大协府]|党组|常务|联系|电话|待定|空缺)[\p{Script=Han}·]{2,4}$/u;

/** Whether a word alone is the name of a person, as a list of units must be told. */
export function isPersonName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text) && (COMPOUND_SURNAME.test(text) || (text.length <= 3 && SURNAMES.includes(text.charAt(0)))) && !NO_NAME.test(text);
}

/**
 * The persons that a cell of officers names (责任领导, 包案领导, 联系人), in order: names parted by white space or marks, with the offices
 * and telephone numbers beside them left out. 俞 悦 is one name, 周立恒↵罗静 are two.
 */
export function personsIn(text: string, role: string): readonly Officer[] {
  const words = text
    .replace(/(?:联系)?电话[:：]?|[0-9０-９\-—+]{3,}/gu, "；")
    .replace(/[（(][^（）()]*[)）]/gu, "；")
    .replace(OFFICE, "；");
  const pieces = words.split(/[、，,；;/:：|]|[\r\n]+/u).flatMap((line) => nameFragments(line));
  const found = pieces.filter((name) => PLAIN_NAME.test(name) && !NO_NAME.test(name));
  return [...new Set(found)].map((name) => ({ name, role }));
}

/** Words of a line; single characters side by side are one name (俞 悦), and so is a single one after a name that a line break cut. */
function nameFragments(line: string): readonly string[] {
  const found: string[] = [];
  let single = "";
  for (const word of line.trim().split(/\s+/u)) {
    if (word.length === 1) {
      single += word;
      if (single.length >= 2) {
        found.push(single);
        single = "";
      }
    } else found.push(word);
  }
  return found;
}

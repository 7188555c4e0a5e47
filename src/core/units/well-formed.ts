/** How names of organisations end. */
const HEADS =
  /(?:局|委|委员会|办|办公室|中心|院|联合会|协会|学会|总会|商会|工会|红十字会|基金会|理事会|常委会|管委会|安委会|总队|支队|大队|中队|执法队|巡查队|救援队|服务队|公司|集团|部|站|台|所|处|室|馆|学校|中学|小学|党校|幼儿园|银行|支行|分行|信用社|供销社|合作社|指挥部|领导小组|专班|街道|办事处|街道办|人民政府|政府|党委|工委|党工委|镇|乡|村委会|居委会|社区|园区|开发区|集聚区|示范区|林场|农场|科|股|厂|厅|团|联|纪委|纪检组|监察组|[省市州县区旗]委)$/u;

/** Ordinary words and names of persons' offices that end like an organisation. */
const ORDINARY =
  /(?:布局|结局|格局|大局|全局|(?<![目考])督办|主办|承办|协办|交办|经办|包办|创办|举办|(?<!公)开办|查办|催办|兴办|内部|全部|干部|总部|局部|场所|派出机构|网站|教室|市中心|为中心|核心|常态|立场|城镇|城乡|乡镇|学科|全科|政委|常委|原则|好处|坏处|之处|用处|住处|到处|难处|长处|查处|惩处|论处|判处)$/u;

/** Names for many units that name none, and words of a sentence. */
const COLLECTIVE =
  /^(?:各|有关|相关|其他|其它|其余|所有|全体|全县各|县直各|等)|有关|相关|职责|分工|负责|牵头|配合|单位|部门|^(?:镇街|镇|乡|村|街道|社区|园区)*(?:人民政府|政府|党委|街道|办事处|街道办|纪委|社区|乡|镇|工委|党工委)?$/u;

const PARTY_COMMITTEE = /^[省市州县区旗]委$/u;
const BRACKET = /[（(][^（）()]*[)）]$/u;

/** True for a name that is formed like one of an organisation: 县金融服务中心, 西门街道办事处; false for 各有关部门, 乡镇人民政府 and for sentences. */
export function isFormedLikeUnit(name: string): boolean {
  const plain = name.replace(/\s+/gu, "").replace(BRACKET, "");
  return (
    (plain.length >= 3 || PARTY_COMMITTEE.test(plain)) &&
    plain.length <= 26 &&
    /^[\p{Script=Han}0-9a-zA-Z·“”]+$/u.test(plain) &&
    HEADS.test(plain) &&
    !ORDINARY.test(plain) &&
    !COLLECTIVE.test(plain)
  );
}

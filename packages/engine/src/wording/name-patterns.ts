/** The surnames that nearly all people in China bear; a column of names is known by them. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const COMPOUND_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|东方|独孤|长孙|宇文|端木|南宫|轩辕'
/** A surname and one or two more characters, as a part of a pattern. */
export const NAME = `(?:(?:${COMPOUND_SURNAMES})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`
/** A surname and one character, as a part of a pattern. */
export const SURNAME_AND_ONE = `(?:${COMPOUND_SURNAMES}|[${SURNAMES}])[\\u4e00-\\u9fff]`
const WHOLE_NAME = new RegExp(`^${NAME}$`)
const SURNAME = new RegExp(`^(?:${COMPOUND_SURNAMES}|[${SURNAMES}])$`)
const COMPOUND = new RegExp(`^(?:${COMPOUND_SURNAMES})$`)

/** How names of units end, as a part of a pattern. */
export const UNIT_END =
  '(?:局|厅|委|办|科|处|股|室|部|院|校|站|所|队|会|中心|组|镇|乡|街道|社区|村|支部|党委|公司|集团|学校|馆|班子|单位|部门|书记处)'
const UNIT = new RegExp(`${UNIT_END}$`)
const LONGEST_UNIT = 20

/** What people are by their work, as a part of a pattern: 副局长, 总农艺师, 党组成员. */
export const POST =
  '(?:(?:第一|常务)?副|总|代理?)?(?:[局处科股部校院所站队组班镇乡县市区村社厅行馆台园厂场段司室会]长|(?:秘书|理事|董事|检察|审判)长|主任|书记员?|委员|主席|主委|政委|经理|总监|主管|(?:工程|农艺|会计|经济|统计|医|教|律)师|会计|出纳|老师|教授|(?:巡视|调研|科|办事|组织|监督|联络|记录|管理|网格|通讯|讲解|宣传)员|干事|专干|干部|助理|秘书|负责人|责任人|联系人|(?:分管|责任|牵头|包联)?领导|成员|积极分子|发展对象|党员|同志)'
const ENDS_IN_POST = new RegExp(`${POST}$`)

/** Words of lists that look like names of people. */
const NO_NAME =
  /^(?:全[体部程员勤]|会[议上前后]|[今去前本]年|[本上]月|[本此]次|派[人员]|[一两][名位]|集中|没有|自己|大家|召集|成员|党员|党务|党群|党总支|党支部|党小组|党委|党组|人员|其他|列席|督导|记录|主持|缺席|请假|无|同上|应到|实到|以上|班子|支部|出席|参加|姓名|合计|单位|职务|时间|日期|地点|备注|签名|签字|联系|电话|待定|暂缺|本人|领导|各位|有关|相关|分管)|[局科股室站队组部委会镇乡县市区省校院所]$/

/** True for a surname, also one of two characters. */
export function isSurname(words: string): boolean {
  return SURNAME.test(words)
}

/** True for a surname of two characters, which is nobody's whole name. */
export function isCompoundSurname(words: string): boolean {
  return COMPOUND.test(words)
}

/** True for a name of a unit: 办公室, 各科室. */
export function isUnit(words: string): boolean {
  return words.length <= LONGEST_UNIT && UNIT.test(words)
}

/** True for a name that begins with a common surname and is neither a unit nor a form of address (李局长). */
export function isCommonName(words: string): boolean {
  return WHOLE_NAME.test(words) && !UNIT.test(words) && !ENDS_IN_POST.test(words) && !NO_NAME.test(words)
}

/** True for two to four Chinese characters, or 买买提·艾力, that are no word of a list and no post (党组书记, 李局长). */
export function isName(words: string): boolean {
  return (
    /^\p{Script=Han}{2,4}$|^\p{Script=Han}{2,6}·\p{Script=Han}{2,6}$/u.test(words) &&
    !NO_NAME.test(words) &&
    !ENDS_IN_POST.test(words)
  )
}

/** The surnames that nearly all people in China bear; a column of names is known by them. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const DOUBLE_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯'
const NAME = new RegExp(`^(?:(?:${DOUBLE_SURNAMES})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})$`)
const UNIT =
  /(?:局|厅|委|办|科|处|股|室|部|院|校|站|所|队|会|中心|组|镇|乡|街道|社区|村|支部|党委|公司|集团|学校|馆|班子|单位|部门|书记处)$/
const MOST_PIECES = 12

/** True for one or several names of people: “李明”, “李明、王芳”. */
export function looksLikeName(words: string): boolean {
  const pieces = piecesOf(words)
  return pieces.length > 0 && pieces.every((piece) => NAME.test(piece) && !UNIT.test(piece))
}

/** True for one or several names of units: “办公室”, “机关党委、各科室”. */
export function looksLikeUnit(words: string): boolean {
  const pieces = piecesOf(words)
  return pieces.length > 0 && pieces.every((piece) => piece.length <= 20 && UNIT.test(piece))
}

function piecesOf(words: string): string[] {
  if (words.length > 80) return []
  const spaced = words.replace(/([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g, '$1$2')
  const pieces = spaced.split(/[、,，;；/\s]+/).filter((piece) => piece !== '')
  return pieces.length <= MOST_PIECES ? pieces : []
}

/** A trade (行业、系统) with the words hardly anybody outside it uses of itself. */
export interface Trade {
  readonly name: string
  /** How a unit of the trade names itself and its work; they occur often in its own documents and seldom in others. */
  readonly own: readonly string[]
  /** Inner words that betray a copied text wherever another trade's unit uses them. */
  readonly terms: readonly string[]
  /** Words that count only beside two different `terms`: alone they may be used by anybody. */
  readonly weak?: readonly string[]
  /** Trades that use the same words by right. */
  readonly near?: readonly string[]
}

/** Characteristic words per trade. Cooperation between offices ("配合总工会慰问") is no sign and not among them. */
export const trades: readonly Trade[] = [
  {
    name: '工会',
    own: ['工会'],
    terms: [
      '从严治党治会',
      '党的工人工作部',
      '全总',
      '职工之家',
      '劳模宣讲团',
      '会员普惠',
      '“三新”职工',
      '"三新"职工',
      '职工“娘家人”',
    ],
    weak: ['职工群众', '服务职工', '全会工作'],
  },
  {
    name: '民政',
    own: ['民政'],
    terms: ['城乡低保对象认定', '特困人员供养', '区划地名管理', '民政服务对象', '民政为民、民政爱民'],
  },
  {
    name: '教育',
    own: ['教育局', '教体局', '教育系统', '学校', '师生', '教师'],
    terms: [
      '师德师风',
      '教书育人',
      '教育教学质量',
      '教研组',
      '学生学籍',
      '教师职称',
      '全体教师',
      '中小学校园食品安全',
      '备课组',
      '学科带头人',
      '“双减”政策',
    ],
    near: ['高校'],
  },
  {
    name: '高校',
    own: ['学院', '大学', '高校'],
    terms: ['教书育人', '师德师风', '教学科研', '辅导员队伍', '学科建设水平'],
    near: ['教育'],
  },
  {
    name: '卫生健康',
    own: ['卫生健康', '卫健', '医院', '医疗'],
    terms: [
      '医德医风',
      '诊疗行为',
      '院长负责制',
      '医患关系',
      '临床科室',
      '护理质量',
      '门诊患者',
      '诊疗服务',
      '患者的痛苦',
      '药品集中带量采购',
      '医保基金监管',
    ],
  },
  {
    name: '公安',
    own: ['公安', '民警', '派出所'],
    terms: [
      '从优待警',
      '党员民警',
      '民辅警',
      '警务实战',
      '派出所队伍',
      '严格规范公正文明执法',
      '忠诚警魂',
      '执法办案场所',
    ],
    near: ['司法'],
  },
  { name: '检察', own: ['检察'], terms: ['四大检察', '检察建议质效', '认罪认罚从宽'] },
  { name: '法院', own: ['法院', '审判'], terms: ['审判执行质效', '员额法官', '裁判文书上网'] },
  { name: '税务', own: ['税务', '纳税'], terms: ['税费征管', '纳税服务质效', '便民办税'] },
  { name: '机构编制', own: ['编办', '机构编制'], terms: ['编制周转池', '“三定”规定执行', '编制实名制'] },
  { name: '国企', own: ['集团', '公司', '企业'], terms: ['国有资产保值增值', '“三供一业”', '法人治理结构'] },
  {
    name: '水务',
    own: ['水务', '水利'],
    terms: ['供排水一体化', '水旱灾害防御', '河湖长制', '河道采砂许可', '水利工程招投标'],
  },
  { name: '纪检监察', own: ['纪委', '监委', '纪检监察'], terms: ['纪检监察铁军', '“灯下黑”', '审查调查安全'] },
  { name: '共青团', own: ['团委', '共青团'], terms: ['青年之家', '团干部队伍', '全团大抓基层'] },
  { name: '妇联', own: ['妇联'], terms: ['妇女之家', '巾帼建功', '妇联执委'] },
  { name: '档案', own: ['档案馆', '档案局', '档案工作'], terms: ['馆藏档案数字化', '档案执法检查'] },
  { name: '烟草', own: ['烟草'], terms: ['专卖执法', '卷烟营销', '“两个利益至上”'] },
  { name: '供电', own: ['供电', '电网'], terms: ['主网架', '“获得电力”', '配网改造'] },
  { name: '交通', own: ['交通运输', '公路局'], terms: ['农村公路养护', '县乡道路安防', '“四好农村路”'] },
  { name: '市场监管', own: ['市场监管'], terms: ['四个最严', '特种设备监察'] },
  { name: '应急管理', own: ['应急管理', '安监'], terms: ['安全生产巡查考核'] },
]

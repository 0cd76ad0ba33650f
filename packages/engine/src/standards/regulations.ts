/** A regulation (党内法规、法律、规范性文件) as its title is rightly cited. */
export interface Regulation {
  readonly title: string
  /** Date of issue or of the revision in force, `yyyy-mm-dd`, `yyyy-mm` or `yyyy`; null where it is not known. */
  readonly date: string | null
  /** True if title and date were read in a published source. */
  readonly verified: boolean
  /** Short forms that are in use and right. */
  readonly short?: readonly string[]
  /** Titles it replaced; citing them after `date` is out of date. */
  readonly replaces?: readonly string[]
}

/** Often cited regulations. */
export const regulations: readonly Regulation[] = [
  { title: '中国共产党章程', date: '2022-10-22', verified: true, short: ['党章'] },
  {
    title: '关于新形势下党内政治生活的若干准则',
    date: '2016-10-27',
    verified: true,
    short: ['准则', '新形势下党内政治生活的若干准则', '新形势下党内政治生活若干准则'],
  },
  { title: '中国共产党廉洁自律准则', date: '2015-10-18', verified: true, short: ['廉洁自律准则'] },
  { title: '中国共产党党内监督条例', date: '2016-10-27', verified: true, short: ['党内监督条例'] },
  { title: '中国共产党纪律处分条例', date: '2023-12-19', verified: true, short: ['纪律处分条例', '条例'] },
  {
    title: '领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定',
    date: '2015-03-18',
    verified: false,
  },
  { title: '中国共产党问责条例', date: '2019-08-25', verified: true, short: ['问责条例'] },
  { title: '中国共产党巡视工作条例', date: '2024-02-08', verified: true, short: ['巡视工作条例'] },
  {
    title: '中国共产党支部工作条例（试行）',
    date: '2018-10-28',
    verified: true,
    short: ['支部工作条例', '中国共产党支部工作条例', '支部工作条例（试行）'],
  },
  { title: '中国共产党党员教育管理工作条例', date: '2019-05', verified: true, short: ['党员教育管理工作条例'] },
  {
    title: '中国共产党党和国家机关基层组织工作条例',
    date: '2019-12',
    verified: true,
    short: ['党和国家机关基层组织工作条例'],
  },
  { title: '中国共产党机构编制工作条例', date: '2019-08', verified: true, short: ['机构编制工作条例'] },
  { title: '中国共产党党组工作条例', date: '2019-04', verified: true, short: ['党组工作条例'] },
  { title: '中国共产党重大事项请示报告条例', date: '2019-01-31', verified: true, short: ['重大事项请示报告条例'] },
  { title: '中国共产党农村基层组织工作条例', date: '2018-12-28', verified: true, short: ['农村基层组织工作条例'] },
  { title: '中国共产党统一战线工作条例', date: '2020-12', verified: true, short: ['统一战线工作条例'] },
  { title: '中国共产党组织工作条例', date: '2021-05', verified: true, short: ['组织工作条例'] },
  { title: '中国共产党宣传工作条例', date: '2019-06', verified: true, short: ['宣传工作条例'] },
  { title: '中国共产党党员权利保障条例', date: '2020-12', verified: true, short: ['党员权利保障条例'] },
  { title: '中国共产党处分违纪党员批准权限和程序规定', date: '2022-09', verified: true },
  { title: '中国共产党纪律检查机关监督执纪工作规则', date: '2018-12', verified: true, short: ['监督执纪工作规则'] },
  { title: '中国共产党纪律检查委员会工作条例', date: '2021-12', verified: true },
  {
    title: '县以上党和国家机关党员领导干部民主生活会若干规定',
    date: '2016-12-23',
    verified: true,
    short: ['民主生活会若干规定'],
  },
  { title: '党委（党组）落实全面从严治党主体责任规定', date: '2020-03-09', verified: true },
  { title: '党委（党组）意识形态工作责任制实施办法', date: '2015-10-03', verified: true },
  {
    title: '中国共产党党委（党组）理论学习中心组学习规则',
    date: '2017-01-30',
    verified: true,
    short: ['党委（党组）理论学习中心组学习规则', '理论学习中心组学习规则'],
  },
  { title: '党政领导干部选拔任用工作条例', date: '2019-03', verified: true, short: ['干部任用条例'] },
  { title: '党政机关厉行节约反对浪费条例', date: '2025-05', verified: true, short: ['厉行节约反对浪费条例'] },
  { title: '党政机关公文处理工作条例', date: '2012-04-16', verified: true },
  { title: '领导干部报告个人有关事项规定', date: '2017-02', verified: true },
  {
    title: '推进领导干部能上能下规定',
    date: '2022-09',
    verified: true,
    replaces: ['推进领导干部能上能下若干规定（试行）'],
  },
  { title: '事业单位领导人员管理规定', date: '2022-01', verified: true, replaces: ['事业单位领导人员管理暂行规定'] },
  { title: '信访工作条例', date: '2022-02', verified: true, replaces: ['信访条例'] },
  { title: '关于加强对“一把手”和领导班子监督的意见', date: '2021-03', verified: true },
  {
    title: '中华人民共和国公职人员政务处分法',
    date: '2020-06-20',
    verified: true,
    short: ['政务处分法', '公职人员政务处分法'],
  },
  { title: '中华人民共和国监察法', date: '2024-12-25', verified: true, short: ['监察法'] },
  { title: '中华人民共和国保守国家秘密法', date: '2024-02-27', verified: true, short: ['保密法', '保守国家秘密法'] },
  { title: '中共中央关于党的百年奋斗重大成就和历史经验的决议', date: '2021-11-11', verified: true },
  { title: '中共中央关于进一步全面深化改革、推进中国式现代化的决定', date: '2024-07-18', verified: true },
  {
    title: '整治形式主义为基层减负若干规定',
    date: '2024-08-06',
    verified: true,
    short: ['关于整治形式主义为基层减负若干规定'],
  },
  { title: '关于推进党纪学习教育常态化长效化的意见', date: '2024', verified: true },
  {
    title: '中共中央关于制定国民经济和社会发展第十五个五年规划的建议',
    date: '2025-10-23',
    verified: true,
    short: ['“十五五”规划建议'],
  },
  { title: '中共中央关于持之以恒推进全面从严治党若干重大问题的决定', date: null, verified: false },
  {
    title: '十八届中央政治局关于改进工作作风、密切联系群众的八项规定',
    date: '2012-12-04',
    verified: true,
    short: ['中央八项规定'],
  },
  {
    title: '中共中央政治局贯彻落实中央八项规定实施细则',
    date: '2017',
    verified: false,
    short: ['贯彻落实中央八项规定实施细则', '中央八项规定实施细则'],
  },
  { title: '干部教育培训工作条例', date: '2023', verified: false },
  { title: '党史学习教育工作条例', date: '2024-02', verified: true },
  { title: '中国共产党党徽党旗条例', date: '2021-06', verified: true, short: ['党徽党旗条例'] },
  { title: '党政领导干部考核工作条例', date: '2019', verified: false },
  { title: '中国共产党地方委员会工作条例', date: null, verified: false, short: ['地方委员会工作条例'] },
  {
    title: '中国共产党国有企业基层组织工作条例（试行）',
    date: null,
    verified: false,
    short: ['国有企业基层组织工作条例'],
  },
  {
    title: '中国共产党普通高等学校基层组织工作条例',
    date: null,
    verified: false,
    short: ['普通高等学校基层组织工作条例'],
  },
  { title: '中国共产党基层组织选举工作条例', date: '2020', verified: false, short: ['基层组织选举工作条例'] },
  { title: '中国共产党发展党员工作细则', date: null, verified: false, short: ['发展党员工作细则'] },
  {
    title: '中共中央关于加强党的政治建设的意见',
    date: '2019-01-31',
    verified: true,
    short: ['关于加强党的政治建设的意见'],
  },
  { title: '关于加强巡视整改和成果运用的意见', date: null, verified: false },
  { title: '党政机关国内公务接待管理规定', date: null, verified: false },
  { title: '中国共产党党内法规制定条例', date: null, verified: false, short: ['党内法规制定条例'] },
  { title: '中国共产党政法工作条例', date: null, verified: false, short: ['政法工作条例'] },
  { title: '中华人民共和国监察法实施条例', date: '2021', verified: false, short: ['监察法实施条例'] },
  { title: '中华人民共和国网络安全法', date: '2025', verified: false, short: ['网络安全法'] },
  { title: '中华人民共和国个人信息保护法', date: '2021', verified: false, short: ['个人信息保护法'] },
  { title: '中华人民共和国安全生产法', date: '2021', verified: false, short: ['安全生产法'] },
]

/** A fixed phrase (固定提法) in a form that is certainly wrong, and the right one. */
export interface FixedPhrase {
  readonly wrong: RegExp
  readonly right: string
}

/** Wrong forms of fixed phrases. Only what is wrong in every context. */
export const fixedPhrases: readonly FixedPhrase[] = [
  { wrong: /“?两个维护”?(?=的?决定性意义)/g, right: '“两个确立”' },
  { wrong: /“四个自信”、坚定“四个意识”/g, right: '“四个意识”、坚定“四个自信”' },
  { wrong: /(?<!“四个自信”、)坚定“四个意识”/g, right: '增强“四个意识”' },
  { wrong: /做到“两个确立”/g, right: '拥护“两个确立”' },
  { wrong: /拥护“两个维护”/g, right: '做到“两个维护”' },
  { wrong: /团结——批评和自我批评——团结/g, right: '团结——批评——团结' },
  { wrong: /(?<=执纪)“四种形式”/g, right: '“四种形态”' },
  {
    wrong: /大局意识、政治意识、核心意识、看齐意识|政治意识、核心意识、大局意识、看齐意识/g,
    right: '政治意识、大局意识、核心意识、看齐意识',
  },
  {
    wrong: /理论自信、道路自信、制度自信、文化自信|道路自信、制度自信、理论自信、文化自信/g,
    right: '道路自信、理论自信、制度自信、文化自信',
  },
  { wrong: /创新、绿色、协调、开放、共享|创新、协调、开放、绿色、共享/g, right: '创新、协调、绿色、开放、共享' },
  {
    wrong: /政治判断力、政治执行力、政治领悟力|政治领悟力、政治判断力、政治执行力/g,
    right: '政治判断力、政治领悟力、政治执行力',
  },
  { wrong: /守初心、担使命、抓落实、找差距/g, right: '守初心、担使命，找差距、抓落实' },
  { wrong: /自我净化、自我革新、自我完善、自我提高/g, right: '自我净化、自我完善、自我革新、自我提高' },
  { wrong: /不想腐、不能腐、不敢腐|不敢腐、不想腐、不能腐/g, right: '不敢腐、不能腐、不想腐' },
  { wrong: /照镜子、洗洗澡、正衣冠、治治病/g, right: '照镜子、正衣冠、洗洗澡、治治病' },
  { wrong: /(?<=自我净化、自我完善、)自我革命(?=、自我提高)/g, right: '自我革新' },
  { wrong: /[学读]原著、[学读]原文、悟原理/g, right: '读原著、学原文、悟原理' },
  { wrong: /(?<=(?:战略|历史|辩证|创新|法治|底线)思维、)系统思想/g, right: '系统思维' },
  { wrong: /巡视巡查/g, right: '巡视巡察' },
  { wrong: /(?<=[市县区]委|提级|交叉|常规|接受)巡查(?=组|反馈|整改)/g, right: '巡察' },
]

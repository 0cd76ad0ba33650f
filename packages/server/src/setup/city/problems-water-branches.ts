import type { CityProblem } from './problem.ts'

export const waterBranchesProblems: readonly CityProblem[] = [
  {
    key: 'water-7',
    organisation: 'water-branch-reservoir',
    source: 'opinion',
    aspect: '党员教育',
    text: '水库管理所党支部8名常年驻坝的党员，2025年下半年参加集中学习平均只有1.5次，学习笔记由同一人代抄。',
    cause: '驻点分散，支部没有想办法，拿代抄的笔记应付检查。',
    kind: 'immediate',
    lead: 'gan-dali',
    handler: 'ling-shuiqing',
    registeredOn: '2026-03-05',
    deadline: '2026-04-03',
    measures: [
      {
        text: '每月由支委带材料上坝，一座坝一座坝地学',
        responsible: 'ling-shuiqing',
        deadline: '2026-03-31',
        funding: '车辆油料约0.3万元，从党建经费列支',
        contingency: '道路中断时用手机连线',
      },
      {
        text: '代抄的笔记作废，党员本人写一页体会',
        responsible: 'gan-dali',
        deadline: '2026-04-03',
        funding: '无需经费',
        contingency: '年纪大、书写困难的可口述由支委记录',
      },
    ],
    progress: [
      {
        on: '2026-03-31',
        text: '支委3月走了6座坝，8名党员都学了一次，8页体会收齐，其中2页为口述。',
        evidence: [
          {
            name: '驻坝党员体会（摘）.txt',
            text: '冯师傅口述：我守龙头坝二十一年，以前学习就是签个字，这次讲的渗漏观察办法用得上。\n田某：代抄笔记的事我有责任，往后自己写，写不多也是自己的。',
          },
        ],
      },
    ],
    outcome: 'struck_off',
    closedOn: '2026-04-02',
  },
  {
    key: 'water-8',
    organisation: 'water-branch-1',
    source: 'meeting',
    aspect: '带头固本培元、增强党性',
    text: '机关第一党支部2025年度民主评议党员，31人全部测评为“好”以上，两名全年缺席主题党日5次以上的党员也在其中。',
    cause: '怕伤和气，评议只投票不摆事实。',
    kind: 'dated',
    lead: 'zhan-guangyao',
    handler: 'xu-linlin',
    registeredOn: '2026-01-20',
    deadline: '2026-05-29',
    measures: [
      {
        text: '评议前公布每名党员的参会、值班、联系户三项记录',
        responsible: 'xu-linlin',
        deadline: '2026-04-30',
        funding: '无需经费',
        contingency: '记录有误的，本人三日内可申请更正',
      },
      {
        text: '重新组织一次评议，缺席多的党员当面说明',
        responsible: 'zhan-guangyao',
        deadline: '2026-05-29',
        funding: '无需经费',
        contingency: '本人不到会的，支部书记上门谈',
      },
    ],
    progress: [
      {
        on: '2026-05-26',
        text: '5月22日重新评议，“好”19人、“较好”10人、“一般”2人，2名缺席多的党员作了检讨。',
        evidence: [
          {
            name: '民主评议结果.txt',
            text: '应到31人，实到30人，1人书面。\n好19 较好10 一般2\n对“一般”的2人，支部派葛天宇、潘越分别结对，六个月后再评。',
          },
        ],
      },
    ],
    outcome: 'struck_off',
    closedOn: '2026-05-28',
  },
  {
    key: 'water-9',
    organisation: 'water-cell-flood',
    source: 'criticism',
    aspect: '带头固本培元、增强党性',
    text: '防汛党小组7名党员汛期轮流值守，2025年6月到9月没有开过党小组会，把值班交接当作组织生活。',
    cause: '认为忙就可以不开会。',
    kind: 'sustained',
    lead: 'hua-zhigang',
    handler: 'pan-yue',
    registeredOn: '2026-01-21',
    deadline: null,
    measures: [
      {
        text: '汛期党小组会与值班交接分开，每月至少一次，半小时也要开',
        responsible: 'hua-zhigang',
        deadline: null,
        funding: '无需经费',
        contingency: '启动三级以上响应时，可推到响应结束后5天内',
      },
    ],
    progress: [
      { on: '2026-06-29', text: '6月17日开党小组会，讨论夜间值守怎样轮休。', evidence: [] },
      {
        on: '2026-09-22',
        text: '7月、8月、9月各开一次，其中8月因台风推迟4天。',
        evidence: [
          {
            name: '防汛党小组会记录本摘抄.txt',
            text: '8月21日 19:00 值班室\n出席6人，潘越在青岩镇带班\n议题：台风“海鹭”值守得失。华志刚：夜里两点换班太冷清，改成零点和六点。大家同意。',
          },
        ],
      },
    ],
    outcome: 'open',
    closedOn: null,
  },
]

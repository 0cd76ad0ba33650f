import type { CityProblem } from './problem.ts'

export const financeMeetingProblems: readonly CityProblem[] = [
  {
    key: 'finance-1',
    organisation: 'finance',
    source: 'meeting',
    aspect: '带头强化政治忠诚、提高政治能力',
    text: '2025年党组会“第一议题”学习18次，其中11次只由办公室念文件，没有一次结合县区“三保”支出形势研究落实意见。',
    cause: '把“第一议题”当作会议程序，议题由办公室临时凑，分管领导不提前备课。',
    kind: 'dated',
    lead: 'gu-changhe',
    handler: 'ding-xuefeng',
    registeredOn: '2026-01-12',
    deadline: '2026-06-26',
    measures: [
      {
        text: '“第一议题”改由分管领导轮流领学，每次附一页财政工作落实清单',
        responsible: 'ding-xuefeng',
        deadline: '2026-03-31',
        funding: '无需经费',
        contingency: '领学人出差的，由党组书记指定他人顶替，不跳过',
      },
      {
        text: '每季度把落实清单逐条对账，未落实的在下次党组会说明',
        responsible: 'gu-changhe',
        deadline: '2026-06-26',
        funding: '无需经费',
        contingency: '对账发现两次未落实的，由机关党委书面提醒',
      },
    ],
    progress: [
      {
        on: '2026-03-20',
        text: '一季度“第一议题”学习5次，均由分管领导领学，形成落实事项14条，已办结9条。',
        evidence: [
          {
            name: '第一议题落实清单（一季度）.txt',
            text: '落实清单（2026年一季度）\n1. 云溪县“三保”库款保障水平每周测算，责任人侯永强，已办结。\n2. 压减一般性支出5%的测算口径，责任人廖文君，已办结。\n……共14条，办结9条，在办5条。',
          },
        ],
      },
      {
        on: '2026-06-18',
        text: '二季度学习6次，累计落实事项29条，办结27条，余下2条涉及省级资金下达时间，已写明原因。',
        evidence: [
          {
            name: '党组会议纪要2026第14号.txt',
            text: '市财政局党组会议纪要〔2026〕14号\n时间：6月16日 主持：顾长河\n议题一：对账上半年“第一议题”落实事项。29条中办结27条；未办结的2条为农田建设补助、城镇社区补助资金，等省级下达后10日内分配。',
          },
        ],
      },
    ],
    outcome: 'struck_off',
    closedOn: '2026-06-24',
  },
  {
    key: 'finance-2',
    organisation: 'finance',
    source: 'meeting',
    aspect: '带头干事创业、担当作为',
    text: '2025年底市本级存量资金中超过两年未动用的还有3862万元，涉及17个部门，预算科只在年中发过一次催办函。',
    cause: '怕得罪部门，收回资金的时点一拖再拖，没有到期自动收回的硬办法。',
    kind: 'dated',
    lead: 'shao-lihua',
    handler: 'hou-yongqiang',
    registeredOn: '2026-01-12',
    deadline: '2026-09-30',
    measures: [
      {
        text: '逐部门核对两年以上存量资金，列出收回、继续使用两张表',
        responsible: 'liao-wenjun',
        deadline: '2026-04-30',
        funding: '无需经费',
        contingency: '部门对金额有异议的，5个工作日内双方见面对账',
      },
      {
        text: '经市政府批准收回资金，调整用于民生缺口',
        responsible: 'hou-yongqiang',
        deadline: '2026-09-30',
        funding: '无需经费',
        contingency: '涉及已签合同的，按合同进度保留尾款',
      },
    ],
    progress: [
      { on: '2026-05-06', text: '17个部门对账完毕，确认应收回3124万元，准予继续使用738万元。', evidence: [] },
      {
        on: '2026-09-15',
        text: '收回的3124万元已全部缴回总预算，其中2000万元安排用于城乡居民医保市级配套。',
        evidence: [
          {
            name: '存量资金收回情况表.txt',
            text: '单位：万元\n应收回 3124 已收回 3124\n其中：市科技局 612，市文旅局 540，市商务局 433，其余14个部门合计 1539\n安排去向：居民医保配套 2000，困难学生资助 600，结转预备费 524。',
          },
        ],
      },
    ],
    outcome: 'struck_off',
    closedOn: '2026-09-28',
  },
  {
    key: 'finance-3',
    organisation: 'finance',
    source: 'meeting',
    aspect: '带头敬畏人民、敬畏组织、敬畏法纪',
    text: '分管农业农村资金三年，实地看过的项目只有9个，其余两百多个项目的绩效全凭乡镇上报的表格打分。',
    cause: '习惯坐在办公室审表，认为到现场是主管部门的事。',
    kind: 'sustained',
    lead: 'wei-dongsheng',
    handler: 'tian-guangming',
    registeredOn: '2026-01-12',
    deadline: null,
    measures: [
      {
        text: '每月随机抽查2个涉农项目，到现场核对工程量和受益户',
        responsible: 'tian-guangming',
        deadline: null,
        funding: '差旅费每年约3万元，从机关经费列支',
        contingency: '遇汛期不能到场的，次月补足',
      },
      {
        text: '抽查结果与下一年度项目资金安排挂钩',
        responsible: 'wei-dongsheng',
        deadline: '2026-12-31',
        funding: '无需经费',
        contingency: '乡镇有异议的，由第三方复核',
      },
    ],
    progress: [
      {
        on: '2026-04-10',
        text: '一季度抽查6个项目，发现1个灌溉泵站少装水泵1台，已追回2.3万元。',
        evidence: [
          {
            name: '涉农项目现场抽查记录1-3月.txt',
            text: '抽查6个。\n白石镇石桥村灌溉泵站：设计水泵3台，实装2台，少装1台，合同价2.3万元，已由施工方退回。\n其余5个工程量相符，受益户访谈15户，均表示知道项目内容。',
          },
        ],
      },
      { on: '2026-07-09', text: '二季度抽查6个项目，3个建成后管护无人，已督促乡镇落实管护人。', evidence: [] },
      { on: '2026-10-14', text: '三季度抽查6个项目，二季度指出的3处管护人均到位。', evidence: [] },
    ],
    outcome: 'open',
    closedOn: null,
  },
  {
    key: 'finance-4',
    organisation: 'finance',
    source: 'criticism',
    aspect: '带头干事创业、担当作为',
    text: '班子成员批评：2025年12月同一周内向县区要了4张口径不同的债务报表，最急的一张从通知到上报只给3小时。',
    cause: '科室各要各的数，没有统一出口，图自己方便。',
    kind: 'immediate',
    lead: 'meng-fanrong',
    handler: 'ding-xuefeng',
    registeredOn: '2026-01-14',
    deadline: '2026-02-27',
    measures: [
      {
        text: '县区报表归口预算科统一下发，同类数据一年只要一次',
        responsible: 'liao-wenjun',
        deadline: '2026-02-13',
        funding: '无需经费',
        contingency: '上级临时要数的，由市局先用已有数据填报，再请县区核对',
      },
      {
        text: '清理现有报表，取消和合并重复项',
        responsible: 'ding-xuefeng',
        deadline: '2026-02-27',
        funding: '无需经费',
        contingency: '取消后确有需要的，报分管领导同意才能恢复',
      },
    ],
    progress: [
      {
        on: '2026-02-24',
        text: '清理县区报表41张，取消13张，合并9张为3张，现执行22张，已发文公布。',
        evidence: [
          {
            name: '保留报表目录.txt',
            text: '市财政局向县区收取报表目录（2026年2月24日起执行）\n原有41张；取消13张；9张合并为3张；保留不变19张；现执行22张。\n目录外报表，县区可以拒报。',
          },
        ],
      },
    ],
    outcome: 'struck_off',
    closedOn: '2026-02-26',
  },
  {
    key: 'finance-6',
    organisation: 'finance',
    source: 'meeting',
    aspect: '带头坚决扛起管党治党责任',
    text: '2025年对5名科级干部的廉政谈话，3份记录除姓名外内容完全一样，谈话时间也写在同一天下午。',
    cause: '谈话前不了解对方岗位的风险点，事后由机关党委补写记录应付检查。',
    kind: 'dated',
    lead: 'gu-changhe',
    handler: 'xie-peiling',
    registeredOn: '2026-01-12',
    deadline: '2026-12-18',
    measures: [
      {
        text: '谈话前列出被谈话人岗位的三个风险点，记录由本人核对签字',
        responsible: 'xie-peiling',
        deadline: '2026-06-30',
        funding: '无需经费',
        contingency: '发现代写的，谈话作废重谈',
      },
      {
        text: '对重点岗位12人全部重谈一遍',
        responsible: 'gu-changhe',
        deadline: '2026-12-18',
        funding: '无需经费',
        contingency: '年底前借调、外派人员用视频谈',
      },
    ],
    progress: [
      {
        on: '2026-06-25',
        text: '12名重点岗位人员已重谈8名，每份记录都列出了本岗位的风险点。',
        evidence: [
          {
            name: '廉政谈话安排与完成表.txt',
            text: '应谈12人，已谈8人：预算科3、农业农村科2、办公室2、国库支付岗1。\n未谈4人：政府采购监管岗2、会计管理岗1、外派云溪县挂职1，计划9月至12月完成。',
          },
        ],
      },
      { on: '2026-10-16', text: '又谈3名，剩余1名在云溪县挂职，定于12月上旬视频谈话。', evidence: [] },
    ],
    outcome: 'open',
    closedOn: null,
  },
]

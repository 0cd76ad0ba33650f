import { describe, expect, test } from 'vitest'
import { outline } from '../outline/outline.ts'
import { documentOf } from '../testing/document-of.ts'
import { examine } from './examine.ts'
import type { Item } from './examination.ts'

async function read(
  text: string,
  name?: string,
): Promise<Record<'problems' | 'causes' | 'measures' | 'prior', string[]>> {
  const document = await documentOf(text, name)
  const { problems, causes, measures, prior } = examine(document, outline(document))
  const words = (items: readonly Item[]): string[] => items.map(({ lead }) => lead)
  return { problems: words(problems), causes: words(causes), measures: words(measures), prior: words(prior) }
}

const TITLE = '东平县水产站党支部2025年度组织生活会对照检查材料\n'

describe('一段话里的问题', () => {
  const problemsOf = async (paragraph: string): Promise<string[]> =>
    (
      await read(
        `${TITLE}一、存在的问题\n（一）学习方面\n${paragraph}\n（二）作风方面\n下乡不勤。\n二、原因分析\n1.认识不足。`,
      )
    ).problems

  test('“仍有一定差距”说的是不足时，不把它前面的问题丢掉', async () => {
    expect(await problemsOf('学习上浅尝辄止，缺乏钻劲。离融会贯通仍有一定差距。例如，新章程只翻过一遍。')).toEqual([
      '学习上浅尝辄止',
      '下乡不勤',
    ])
  })

  test('先讲成绩，转折之后才是问题；转折的那句不是', async () => {
    expect(
      await problemsOf(
        '全年学习12次，读书笔记人人都交。但与先进站相比，仍有一定差距。学用脱节，推广新苗没有章法。笔记照抄的多，全年有6本雷同。',
      ),
    ).toEqual(['学用脱节', '笔记照抄的多', '下乡不勤'])
  })

  test('虽然……但短板不少：如……再如……，各是一个', async () => {
    expect(
      await problemsOf(
        '我一直注意学习，尽管得到站里肯定，但短板还不少：如政策吃不透，解释不了补贴办法。再如钻研不深，病害防治靠别人。',
      ),
    ).toEqual(['如政策吃不透', '再如钻研不深', '下乡不勤'])
  })

  test('以时间、数字开头的句子是前一句的例子', async () => {
    expect(
      await problemsOf(
        '学习不够经常，想起来才学。今年以来，开展了三次专题学习，但成果没有用上。5月抽查，有4名党员没有笔记。',
      ),
    ).toEqual(['学习不够经常', '下乡不勤'])
  })

  test('只有“一是”没有“二是”，与总说是一条', async () => {
    expect(await problemsOf('头雁作用不强，班子各管一摊。一是商量不够。搬池子时各干各的。')).toEqual([
      '头雁作用不强',
      '下乡不勤',
    ])
  })

  test('不带“不”字的毛病也是毛病', async () => {
    expect(await problemsOf('组织生活形式老套，除了念文件就是看片子。谈心谈话走过场，三五句了事。')).toEqual([
      '组织生活形式老套',
      '谈心谈话走过场',
      '下乡不勤',
    ])
  })
})

test('必须表态的“无”是情况说明，不是问题', async () => {
  const document = await documentOf(
    `${TITLE}一、存在的问题\n1.理论学习方面\n学习不深，只读了2本书。\n2.发挥作用方面\n搬池子时没有参加。\n3.宗教信仰以及参加迷信活动方面\n本人从未参加任何宗教和迷信活动。\n二、原因分析\n1.认识不足。`,
  )
  const { problems, statements } = examine(document, outline(document))
  expect(problems.map(({ lead }) => lead)).toEqual(['学习不深', '搬池子时没有参加'])
  expect(statements.map(({ lead }) => lead)).toEqual(['宗教信仰以及参加迷信活动方面'])
})

describe('没有标题的材料', () => {
  test('由一句话引出各部分', async () => {
    const found = await read(
      '同志们：\n下面我代表支部作对照检查。\n去年查摆的问题是这样整改的：针对“学习少”的问题，改为每月两次；针对“下乡少”的问题，每人包一个村。\n' +
        '今年工作有起色，但还有不少差距，主要表现在：一是学习不深。念完就散。二是下乡不勤。只去了3次。\n' +
        '究其原因，主要是：思想松懈，觉得过得去就行。群众观念淡薄，不愿往塘边跑。\n' +
        '下一步，重点做好三件事：一是每月学一次。二是每季度走访一遍养殖户。\n以上检查，请同志们批评。',
    )
    expect(found).toEqual({
      prior: ['针对“学习少”的问题', '针对“下乡少”的问题'],
      problems: ['学习不深', '下乡不勤'],
      causes: ['思想松懈', '群众观念淡薄'],
      measures: ['每月学一次', '每季度走访一遍养殖户'],
    })
  })

  test('“在……方面，”开头的各段是方面', async () => {
    const document = await documentOf(
      '各位同志：\n对照要求，支部还存在不少问题。\n在学习方面，念文件多，想问题少。\n在作风方面，下乡不勤，只去过3次。\n剖析这些问题的原因，是思想松懈，不愿吃苦。\n今后，将着力做好：一是每月学一次。二是每季度走访一遍。',
    )
    const { aspects, problems } = examine(document, outline(document))
    expect(aspects.map(({ heading }) => heading)).toEqual(['在学习方面', '在作风方面'])
    expect(problems.map(({ lead }) => lead)).toEqual(['念文件多', '下乡不勤'])
  })
})

describe('一段话里的原因、措施', () => {
  test('每句都有起头的话，各是一条；没有的是一条', async () => {
    const { measures } = await read(
      `${TITLE}一、存在的问题\n1.学习不深。\n二、原因分析\n1.思想松懈。\n三、整改措施\n要抓学习，每月一次。要抓走访，每季一遍。`,
    )
    expect(measures).toEqual(['要抓学习', '要抓走访'])
    const whole = await read(
      `${TITLE}一、存在的问题\n1.学习不深。\n二、原因分析\n1.思想松懈。\n三、整改措施\n抓好学习，每月一次。做好走访，每季一遍。`,
    )
    expect(whole.measures).toEqual(['抓好学习'])
  })
})

describe('按固定宽度断行的文字', () => {
  const lines = [
    '一、存在的问题',
    '（一）理论学习方面',
    '学习不够系统，想起来才学，全年只读完两本书，联系养殖户实际的',
    '讨论更少。笔记照抄的多，5月抽查有6本雷同，没有一本写到病害防',
    '治。',
    '（二）工作作风方面',
    '下乡不勤，全年只到过三个村，掌握的情况多半来自报表，养殖户愁',
    '什么、盼什么说不上来。',
    '二、原因分析',
    '一是认识不足，总觉得过得去就行，把学习当成额外的负担，能拖就',
    '拖。',
    '二是作风不实。',
  ]

  test('读出的条目与不断行时一样，位置在原文里', async () => {
    const text = TITLE + lines.join('\n')
    const document = await documentOf(text)
    const { problems, causes, sections } = examine(document, outline(document))
    expect(problems.map(({ start, end }) => text.slice(start, end).replaceAll('\n', ''))).toEqual([
      '学习不够系统，想起来才学，全年只读完两本书，联系养殖户实际的讨论更少。',
      '笔记照抄的多，5月抽查有6本雷同，没有一本写到病害防治。',
      '下乡不勤，全年只到过三个村，掌握的情况多半来自报表，养殖户愁什么、盼什么说不上来。',
    ])
    expect(causes.map(({ start }) => text.slice(start, start + 4))).toEqual(['认识不足', '作风不实'])
    expect(sections.map(({ role }) => role)).toEqual(['opening', 'problems', 'causes'].slice(1))
  })

  test('一行一段的文字照旧', async () => {
    const text = lines.join('。\n')
    expect((await documentOf(text)).wrapped).toBeUndefined()
  })
})

test('标题是一句话、方面不写“方面”的材料', async () => {
  const { problems, causes } = await read(
    `${TITLE}一、思想引领\n1.重任务，轻思想，班会只讲产量。\n2.学习走样，学完即了。\n二、队伍建设\n1.发展党员后劲不足。\n2.师徒合同签而不带。\n三、出现这些问题，根子还在主观上。\n1.认识有偏差。\n2.规矩意识不牢。\n四、下一步，从这几个方面改进。\n1.抓引领。\n2.抓培养。`,
  )
  expect(problems).toEqual([
    '重任务，轻思想，班会只讲产量',
    '学习走样，学完即了',
    '发展党员后劲不足',
    '师徒合同签而不带',
  ])
  expect(causes).toEqual(['认识有偏差', '规矩意识不牢'])
})

test('同级只有一个分了下一层，仍按这一级算', async () => {
  const { causes } = await read(
    `${TITLE}一、存在的问题\n1.学习不深。\n二、原因分析\n（一）学习方面\n认识不足，时间安排少。\n（二）部署方面\n大局意识不强。\n（三）组织生活方面\n制度意识淡。\n（四）群众工作方面\n一是宗旨意识淡化。\n二是方法陈旧。\n三、整改措施\n1.每月学一次。`,
  )
  expect(causes).toEqual(['学习方面', '部署方面', '组织生活方面', '群众工作方面'])
})

describe('不是对照检查材料的', () => {
  test.each([
    ['关于召开2025年度组织生活会的通知', '各党支部：\n现将有关事项通知如下。\n一、会前准备\n查摆问题。', 'notice'],
    ['组织生活会会议记录', '时间：3月5日\n一、通报情况\n正文。', 'minutes'],
    ['在组织生活会上的点评', '同志们：\n一、存在的问题\n1.批评不够辣。', 'speech'],
    ['民主评议党员工作办法（试行）', '第一条 为规范评议，制定本办法。', 'rules'],
    ['对照检查材料模板', '一、存在的问题\n1.学习不深。', 'template'],
    ['整改落实情况说明', '现将整改情况说明如下。', 'rectification_report'],
  ])('%s', async (title, body, kind) => {
    const document = await documentOf(`${title}\n${body}`)
    const found = examine(document, outline(document))
    expect(found.kind).toBe(kind)
    if (kind === 'notice' || kind === 'speech') expect(found.problems).toEqual([])
  })

  test('谈话记录读出自己说的和给对方提的不足，建议不算', async () => {
    const document = await documentOf(
      '谈心谈话记录\n\n**谈话人：** 孙玲\n\n**被谈话人：** 高平\n\n**高平：** 有这几点不足：一是学习抓得不紧；二是下乡不勤。\n\n**孙玲：** 提两点建议：一是多下乡；二是不懂就问。\n\n**高平：** 我也给您提个意见，您有时听不进不同看法。',
      '记录.md',
    )
    const { kind, problems } = examine(document, outline(document))
    expect(kind).toBe('talk')
    expect(problems.map(({ lead }) => lead)).toEqual(['学习抓得不紧', '下乡不勤', '有时听不进不同看法。'])
  })
})

describe('上次整改', () => {
  test('小标题下“针对……的问题”自成一行，一个算一条', async () => {
    const { prior } = await read(
      `${TITLE}一、上年度组织生活会整改落实情况\n1、学习方面整改情况\n针对“学习流于签到”的问题\n整改措施：改为案例研讨。\n落实情况：已完成。\n针对“心得雷同”的问题\n整改措施：手写。\n落实情况：已完成。\n2、服务方面整改情况\n针对“跑两趟”的问题\n整改措施：电话预约。\n落实情况：已完成。\n二、存在的问题\n1、学习不深。`,
    )
    expect(prior).toEqual(['针对“学习流于签到”的问题', '针对“心得雷同”的问题', '针对“跑两趟”的问题'])
  })

  test('没有标题的整改情况报告，“……情况：1、…2、…”是条目', async () => {
    const { prior } = await read(
      '2024年度组织生活会整改落实情况\n现将整改落实情况汇报如下：\n政治纪律方面整改落实情况：1、学习形式单一方面：到烈士陵园学习。2、研讨不深方面：每次定一个题目。\n党性方面整改落实情况：1、谈心少的问题：谈心全覆盖。2、批评不辣的问题：先交提纲。',
    )
    expect(prior).toEqual(['学习形式单一方面', '研讨不深方面', '谈心少的问题', '批评不辣的问题'])
  })
})

test('从案例里查摆出来的不足和措施算，案例的教训不算', async () => {
  const { problems, measures } = await read(
    `${TITLE}一、存在的问题\n1.学习不深。\n2.作风不实。\n二、典型案例剖析\n案例的教训是：一是纪律松弛。二是监督缺位。对照案例查找差距，主要体现在：一是认识不深刻。二是排查不到位。下一步要在两个方面发力：一是压实责任。二是强化排查。\n三、原因分析\n1.认识不足。\n四、整改措施\n1.每月学一次。`,
  )
  expect(problems).toEqual(['学习不深', '作风不实', '认识不深刻', '排查不到位'])
  expect(measures).toEqual(['压实责任', '强化排查', '每月学一次'])
})

describe('一个方面里问题、原因、措施写在一起', () => {
  test('“存在问题：”“原因分析：”“整改措施：”之后的各归各，标题里三样都有也一样', async () => {
    const found = await read(
      `${TITLE}一、查摆的问题、原因及整改措施\n（一）学习方面\n存在问题：1、念文件多。2、联系实际少。\n原因分析：把学习当软任务。\n整改措施：每月学一次，年底考一次。\n（二）作风方面\n存在问题：有的工作应付了事，查一遍就算完。\n整改措施：每周下塘一次。`,
    )
    expect(found.problems).toEqual(['念文件多', '联系实际少', '有的工作应付了事'])
    expect(found.causes).toEqual(['把学习当软任务'])
    expect(found.measures).toEqual(['每月学一次', '每周下塘一次'])
  })

  test('写在【】里、方面前面是★的也是', async () => {
    const found = await read(
      `${TITLE}会前征求了意见，现将对照检查情况报告如下。\n★学习党的创新理论\n【问题】念文件多，联系实际少。\n【原因】把学习当软任务。\n【措施】每月学一次。\n★联系服务群众\n【问题】下乡不勤，全年只去了两趟。\n【措施】每周下塘一次。`,
    )
    expect(found.problems).toEqual(['念文件多', '下乡不勤'])
    expect(found.causes).toEqual(['把学习当软任务'])
    expect(found.measures).toEqual(['每月学一次', '每周下塘一次'])
  })

  test('问题后面接着的“究其原因，”“下一步，”是原因和措施', async () => {
    const found = await read(
      `${TITLE}一、存在的问题\n1.学习不系统。文件只看标题。究其原因，是把学习当软任务。下一步，每月学一次。\n2.下乡不勤。全年只去了两趟。\n二、表态\n请监督。`,
    )
    expect(found.problems).toEqual(['学习不系统', '下乡不勤'])
    expect(found.causes).toEqual(['究其原因'])
    expect(found.measures).toEqual(['下一步，每月学一次'])
  })
})

describe('没有标题的个人材料', () => {
  test('先说、再说、说到是方面，为什么、往后怎么办各起一部分', async () => {
    const found = await read(
      '个人对照检查\n我是养殖二组的老党员，按支部的安排说说自己。\n先说学习。我学得不系统，文件只看标题。\n再说干活。我图省事，巡塘记录不全。\n为啥会这样，我也想过。头一条是觉得快退休了。再一条是爱面子。\n往后怎么办，我想了几件。头一件，每天看一页书。第二件，巡塘当天记。\n就说这些，请同志们批评。',
    )
    expect(found.problems).toEqual(['我学得不系统', '我图省事'])
    expect(found.causes).toEqual(['觉得快退休了', '爱面子'])
    expect(found.measures).toEqual(['每天看一页书', '巡塘当天记'])
  })

  test('没有措施的标题，最后几段都用“要”开头的是措施', async () => {
    const { measures } = await read(
      `${TITLE}会前谈了心，借这次机会说说自己。\n学习方面。学得不系统，文件只看标题。\n作风方面。下乡不勤，全年只去了两趟。\n深挖根源，有两点。第一，思想懒。第二，作风散。\n要抓学习。每月学一次。\n要改作风。每周下塘一次。\n要守规矩。凡事先报告。`,
    )
    expect(measures).toEqual(['要抓学习', '要改作风', '要守规矩'])
  })
})

describe('材料里的表格', () => {
  test('按所在的部分读：整改情况的表读上次的问题，措施的表读措施，格子里分行的也是', async () => {
    const found = await read(
      `${TITLE}一、上年度整改情况\n上年度查摆出2个问题，均已整改。\n序号\t问题\t整改情况\n1\t学习时间少\t每月学一次\n2\t下塘不勤\t每周一次\n\n二、存在的问题\n1.记录不全。\n三、整改措施\n对应方面\t措施\t完成时限\n学习\t1.每月学一次\n2.年底考一次\t2026年3月\n作风\t每周下塘一次\t长期\n`,
    )
    expect(found.prior).toEqual(['学习时间少', '下塘不勤'])
    expect(found.problems).toEqual(['记录不全'])
    expect(found.measures).toEqual(['每月学一次', '年底考一次', '每周下塘一次'])
  })
})

test('“5个问题”下面分两个方面，数的是问题，不是方面', async () => {
  const document = await documentOf(
    `${TITLE}一、存在的问题\n对照两个方面，检视出5个问题。\n（一）学习方面\n1.念文件多。\n2.联系实际少。\n（二）作风方面\n1.下乡不勤。\n2.回应不快。`,
  )
  const { claims } = examine(document, outline(document))
  expect(claims.map(({ text, claimed, found }) => [text, claimed, found])).toEqual([['5个问题', 5, 4]])
})

test('材料一开头就是【一、……】“问题：”“打算：”，也读得出', async () => {
  const { problems, measures } = await read(
    '2025年度组织生活会个人对照检查\n姓名：纪平\n【一、政治忠诚】\n问题：我读书偏科，公报是在车上刷完的\n打算：每月留两个整晚读原文\n【二、增强党性】\n问题：组织生活请过三次假\n打算：今后与值班冲突的，先参加支部活动',
  )
  expect(problems).toEqual(['我读书偏科', '组织生活请过三次假'])
  expect(measures).toEqual(['每月留两个整晚读原文', '今后与值班冲突的'])
})

test('学习记录里说的不足不分成材料的各部分', async () => {
  const { problems, causes } = await read(
    '党组集中学习记录\n时间：2025年12月30日上午\n地点：二楼会议室\n主持人：鲁建业\n对照检查要求，会前学习了决定。\n陆晓岚发言：我下乡不勤，全年只去了两趟。\n纪平发言：我读书停在翻目录，笔记是补的。\n原因是把学习当成软任务，怕麻烦。\n今后每月读完一本，每周下乡一次。',
  )
  expect([problems, causes]).toEqual([[], []])
})

describe('段落里的句子', () => {
  const material = (body: string): string =>
    `${TITLE}会前征求了意见，现将对照检查情况报告如下。\n一、存在的问题\n${body}`

  test('段首短短一句和后面举的例子是一条', async () => {
    const { problems } = await read(
      material('（一）作风方面\n我怕得罪人。评先进时明知道有两个同志不够格，我一句话也没有说，照着名单举了手。'),
    )
    expect(problems).toEqual(['我怕得罪人'])
  })

  test('段首【】里的方面不是问题的话', async () => {
    const { problems } = await read(
      material('【担当作为】 碰硬的劲头不足，三件拆迁的老账拖了两年没有动。\n【工作作风】 下乡不勤，全年只去了两趟。'),
    )
    expect(problems).toEqual(['碰硬的劲头不足', '下乡不勤'])
  })

  test('“之所以……”“这方面的根源”是原因，“总的看”什么也不是', async () => {
    const { problems, causes } = await read(
      material(
        '（一）学习方面\n学习抓得不紧，读书停在翻目录。之所以出现这种情况，是我把学习当成软任务。\n（二）作风方面\n下乡不勤，全年只去了两趟。这方面的根源，是我怕麻烦。\n总的看，还要继续努力。',
      ),
    )
    expect(problems).toEqual(['学习抓得不紧', '下乡不勤'])
    expect(causes).toEqual(['之所以出现这种情况', '这方面的根源'])
  })

  test('方面下面只有一句，词典认得就算', async () => {
    const { problems } = await read(
      material(
        '1.加强党性锻炼方面\n过组织生活请假2次，自我要求有所放松。\n2.改作风方面\n报表存在重复报送，没有提出精简。',
      ),
    )
    expect(problems).toEqual(['过组织生活请假2次', '报表存在重复报送'])
  })

  test('“多是……”接着前面说', async () => {
    const { problems } = await read(material('（一）学习方面\n学习停在表面。多是翻目录、看摘要，离学懂还差得远。'))
    expect(problems).toEqual(['学习停在表面'])
  })

  test('报告里已完成整改的问题不是现在的问题', async () => {
    const { problems, prior } = await read(
      '关于巡察反馈意见整改进展情况的报告\n巡察组反馈3个问题，已完成整改2个。\n一、已完成整改的问题\n关于“前置研究把关不严”的问题。修订了清单，下半年否决3项。\n关于“公车使用不规范”的问题。加装了定位，全年没有再发生。\n二、存在的不足\n责任追究不积极，认定只完成了四成。',
    )
    expect(prior).toHaveLength(2)
    expect(problems).toEqual(['责任追究不积极'])
  })
})

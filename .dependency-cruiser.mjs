// Every arrow between the rooms and inside the engine. tools/architecture.test.ts plants one violation per rule and
// counts the modules, because this check can go blind without a word: with TypeScript 7 only the swc parser reads
// .ts files, and an `exclude` that is too wide hides the packages a rule is about.

const STOREYS = 'platform|office|loop'
const ENGINE_ROOMS =
  'compliance|documents|duties|examination|findings|ledgers|outline|reading|recurrence|review|similarity|standards|tables|testing|wording'

/** Where a file may lie; what lies elsewhere has no arrows, and tools/architecture.test.ts complains of it. */
export const rooms = [
  `^packages/engine/src/((${ENGINE_ROOMS})/.+|[a-z-]+([.](d|test))?[.]ts)$`,
  '^packages/(cli|page|report|view|workshop)/src/',
  // The storeys hold a folder for each feature; beside the features of the platform lies what all of them need.
  `^packages/(contract|server|web)/src/((${STOREYS})/[a-z-]+/.+|platform/[a-z-]+([.](d|test))?[.]ts)$`,
  // What starts the features and puts them together.
  '^packages/(contract|server|web)/src/[a-z-]+([.]test)?[.]tsx?$',
  '^packages/server/src/(doctor|setup|testing)/',
  '^packages/web/src/app/',
  '^(bench|e2e|samples|tools)/',
]

/** The files of the server that may hold SQL: the questions of each feature, what the database needs, and tests. */
export const queries =
  '[/-]queries[.]ts$|[.]test[.]ts$|^packages/server/src/(platform/(database/|access[.]ts$)|setup/|testing/)'

const ENGINE = '^packages/engine/src'
const TESTS = '[.]test[.]tsx?$|/testing/'

/** Files of one of the engine's rooms must not import from the others named. */
function below(room, others, comment) {
  return {
    name: `${room}-is-below`,
    severity: 'error',
    comment,
    from: { path: `${ENGINE}/${room}/`, pathNot: TESTS },
    to: { path: `${ENGINE}/(${others})/` },
  }
}

export default {
  forbidden: [
    {
      name: 'engine-is-alone',
      severity: 'error',
      comment: '引擎不引用本项目的其他部分',
      from: { path: '^packages/engine/' },
      to: { path: '^(packages/(?!engine/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'enter-by-the-door',
      severity: 'error',
      comment:
        '房间之间只走门：packages/*/src/index.ts（engine 另有 wording/index.ts，只有文字的读写，duties/index.ts，只有履职事项，recurrence/index.ts，只有老问题认不认得出，和 compliance/index.ts，只有会议的程序；report、view 和 workshop 另有只供 Node 的，workshop 还有只供浏览器的，view 还有只是数据的）',
      from: { path: '^(?:packages/([^/]+)|tools|bench|samples|e2e)/' },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: [
          '^packages/$1/',
          '^packages/[^/]+/src/index[.]ts$',
          '^packages/engine/src/(compliance|duties|recurrence|wording)/index[.]ts$',
          '^packages/report/src/html/index[.]ts$',
          '^packages/view/src/(written/index[.]ts|page-data[.]ts|document[.]css)$',
          '^packages/workshop/src/(node|browser)/index[.]ts$',
          // A fictional office, and the command line, to test against: for browser tests and benches.
          '^packages/(cli|server)/src/testing/',
        ],
      },
    },
    {
      name: 'report-is-above-engine-and-view',
      severity: 'error',
      comment: 'report 只引用引擎和 view',
      from: { path: '^packages/report/' },
      to: { path: '^(packages/(?!engine/|report/|view/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'report-knows-no-platform',
      severity: 'error',
      comment: 'report 在浏览器里也要能用；只有 html/ 在 Node 里把样式和脚本装成一页',
      from: { path: '^packages/report/src/(?!html/)', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workshop-is-apart',
      severity: 'error',
      comment: '车间不知道做的是什么：不引用本项目的其他部分',
      from: { path: '^packages/workshop/', pathNot: TESTS },
      to: { path: '^(packages/(?!workshop/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'workshop-knows-its-platform-behind-doors',
      severity: 'error',
      comment: '车间的协议在浏览器和 Node 里都要能用；进程只在 node/ 里，浏览器的 Worker 只在 browser/ 里',
      from: { path: '^packages/workshop/src/(?!node/)', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-is-below',
      severity: 'error',
      comment: 'contract 只引用引擎',
      from: { path: '^packages/contract/' },
      to: { path: '^(packages/(?!engine/|contract/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'contract-knows-no-platform',
      severity: 'error',
      comment: 'contract 在浏览器和 Node 里都要能用',
      from: { path: '^packages/contract/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-is-above-contract-and-engine',
      severity: 'error',
      comment: 'server 只引用 contract、report、workshop 和引擎',
      from: { path: '^packages/server/', pathNot: TESTS },
      to: { path: '^(packages/(?!engine/|report/|contract/|workshop/|server/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      comment: 'web 只认 contract、view、引擎，和自查在浏览器里用的 report',
      from: { path: '^packages/web/src/', pathNot: TESTS },
      to: { path: '^(packages/(?!engine/|contract/|report/|view/|web/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'page-is-above-report',
      severity: 'error',
      comment: '单文件应用只引用 contract、report、view、workshop 和引擎',
      from: { path: '^packages/page/', pathNot: TESTS },
      to: { path: '^(packages/(?!contract/|engine/|report/|view/|workshop/|page/)|tools/|bench/|samples/|e2e/)' },
    },
    {
      name: 'storeys-go-down',
      severity: 'error',
      comment: '三层：platform ← office ← loop；箭头只朝下，谁也不引用上面的',
      from: { path: '^packages/(contract|server|web)/src/(platform|office)/', pathNot: TESTS },
      to: { path: '^packages/$1/src/', pathNot: ['^packages/$1/src/platform/', '^packages/$1/src/$2/'] },
    },
    {
      name: 'loop-is-below-what-starts-it',
      severity: 'error',
      comment: 'loop 的功能不引用把它们合起来的那些文件',
      from: { path: '^packages/(contract|server|web)/src/loop/', pathNot: TESTS },
      to: { path: '^packages/$1/src/', pathNot: '^packages/$1/src/(platform|office|loop)/' },
    },
    {
      name: 'features-enter-by-the-door',
      severity: 'error',
      comment: '功能之间只走各自的 index.ts；平台的 database 和 http 是大家的地基',
      from: { path: '^packages/(contract|server)/src/((?:platform|office|loop)/[^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/$1/src/(platform|office|loop)/[^/]+/',
        pathNot: ['^packages/$1/src/$2/', '/index[.]ts$', '^packages/server/src/platform/(database|http)/'],
      },
    },
    {
      name: 'web-features-are-apart',
      severity: 'error',
      comment: '网页的功能互不引用：共用的在 service、archetypes、elements 里',
      from: { path: '^packages/web/src/((?:platform|office|loop)/[^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/web/src/(platform|office|loop)/[^/]+/',
        pathNot: ['^packages/web/src/$1/', '^packages/web/src/platform/(service|archetypes|elements)/'],
      },
    },
    {
      name: 'web-elements-know-no-feature',
      severity: 'error',
      comment: 'service ← archetypes ← elements',
      from: { path: '^packages/web/src/platform/(service|archetypes)/', pathNot: TESTS },
      to: { path: '^packages/web/src/platform/elements/' },
    },
    {
      name: 'use-cases-know-no-http',
      severity: 'error',
      comment: '只有 routes.ts、门和认出会话的 signed-in.ts 认得 HTTP，用例只认上下文',
      from: {
        path: '^packages/server/src/(platform|office|loop)/',
        pathNot: [TESTS, '/([a-z-]*routes|index|signed-in)[.]ts$', '^packages/server/src/platform/(http|feature)'],
      },
      to: { path: '^packages/server/src/platform/http/|node_modules/(@?fastify)/' },
    },
    {
      name: 'sql-in-queries',
      severity: 'error',
      comment: 'SQL 只在 queries.ts 和 *-queries.ts 里，用例只叫它们的名字',
      from: { path: '^packages/server/src/', pathNot: queries },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'engine-knows-no-platform',
      severity: 'error',
      comment: '引擎不用 Node 的模块',
      from: { path: ENGINE, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-has-four-dependencies',
      severity: 'error',
      comment: '引擎运行时只依赖这四个包',
      from: { path: ENGINE, pathNot: TESTS },
      to: { path: 'node_modules/', pathNot: 'node_modules/(fflate|saxes|cfb|pdfjs-dist)/' },
    },
    below('reading', 'outline|examination|review|similarity|tables|ledgers|documents', 'reading ← outline'),
    below('outline', 'examination|review|similarity|tables|ledgers|documents', 'outline ← examination'),
    below('tables', 'outline|examination|review|similarity|ledgers|documents', '表格只认读出来的文字和表格'),
    below('ledgers', 'outline|examination|review|similarity|documents', '台账的工具只认表格'),
    below(
      'findings',
      'reading|outline|examination|review|similarity|tables|ledgers|documents|wording',
      '意见和规则的样子在各种检查之下，不认识它们',
    ),
    below(
      'compliance',
      'reading|outline|examination|review|similarity|tables|ledgers|documents',
      '程序的判断只认事实，不认事实从哪里读来',
    ),
    below(
      'recurrence',
      'reading|outline|examination|review|similarity|tables|ledgers|documents',
      '老问题只认问题的文字和方面',
    ),
    below('examination', 'review|similarity|ledgers|documents', 'examination ← review'),
    below('similarity', 'reading|outline|examination|review|tables|ledgers|documents', '比对只认文字'),
    {
      name: 'wording-is-below',
      severity: 'error',
      comment: 'wording 在各房间之下，只认 standards 和文中位置',
      from: { path: `${ENGINE}/wording/`, pathNot: TESTS },
      to: { path: '.', pathNot: `${ENGINE}/(wording/|standards/|span[.]ts$)` },
    },
    {
      name: 'standards-import-nothing',
      severity: 'error',
      comment: 'standards 只有数据',
      from: { path: `${ENGINE}/standards/`, pathNot: TESTS },
      to: { path: '.', pathNot: `${ENGINE}/standards/` },
    },
    {
      name: 'rules-never-import-rules',
      severity: 'error',
      comment: '规则之间互不引用；文件夹的规则用的是程序的判断（compliance）',
      from: {
        path: `${ENGINE}/((?:compliance|review|ledgers/lint|documents/[^/]+)/rules)/`,
        pathNot: [TESTS, '/rules/index[.]ts$'],
      },
      to: { path: [`${ENGINE}/$1/`, `${ENGINE}/(review|ledgers/lint|documents/[^/]+)/rules/`] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: '产品代码不引用测试；e2e/ 整个是测试',
      from: { pathNot: [TESTS, '^e2e/'] },
      to: { path: `^(packages|tools|samples|bench|e2e)/.*(${TESTS})` },
    },
    {
      name: 'view-is-alone',
      severity: 'error',
      comment: '结果页的脚本原样放进 HTML：view 只引用自己；只有 written/ 在 Node 里把样式和脚本读出来',
      from: { path: '^packages/view/src/(?!written/)', pathNot: TESTS },
      to: { path: '.', pathNot: '^packages/view/src/(?!written/)' },
    },
    { name: 'no-circles', severity: 'error', comment: '文件之间不循环引用', from: {}, to: { circular: true } },
    {
      name: 'no-folder-circles',
      severity: 'error',
      comment: '文件夹之间不循环引用',
      scope: 'folder',
      // Those of the server are looked for in tools/architecture.test.ts: its tests use its testing folder, which uses the
      // whole server, and depcruise weighs folders with their tests.
      from: { path: '^packages/(?!server/)[^/]+/src/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: '引用的模块都找得到',
      from: { path: '^(packages|tools|samples|bench|e2e)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/web/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}

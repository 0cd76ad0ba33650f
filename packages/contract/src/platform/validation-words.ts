import { z } from 'zod'

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0]

/** What is wrong with a value, where its schema has no words of its own. */
function wordsFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return '请填写'
      return issue.expected === 'number' || issue.expected === 'int' ? '请填数字' : WRONG
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${String(issue.maximum)} 字`
      return issue.origin === 'array' ? `最多 ${String(issue.maximum)} 项` : `最大是 ${String(issue.maximum)}`
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? '请填写' : `至少 ${String(issue.minimum)} 字`
      return issue.origin === 'array' ? `至少 ${String(issue.minimum)} 项` : `最小是 ${String(issue.minimum)}`
    case 'invalid_format':
      return issue.format === 'uuid' ? '请重新选择' : '写法不对'
    case 'invalid_value':
      return '请从列出的里面选'
    case 'unrecognized_keys':
      return '有认不出的内容'
    default:
      return WRONG
  }
}

const WRONG = '填写的内容不对'

z.config({ customError: wordsFor })

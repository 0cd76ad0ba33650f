import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinKeyFiles, keyFiles } from './key-files.ts'
import { fitsBox, newBox, publicHalf, seal, unseal } from './sealed-box.ts'

it('a box opens what was sealed for it, changed by no bit, and nothing for another', () => {
  const box = newBox()
  expect(publicHalf(box.privateKey)).toEqual(box.publicKey)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(), (text, at) => {
      const sealed = seal(text, box.publicKey)
      expect(unseal(sealed, box)).toBe(text)
      const changed = Buffer.from(sealed)
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
      expect(() => unseal(changed, box)).toThrow()
      expect(() => unseal(sealed, newBox())).toThrow()
    }),
    { numRuns: 40 },
  )
})

it('what is sealed is as long whatever was written, and never twice the same', () => {
  const { publicKey } = newBox()
  const all = ['', '好', '会议太多。'.repeat(900)].map((text) => seal(text, publicKey))
  expect(new Set(all.map(({ length }) => length)).size).toBe(1)
  expect(seal('好', publicKey).equals(seal('好', publicKey))).toBe(false)
  expect(fitsBox('字'.repeat(5_460))).toBe(true)
  expect(fitsBox('字'.repeat(5_461))).toBe(false)
})

it('any two key files give the secret; each alone lacks a part that nothing in it tells', () => {
  const named = { roundId: '0198c0de-0000-7000-8000-000000000001', name: '征求意见', fingerprint: 'abcd' }
  const secret = Buffer.alloc(32, 7)
  const files = keyFiles(secret, named)
  for (const one of files)
    for (const other of files)
      expect(joinKeyFiles([one, other], named.roundId)).toEqual(
        one === other ? { fault: '要两把不同的钥匙' } : { secret },
      )
  // The parts are new every time: what one file holds is the same for every secret.
  expect(keyFiles(secret, named)).not.toEqual(files)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const tests = fileURLToPath(new URL('..', import.meta.url))

const rules = [...readFileSync(join(tests, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\* /gm)].map(idIn)

const quoted = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|contract)\.tsx?$/.test(file))
  .flatMap((file) => [...readFileSync(join(tests, file), 'utf8').matchAll(/['"`]((?:\[[A-Z]+\d+\] )+)/g)].map(idIn))
  .flatMap((ids) => [...ids.matchAll(/[A-Z]+\d+/g)].map(([id]) => id))

function idIn(match: RegExpMatchArray): string {
  return match[1] ?? ''
}

describe('SPEC.md', () => {
  it('names each rule once', () => {
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
  })

  it('has a test for every rule', () => {
    expect(rules.filter((id) => !quoted.includes(id))).toEqual([])
  })

  it('has a rule for every test that quotes one', () => {
    expect([...new Set(quoted.filter((id) => !rules.includes(id)))]).toEqual([])
  })
})

import type { Target } from './assault.ts'
import { assaults } from './assaults.ts'

/** One assault, as a process: `assault-process.ts <name> <target as JSON>`. */

const [, , name = '', json = '{}'] = process.argv
const target: Target = JSON.parse(json)
let isOver = false
process.on('message', () => {
  isOver = true
})
process.on('disconnect', () => process.exit())

const answer = await assaults[name]?.(target, () => isOver)
process.send?.(answer ?? `no assault is called ${name}`, () => process.exit())

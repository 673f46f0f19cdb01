import { once } from 'node:events'
import type { Target } from './assault.ts'
import { assaults } from './assaults/all.ts'

/** One assault, as a process: `assault-process.ts <name> <target as JSON>`. */

const [, , name = '', json = '{}'] = process.argv
const target: Target = JSON.parse(json)
let isOver = false
process.on('disconnect', () => process.exit())

const assault = assaults[name]
assault?.prepare?.()
process.send?.('ready')
await once(process, 'message')
process.once('message', () => {
  isOver = true
})
const answer = await assault?.(target, () => isOver)
process.send?.(answer ?? `no assault is called ${name}`, () => process.exit())

import { nanoid } from 'nanoid'
import { describe, expect, it } from 'vitest'
import { aloneBus } from '../../server/bus/alone.ts'
import { inProcessBus, openHub } from '../../server/bus/in-process.ts'
import { bytes } from '../support/commits.ts'
import { earOn, wordsOf } from '../support/hearing.ts'
import { busContract } from './bus.contract.ts'

busContract('within a process', async () => {
  const hub = openHub(() => nanoid())
  return {
    join: async () => inProcessBus(hub),
    cut: async ({ node }) => hub.cut(node),
    mend: async ({ node }) => hub.mend(node),
    end: async () => undefined,
  }
})

describe('a bus of one node', () => {
  it('[BUS4] works, and nobody hears it', async () => {
    const bus = aloneBus()
    const ear = await earOn(bus, 'alerts')
    bus.onGap(() => expect.unreachable())
    bus.say('alerts', bytes('to myself'))
    await bus.check()
    ear.stop()
    await bus.close()
    expect(wordsOf(ear)).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bus } from '../../server/bus/port.ts'
import { bytes } from '../support/commits.ts'
import { type Ear, earOn, heardOnce, wordsOf } from '../support/hearing.ts'

/** Where nodes meet. */
export interface Meeting {
  /** One more node. */
  join(): Promise<Bus>
  /** From now on nothing comes from or to this node. */
  cut(bus: Bus): Promise<void>
  mend(bus: Bus): Promise<void>
  /** Ends it; all nodes are closed before. */
  end(): Promise<void>
}

/** What every bus keeps to, whatever lies below it. */
export function busContract(name: string, meet: () => Promise<Meeting>): void {
  describe(`a bus ${name}`, () => {
    let meeting: Meeting
    let ana: Bus
    let ben: Bus
    let cleo: Bus
    let ends = 0

    beforeEach(async () => {
      meeting = await meet()
      ana = await meeting.join()
      ben = await meeting.join()
      cleo = await meeting.join()
    })

    afterEach(async () => {
      for (const bus of [ana, ben, cleo]) await bus.close()
      await meeting.end()
    })

    /** All that has been said to whoever listens has come by when this has. */
    async function everythingHeard(from: Bus, ...ears: readonly Ear[]): Promise<void> {
      const end = `end ${ends++}`
      from.say('alerts', bytes(end))
      for (const ear of ears) await heardOnce(ear, end)
    }

    it('[BUS1] brings what a node says to all others that listen to the board, in order, byte by byte, and not to itself', async () => {
      const ears = [await earOn(ana, 'alerts'), await earOn(ben, 'alerts'), await earOn(cleo, 'alerts')] as const
      const odd = Uint8Array.from([0, 255, 10, 13, 0, 128, 47])
      ana.say('alerts', odd)
      ana.say('alerts', new Uint8Array())
      for (let n = 0; n < 500; n++) ana.say('alerts', bytes(`${n}`))
      await everythingHeard(ana, ears[1], ears[2])
      ben.say('alerts', bytes('from ben'))
      await heardOnce(ears[0], 'from ben')
      await heardOnce(ears[2], 'from ben')
      const said = [
        [Buffer.from(odd).toString('latin1'), ana.node],
        ['', ana.node],
        ...Array.from({ length: 500 }, (_, n) => [`${n}`, ana.node]),
      ]
      expect(ears[0].heard).toEqual([['from ben', ben.node]])
      expect(ears[1].heard.slice(0, -1)).toEqual(said)
      expect(ears[2].heard.toSpliced(-2, 1)).toEqual([...said, ['from ben', ben.node]])
    })

    it('[BUS1] names every node otherwise', () => {
      expect(new Set([ana.node, ben.node, cleo.node]).size).toBe(3)
    })

    it('[BUS1] keeps a message as it was said, whatever becomes of its bytes', async () => {
      const ear = await earOn(ben, 'alerts')
      const message = bytes('as it was')
      ana.say('alerts', message)
      message.fill(0)
      await heardOnce(ear, 'as it was')
    })

    it('[BUS2] tells a node nothing of boards that it does not listen to, or no longer', async () => {
      const ear = await earOn(ben, 'alerts')
      const deploys = await earOn(ben, 'deploys')
      const also = await earOn(ben, 'deploys')
      deploys.stop()
      ana.say('deploys', bytes('for one'))
      await everythingHeard(ana, ear)
      also.stop()
      ana.say('deploys', bytes('too late'))
      ana.say('alert', bytes('another board'))
      await everythingHeard(ana, ear)
      expect([wordsOf(deploys), wordsOf(also)]).toEqual([[], ['for one']])
    })

    it('[BUS2] is listened to again as if for the first time', async () => {
      const first = await earOn(ben, 'alerts')
      first.stop()
      const again = await earOn(ben, 'alerts')
      first.stop()
      await everythingHeard(ana, again)
    })

    it('[BUS3] says that there was a gap when a node hears again, and goes on', async () => {
      const ear = await earOn(ben, 'alerts')
      await meeting.cut(ben)
      ana.say('alerts', bytes('lost, maybe'))
      const gap = new Promise<void>((resolve) => ben.onGap(resolve))
      await expect(ben.check()).rejects.toThrow(/\w+ \w+/)
      expect([ana.isUp(), ben.isUp()]).toEqual([true, false])
      await ana.check()
      await meeting.mend(ben)
      await gap
      await everythingHeard(ana, ear)
      const back = await earOn(cleo, 'alerts')
      await vi.waitFor(() => ben.check(), 10_000)
      await everythingHeard(ben, back)
      await ben.check()
      expect(ben.isUp()).toBe(true)
    })

    it('[BUS4] takes words when it is closed, and loses them', async () => {
      const ear = await earOn(ben, 'alerts')
      const gone = await earOn(cleo, 'alerts')
      await cleo.close()
      cleo.say('alerts', bytes('lost'))
      await everythingHeard(ana, ear)
      expect([wordsOf(ear).length, wordsOf(gone)]).toEqual([1, []])
    })
  })
}

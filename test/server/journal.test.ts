import { describe, expect, it } from 'vitest'
import { runCommand } from '../../server/facilitation/run-command.ts'
import { roomLimits } from '../../server/limits.ts'
import { Journal } from '../../server/rooms/journal.ts'
import { readDrafts, readEntries, readFlat } from '../../shared/document/read.ts'
import { createDraft, createEntry, flatTextOf, setFields, setFlat, textOf } from '../../shared/document/write.ts'
import { Clock } from '../support/clock.ts'
import { addTheme, labels } from '../support/labels.ts'
import { aReview } from '../support/review.ts'

describe('a journal', () => {
  it('[JOURNAL1] merges what arrives while a commit runs into the next one: one update, one broadcast', async () => {
    const review = await aReview()
    const [ana, ben, fay] = [await review.join('ana'), await review.join('ben'), await review.join('fay')]
    const [commitsBefore, updatesBefore] = [review.store.commits.length, fay.count('update')]
    review.store.hold()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    addTheme(ana.doc, 'deploys')
    addTheme(ben.doc, 'rollbacks')
    addTheme(ben.doc, 'runbooks')
    await review.turn()
    await review.store.letOne()
    await review.store.letOne()
    await review.turn()

    expect(review.store.commits.slice(commitsBefore).map(({ updates }) => updates.length)).toEqual([1, 1])
    expect(fay.count('update') - updatesBefore).toBe(2)
    expect(labels(fay.doc).sort()).toEqual(['alerts', 'deploys', 'rollbacks', 'runbooks'])
    expect(labels(await review.stored()).sort()).toEqual(labels(fay.doc).sort())
  })

  it('[JOURNAL1] runs one commit at a time, also where the end of one brings the next', async () => {
    const clock = new Clock()
    const running: (() => void)[] = []
    const journal = new Journal({
      commit: (compose) => {
        compose()
        return new Promise<void>((resolve) => running.push(resolve))
      },
      soon: clock.soon,
      after: clock.after,
      pauseAfter: () => 0,
      closing: () => null,
      committed: () => {},
      failed: () => {},
    })
    journal.gather()
    journal.whenCommitted({ committed: () => journal.gather(), failed: () => {} })
    clock.turn()
    running[0]?.()
    await new Promise(setImmediate)
    journal.gather()
    clock.turn()
    expect(running).toHaveLength(2)
    running[1]?.()
    await new Promise(setImmediate)
    expect(running).toHaveLength(3)
  })

  it('[JOURNAL2] starts a commit at the end of the turn that brought its first change', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const before = review.store.commits.length
    addTheme(ana.doc, 'alerts')
    addTheme(ana.doc, 'deploys')
    ana.deliver()
    expect(review.store.commits.length).toBe(before)
    review.clock.turn()
    expect(review.store.commits.length).toBe(before + 1)
  })

  it('[JOURNAL10] gathers what is written faster than all who look on can be told', async () => {
    const review = await aReview({ limits: { relaying: { perSecond: 300, burst: 3 } } })
    const [ana] = [await review.join('ana'), await review.join('ben'), await review.join('olga')]
    await review.pass(1000)
    const before = review.store.commits.length
    const commitsAfter = async (label: string) => {
      addTheme(ana.doc, label)
      await review.turn()
      return review.store.commits.length - before
    }
    expect(await commitsAfter('once')).toBe(1)
    expect(await commitsAfter('twice')).toBe(2)
    expect(await commitsAfter('thirdly')).toBe(2)
    await review.pass(9)
    expect(await commitsAfter('fourth')).toBe(2)
    await review.pass(1)
    expect(review.store.commits.length - before).toBe(3)
    expect(labels(await review.stored()).sort()).toEqual(['fourth', 'once', 'thirdly', 'twice'])
  })

  it('[JOURNAL3] shows nobody anything before it is committed', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    const answeredBefore = ana.saved
    review.store.hold()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    const olga = await review.join('olga')
    const settled = (await review.live()).settled()
    const written = (await review.live()).write(({ board }) => setFlat(board, 'session', { title: 'Slow deploys' }))
    await review.turn()

    expect([labels(ben.doc), olga.count('step-2'), ana.saved]).toEqual([[], 0, answeredBefore])
    await expect(Promise.race([settled, written, 'not yet'])).resolves.toBe('not yet')

    review.store.letAll()
    await review.turn()
    expect([labels(ben.doc), labels(olga.doc), ana.saved]).toEqual([['alerts'], ['alerts'], (answeredBefore ?? 0) + 1])
    await Promise.all([settled, written])
  })

  it('[JOURNAL4] sends everyone away when a commit fails, shows nothing of it, and opens the board as stored', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    const desk = await review.join('ben', 'desk')
    review.store.breakDown()
    addTheme(ana.doc, 'alerts')
    const written = (await review.live()).write(({ board }) => setFlat(board, 'session', { title: 'Slow deploys' }))
    await Promise.all([expect(written).rejects.toThrow('the disk is full'), review.turn()])

    const away = { code: 4500, reason: 'try-again' }
    expect([ana.closed, ben.closed, desk.closed]).toEqual([away, away, away])
    expect(labels(ben.doc)).toEqual([])
    const again = await review.rested()
    expect([labels(again.doc), readFlat(again.doc, 'session').title]).toEqual([[], 'Deploys stopped'])
  })

  it('[JOURNAL8] leaves a board whose commit failed alone for a moment, however many ask for it', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    review.store.breakDown()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    review.store.mend()
    const loadsBefore = review.store.loads
    const back = [review.connect('ana'), review.connect('ben'), review.connect('fay')]
    await review.pass(roomLimits.restMs - 1)
    expect(review.store.loads).toBe(loadsBefore)
    await review.pass(1)
    expect((await Promise.all(back)).map(({ closed }) => closed)).toEqual([undefined, undefined, undefined])
    expect(review.store.loads).toBe(loadsBefore + 1)
  })

  it('[JOURNAL8] stops without waiting for a board that is left alone', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    review.store.breakDown()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    await review.registry.close()
    await expect(review.live()).rejects.toThrow('the server is stopping')
  })

  it('[JOURNAL5] commits a draft and the note that comes of it together', async () => {
    const review = await aReview({ body: { settings: { reveal: 'immediate' } } })
    const [desk, fay] = [await review.join('ana', 'desk'), await review.join('fay')]
    const before = review.store.commits.length
    createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await review.turn()

    expect(
      review.store.commits.slice(before).map((each) => each.updates.map(({ document }) => document).sort()),
    ).toEqual([['board', 'desk/ana']])
    expect(readEntries(fay.doc, 'notes').map(({ text, author }) => [text, author])).toEqual([
      ['Alerts came late', 'ana'],
    ])
    expect(readDrafts(desk.doc).map(({ published }) => published)).toEqual(['Alerts came late'])
    expect((await review.store.load(review.id))?.draftAuthors).toEqual(new Map([['n1', 'ana']]))
  })

  it('[JOURNAL5] commits whatever the server writes in one turn together, and once', async () => {
    const review = await aReview()
    const fay = await review.join('fay')
    const before = fay.count('update')
    await review.command({ type: 'board.rename', title: 'Slow deploys', id: 'c1' })
    await review.command({ type: 'board.rename', title: 'Slower deploys', id: 'c1' })
    expect([readFlat(fay.doc, 'session').title, fay.count('update') - before]).toEqual(['Slow deploys', 1])
    expect((await review.store.load(review.id))?.commands).toEqual(['c1'])
  })

  it('[JOURNAL6] folds a log that has grown long, with nothing in it that is not committed', async () => {
    const review = await aReview({ limits: { foldAfter: 5 } })
    const ana = await review.join('ana')
    for (const letter of 'checkout') {
      flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, letter)
      await review.turn()
    }
    review.store.hold()
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'uncommitted')
    await review.turn()

    const board = await review.store.load(review.id)
    expect(board?.heads.get('board')?.sinceSnapshot).toBeLessThan(5)
    expect(readFlat(await review.stored(), 'incident').summary).toBe([...'checkout'].reverse().join(''))
  })

  it('[JOURNAL6] leaves a copy of the board at each change of phase', async () => {
    const review = await aReview()
    await review.command({ type: 'phase.next' })
    const board = await review.store.load(review.id)
    expect(board?.heads.get('board')?.sinceSnapshot).toBe(0)
    expect(readFlat(await review.stored(), 'session').visits).toHaveLength(2)
  })

  it('[JOURNAL12] stores nothing that was decided on what is not the newest any more, and loses nothing of it', async () => {
    const review = await aReview()
    const elsewhere = review.restarted()
    const [ana, ben] = [await review.join('ana'), await elsewhere.join('ben')]
    addTheme(ben.doc, 'deploys')
    await elsewhere.turn()
    addTheme(ana.doc, 'alerts')
    await review.turn()
    expect([ana.closed, labels(await review.stored())]).toEqual([{ code: 4500, reason: 'try-again' }, ['deploys']])

    await review.rested()
    const again = await review.join('ana', 'board', ana.doc)
    await review.turn()
    expect(labels(again.doc).sort()).toEqual(['alerts', 'deploys'])
    expect(labels(await review.stored()).sort()).toEqual(['alerts', 'deploys'])
  })

  it('[JOURNAL12] carries out a command once, however many servers are told', async () => {
    const review = await aReview()
    const elsewhere = review.restarted()
    const ordering = [review, elsewhere].map(async (server) =>
      runCommand(await server.live(), 'fay', { type: 'phase.next' }, server.deps),
    )
    await Promise.all([Promise.allSettled(ordering), review.turn()])
    const ordered = await Promise.allSettled(ordering)
    expect(ordered.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(readFlat(await review.stored(), 'session').visits).toHaveLength(2)
  })

  it('[JOURNAL7] lists a board as the commit that changed it left it', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const listed = async () => {
      await review.turn()
      return review.store.listFor('ana')
    }
    createEntry(ana.doc, 'actions', 'a1', { title: 'Write a runbook', rank: 'a1' })
    setFlat(ana.doc, 'incident', { severity: 'SEV-2' })
    expect(await listed()).toMatchObject([
      { title: 'Deploys stopped', severity: 'SEV-2', status: 'open', phase: 'Set the tone', openActions: 1 },
    ])
    setFields(ana.doc, 'actions', 'a1', { status: 'complete', evidence: 'Minutes of the drill' })
    expect(await listed()).toMatchObject([{ openActions: 1 }])
    textOf(ana.doc, 'actions', 'a1', 'verification')?.insert(0, 'A drill')
    expect(await listed()).toMatchObject([{ openActions: 0 }])
    createEntry(ana.doc, 'actions', 'a2', { title: 'Alert on lag', rank: 'a2' })
    expect(await listed()).toMatchObject([{ openActions: 1 }])
    setFields(ana.doc, 'actions', 'a2', { removed: { by: 'ana', at: 1 } })
    expect(await listed()).toMatchObject([{ openActions: 0 }])
    await review.command({ type: 'phase.next' })
    await review.command({ type: 'board.rename', title: 'Slow deploys' })
    expect(await listed()).toMatchObject([{ title: 'Slow deploys', phase: 'Review the facts' }])
  })

  it('[JOURNAL7] stores nothing of what is listed where that has not changed', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const before = review.store.commits.length
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'Alerts came late')
    createEntry(ana.doc, 'themes', 'alerts', { label: 'Alerts', rank: 'a1' })
    await review.command({ type: 'timer.start', seconds: 60 })
    expect(review.store.commits.slice(before).map(({ listing }) => listing)).toEqual([null])
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { commands } from './asking.ts'
import { counted } from './attacks/values.ts'
import { kindsOf } from './kinds.ts'
import { tryKind } from './run.ts'
import { openScene, type Scene } from './scene.ts'

const secret = 'a secret for the attack'
const preload = new URL('../support/in-no-hurry.mjs', import.meta.url)
let dataDir: string
let server: ServerProcess
let scene: Scene

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hindsight-attack-'))
  server = await startServerProcess({ DATA_DIR: dataDir, SECRET: secret, HOST: '127.0.0.1' }, { preload })
  scene = await openScene(`http://127.0.0.1:${server.port}`, secret)
})

afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Every so many of the attacks of each kind, so that all kinds take about as long. */
const share = { writes: 61, clients: 1, bytes: 4, frames: 9, doors: 3, commands: 7 } as const

describe('an attacker who knows the protocol', () => {
  it.each([
    ['[ATTACK1] writes nothing that the schema forbids', 'writes'],
    ['[ATTACK2] takes no client id of anybody else', 'clients'],
    ['[ATTACK3] breaks nothing with broken or heavy updates', 'bytes'],
    ['[ATTACK4] breaks nothing with messages and presence', 'frames'],
    ['[ATTACK5] does not get in', 'doors'],
    ['[ATTACK6] commands nothing', 'commands'],
  ] as const)('%s', async (_rule, name) => {
    for (const kind of kindsOf[name]) {
      const row = await tryKind(scene, kind, { every: share[name], lookEvery: 10 })
      expect({ kind: row.kind, passed: row.passed, twinsHeld: row.twinsHeld }).toEqual({
        kind: kind.kind,
        passed: [],
        twinsHeld: [],
      })
      expect(row.attempts).toBeGreaterThan(0)
    }
  })

  it('[ATTACK8] is held up by what is forbidden alone: every kind has something allowed beside it', () => {
    const kinds = Object.values(kindsOf).flat()
    expect(kinds.filter(({ twins }) => twins.length === 0)).toEqual([])
    expect(kinds.flatMap(({ attacks }) => attacks).length).toBeGreaterThan(9000)
    expect(commands.map(({ type }) => type)).toContain('person.remove')
    expect(counted.places).toBeGreaterThan(counted.ofServer)
  })

  it('[ATTACK7] leaves everybody connected, and the server without an error of its own', async () => {
    expect(await scene.differences()).toEqual([])
    expect(scene.hurt).toEqual([])
    scene.close()
    const { code, output } = await server.end('SIGTERM')
    expect(code).toBe(0)
    expect(output.split('\n').filter((line) => /"level":(50|60)/.test(line))).toEqual([])
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-pages-'))
  const clientDir = join(folder, 'client')
  await mkdir(join(clientDir, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  await writeFile(join(clientDir, 'index.html'), '<title>Hindsight</title>')
  await writeFile(
    join(clientDir, 'board.html'),
    '<title>Hindsight</title><link rel="modulepreload" href="/assets/board.js">',
  )
  await writeFile(join(clientDir, 'theme.js'), 'light()')
  await writeFile(join(clientDir, 'assets/index-C5wqxPBt.js'), 'start()'.repeat(1000))
  await writeFile(join(clientDir, 'assets/board-BE7Kwfmq.js'), 'draw()')
  await writeFile(join(clientDir, 'assets/board-BE7Kwfmq.js.br'), brotliCompressSync('draw()'))
  await writeFile(join(clientDir, 'assets/board-BE7Kwfmq.js.gz'), gzipSync('draw()'))
  app = await openTestApp({ surroundings: { clientDir } })
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const page = { Accept: 'text/html,*/*;q=0.8' }

describe('the pages', () => {
  it.each(['/', '/b/V1StGXR8', '/b/V1StGXR8/report'])(
    '[PAGE1] are one page at every address of ours: %s',
    async (path) => {
      const response = await app.browser().get(path, page)
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
      expect(response.headers.get('Cache-Control')).toBe('no-cache')
      expect(await response.text()).toContain('<title>Hindsight</title>')
    },
  )

  it('[PAGE1] show a person who mistyped the same page, and a program a problem', async () => {
    const mistyped = await app.browser().get('/boards', page)
    expect(mistyped.status).toBe(404)
    expect(await mistyped.text()).toBe('<title>Hindsight</title>')
    expect((await app.browser().get('/boards')).headers.get('Content-Type')).toBe('application/problem+json')
  })

  it('[PAGE2] keep in the cache for ever what has its content in its name, and ask about everything else', async () => {
    const asset = await app.browser().get('/assets/index-C5wqxPBt.js')
    expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('Content-Type')).toMatch(/javascript/)
    expect((await app.browser().get('/theme.js')).headers.get('Cache-Control')).toBe('no-cache')
    expect((await app.browser().get('/assets/gone-C5wqxPBt.js')).status).toBe(404)
  })

  it('[PAGE2] are sent again only when they changed, and compressed', async () => {
    const first = await app.browser().get('/', page)
    const etag = first.headers.get('ETag')!
    expect((await app.browser().get('/', { ...page, 'If-None-Match': etag })).status).toBe(304)
    const compressed = await app.browser().get('/assets/index-C5wqxPBt.js', { 'Accept-Encoding': 'gzip' })
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip')
  })

  it('[PAGE2] are sent as they were compressed when they were built, to whoever can read that', async () => {
    const sent = async (accepted: string) => {
      const response = await app.browser().get('/assets/board-BE7Kwfmq.js', { 'Accept-Encoding': accepted })
      const body = Buffer.from(await response.arrayBuffer())
      return [response.headers.get('Content-Type'), response.headers.get('Content-Encoding'), body]
    }
    const type = 'text/javascript; charset=utf-8'
    expect(await sent('gzip, deflate, br')).toEqual([type, 'br', brotliCompressSync('draw()')])
    expect(await sent('gzip')).toEqual([type, 'gzip', gzipSync('draw()')])
    expect(await sent('identity')).toEqual([type, null, Buffer.from('draw()')])
  })

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt'])(
    '[PAGE3] give nothing away that is not theirs: %s',
    async (path) => {
      const response = await app.browser().get(path)
      expect(response.status).not.toBe(200)
      expect(await response.text()).not.toContain('not for you')
    },
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: true
  readonly dev?: true
}

const read = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'))

const { allowScripts, dependencies, devDependencies } = read('package.json')
const packages = Object.entries<Locked>(read('package-lock.json').packages).filter(([path]) => path !== '')

/** Where npm puts a package, without what it is nested in. */
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? ''

describe('what Hindsight is built with', () => {
  it('[DEP1] is pinned to one version each, with a checksum, and fetched from nowhere but the registry npm asks', () => {
    expect(
      Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([, at]) => !/^\d+\.\d+\.\d+$/.test(at)),
    ).toEqual([])
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  })

  it('[DEP2] runs nothing as it is installed, least of all what a server runs', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript)
    expect(scripted.filter(([, { dev }]) => !dev).map(([path]) => nameOf(path))).toEqual([])
    expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in allowScripts))).toEqual([])
  })

  it('[DEP4] comes to a server without what builds, tests or shows the product, and with all that it runs', () => {
    const sources = ['server', 'shared'].flatMap((folder) =>
      readdirSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(fileURLToPath(new URL(`../../${folder}/${name}`, import.meta.url)), 'utf8')),
    )
    const imported = sources.flatMap((source) =>
      [
        ...source.replace(/^import type .*$/gm, '').matchAll(/(?:from |import\()'((?:@[\w-]+\/)?[\w.-]+)[^']*'/g),
      ].flatMap(([, name]) => name ?? []),
    )
    const ours = new Set(imported.filter((name) => !name.startsWith('.') && name !== 'node'))
    // hono-openapi asks for these two by itself.
    const peers = ['@hono/standard-validator', '@valibot/to-json-schema']
    expect([...ours, ...peers].sort()).toEqual(Object.keys(dependencies).sort())
  })

  it('[DEP3] holds one copy of Yjs', () => {
    expect(packages.filter(([path]) => nameOf(path) === 'yjs')).toHaveLength(1)
  })
})

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runs, type Say, sudo } from './installing.ts'

/** Path of a Chromium that starts: one that is here, or else one that this installs. */
export async function findOrInstallChromium(say: Say): Promise<string> {
  const found = await findChromium()
  if (found !== undefined) return found
  say('End-to-end tests need a Chromium, and there is none here. Installing one.')
  for (const install of [installWithApt, installWithPlaywright]) {
    if (!install(say)) continue
    const installed = await findChromium()
    if (installed !== undefined) {
      say(`Installed ${installed}.`)
      return installed
    }
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install the package "chromium", or set CHROMIUM_PATH to one.',
  )
}

async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and that does not start.`)
  }
  return onPath().find(starts) ?? [await playwrightsOwn()].find((path) => existsSync(path) && starts(path))
}

function onPath(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const macs = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macs].filter(existsSync)
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('@playwright/test') // slow to load, and seldom needed
  return chromium.executablePath()
}

/** A file of that name may be a stub that only tells how to install it. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function installWithApt(say: Say): boolean {
  const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']
  return (
    runs(say, [...sudo(), 'apt-get', 'update']) &&
    runs(say, [...sudo(), 'apt-get', 'install', '-y', '--no-install-recommends', ...packages])
  )
}

function installWithPlaywright(say: Say): boolean {
  return runs(say, ['npx', 'playwright', 'install', 'chromium'])
}

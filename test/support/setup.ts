import type { TestProject } from 'vitest/node'

/** Runs once before all tests. */
export function setup(_project: TestProject): void {}

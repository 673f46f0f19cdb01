import { createEntry } from '../../shared/document/write.ts'
import type { PlainClient } from './plain-client.ts'

/** Writes on and on, as fast as it is called safe. */
export class Writer {
  readonly client: PlainClient
  readonly said: string[] = []
  /** What the saved sign has covered. */
  readonly saved: string[] = []
  #isWriting = true

  constructor(client: PlainClient) {
    this.client = client
  }

  async write(name: string): Promise<void> {
    while (this.#isWriting) {
      const label = `${name} ${this.said.length}`
      createEntry(this.client.doc, 'themes', label.replace(' ', '-'), { label, rank: 'a1' })
      this.said.push(label)
      await this.client.saved()
      this.saved.push(label)
    }
  }

  stop(): void {
    this.#isWriting = false
  }
}

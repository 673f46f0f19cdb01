import { type DragEvent, useState } from 'react'

/** What an element needs so that a file can be dropped on it. */
export interface FileDrop {
  /** A file is held over it. */
  readonly isOver: boolean
  readonly handlers: {
    onDragOver(event: DragEvent): void
    onDragLeave(event: DragEvent): void
    onDrop(event: DragEvent): void
  }
}

export function useFileDrop(dropped: (file: File) => unknown): FileDrop {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    handlers: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file === undefined) return
        event.preventDefault()
        dropped(file)
      },
    },
  }
}

import type { timerMoment } from './timer-look.ts'

type Moment = NonNullable<ReturnType<typeof timerMoment>>

/** Notes in hertz, one after the other: a single one for the last minute, a falling third for the end. */
const tunes: Readonly<Record<Moment, readonly number[]>> = { 'last-minute': [660], 'time-up': [784, 659, 523] }

const noteSeconds = 0.35

/** A soft sound at a volume from 0 to 100. Where the browser allows no sound, there is none. */
export function chime(moment: Moment, volume: number): void {
  if (volume <= 0 || typeof AudioContext === 'undefined') return
  const context = new AudioContext()
  const tones = tunes[moment].map((hertz, index) => play(context, hertz, index * noteSeconds, volume / 100))
  tones.at(-1)?.addEventListener('ended', () => void context.close())
}

function play(context: AudioContext, hertz: number, after: number, loudness: number): OscillatorNode {
  const start = context.currentTime + after
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const fading = new GainNode(context, { gain: 0 })
  fading.gain.setValueAtTime(0, start)
  fading.gain.linearRampToValueAtTime(loudness * 0.4, start + 0.02)
  fading.gain.exponentialRampToValueAtTime(0.0001, start + noteSeconds * 2)
  tone.connect(fading).connect(context.destination)
  tone.start(start)
  tone.stop(start + noteSeconds * 2)
  return tone
}

// Loaded before the server: lets each person connect as often as they like. Somebody with patience could try as much.
import { syncLimits } from '../../dist/server/limits.js'

syncLimits.knocks = { perSecond: 10_000, burst: 10_000 }

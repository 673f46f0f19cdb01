import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { boardPage, reportFormats } from '../../shared/api/paths.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { reportStyle } from '../../shared/report/html-style.ts'
import { described } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { atOnce, isGoingOut } from './at-once.ts'
import { tooManyAtOnce } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** The board as a file to take away. */
export function reportRoutes({ asking, limits, httpLimits, now, publicUrl, renderReport }: RouteParts) {
  const { identified, onBoard, member } = asking
  const routes = new Hono<Asked>()
  const few = atOnce({
    most: httpLimits.reportsAtOnce,
    who: byPerson,
    problem: () => tooManyAtOnce('You are taking several reports already.'),
    isUnderWay: isGoingOut,
  })

  for (const format of reportFormats) {
    routes.get(
      `/boards/:id/report.${format}`,
      describeRoute(described(`The report as .${format}`, { 200: undefined })),
      identified,
      limited(limits.reports, byPerson),
      few,
      onBoard,
      member,
      async (c) => {
        const { live } = c.var
        const snapshot = snapshotOf(live.doc)
        await live.settled()
        const boardUrl = `${publicUrl ?? new URL(c.req.url).origin}${boardPage(live.id)}`
        const { body, contentType, filename } = renderReport(format, snapshot, {
          boardId: live.id,
          now: now(),
          boardUrl,
        })
        return c.body(body, 200, {
          'Content-Type': contentType,
          'Content-Disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${filename}"`,
          ...(format === 'html' && { 'Content-Security-Policy': documentPolicy }),
        })
      },
    )
  }
  return routes
}

/** The report is a page of its own: no script, and of styles only the one it brings. */
const documentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'`,
  'img-src data:',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

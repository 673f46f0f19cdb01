import { type Fishbone, type FishboneText, fishboneType } from '../../../shared/incident/fishbone.ts'

/** A fishbone as it was laid out. Whoever can't see it reads the same from the list of causes. */
export function FishboneDrawing({ drawing, className }: { readonly drawing: Fishbone; readonly className?: string }) {
  const { width, height, spine, head, bones } = drawing
  const [x, y, boxWidth, boxHeight] = head.box
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Fishbone of the causes by category"
      className={className}
      style={{ maxWidth: width }}
      fontSize={fishboneType.size}
    >
      <g fill="none" className="stroke-ink-soft">
        <Line at={spine} width={2.5} />
        {bones.map(({ category, line }) => (
          <Line key={category} at={line} width={1.75} />
        ))}
      </g>
      <rect x={x} y={y} width={boxWidth} height={boxHeight} rx={8} className="fill-sunken stroke-ink-soft" />
      <Words text={head} className="fill-ink font-semibold" />
      {bones.map(({ category, label, items }) => (
        <g key={category}>
          <Words text={label} className="fill-ink font-semibold" />
          {items.map((item) => (
            <g key={item.id}>
              <g className="stroke-line-strong">
                <Line at={item.twig} width={1} />
              </g>
              <Words text={item} className={item.isHeavy ? 'fill-ink font-semibold' : 'fill-ink'} />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

function Line({ at: [x1, y1, x2, y2], width }: { readonly at: Fishbone['spine']; readonly width: number }) {
  return <line x1={x1} y1={y1} x2={x2} y2={y2} strokeWidth={width} strokeLinecap="round" />
}

function Words({ text: { lines, x, y }, className }: { readonly text: FishboneText; readonly className: string }) {
  return (
    <text x={x} y={y} className={className}>
      {lines.map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <tspan key={index} x={x} dy={index === 0 ? 0 : fishboneType.line}>
          {words}
        </tspan>
      ))}
    </text>
  )
}

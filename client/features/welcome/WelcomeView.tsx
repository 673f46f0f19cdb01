import { blamelessTips, primeDirective } from '../../../shared/review/directive.ts'
import { AgendaAhead } from './AgendaAhead.tsx'
import { Earlier } from './Earlier.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

/** Setting the tone: what we believe, how we speak, what is ahead, and who is here. */
export function WelcomeView() {
  return (
    <div className="mx-auto max-w-216 px-4 py-10 sm:px-6 sm:py-14">
      <figure>
        <blockquote className="text-[clamp(1.375rem,1rem+1.6vw,2.125rem)] leading-[1.35] font-medium tracking-tight text-balance">
          “{primeDirective.text}”
        </blockquote>
        <figcaption className="mt-4 text-ink-soft">
          {primeDirective.author}, <cite>{primeDirective.source}</cite>
        </figcaption>
      </figure>

      <section aria-labelledby="welcome-tips" className="mt-12">
        <h2 id="welcome-tips" className="sr-only">
          How we speak
        </h2>
        <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {blamelessTips.map(({ title, text }) => (
            <li key={title}>
              <h3 className="font-semibold">{title}</h3>
              <p className="mt-0.5 text-ink-soft">{text}</p>
            </li>
          ))}
        </ul>
      </section>

      <Earlier />
      <div className="mt-12 grid gap-10 border-t border-line pt-8 md:grid-cols-2">
        <AgendaAhead />
        <WhoIsHere />
      </div>
    </div>
  )
}

import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { lazily } from '../ui/lazily.ts'
import { UiProvider } from '../ui/UiProvider.tsx'
import { Loading, NoSuchPage } from './pages.tsx'

const HomePage = lazily(async () => (await import('./HomePage.tsx')).HomePage)
const BoardPage = lazily(async () => (await import('./BoardPage.tsx')).BoardPage)
const ReportRoute = lazily(async () => (await import('./ReportRoute.tsx')).ReportRoute)

/** The whole client: what every page shares, and which page an address is. */
export function App() {
  return (
    <UiProvider>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/b/:id">{({ id }) => <BoardPage key={id} id={id} />}</Route>
          <Route path="/b/:id/report">{({ id }) => <ReportRoute key={id} id={id} />}</Route>
          <Route>
            <NoSuchPage />
          </Route>
        </Switch>
      </Suspense>
    </UiProvider>
  )
}

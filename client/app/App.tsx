import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { lazily } from '../ui/lazily.ts'
import { UiProvider } from '../ui/UiProvider.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Loading, NoSuchPage } from './pages.tsx'

const HomePage = lazily(async () => (await import('./HomePage.tsx')).HomePage)
const BoardPage = lazily(async () => (await import('./BoardPage.tsx')).BoardPage)

/** The whole client: what every page shares, and which page an address is. */
export function App() {
  return (
    <UiProvider>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/">
              <HomePage />
            </Route>
            {/* One route for both pages of a board: its connection stays when one goes from one to the other. */}
            <Route path="/b/:id/:page?">
              {({ id, page }) =>
                isPage(page) ? <BoardPage key={id} id={id} page={page ?? 'board'} /> : <NoSuchPage />
              }
            </Route>
            <Route>
              <NoSuchPage />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  )
}

function isPage(page: string | undefined): page is 'report' | undefined {
  return page === undefined || page === 'report'
}

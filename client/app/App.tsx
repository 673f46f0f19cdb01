import { type ComponentProps, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { lazily, useArrival } from '../ui/lazily.ts'
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
                isPage(page) ? <ArrivingBoard key={id} id={id} page={page ?? 'board'} /> : <NoSuchPage />
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

/** What React shows late by itself it holds back until the sign of waiting has been there for 0.3 s. */
function ArrivingBoard(props: ComponentProps<typeof BoardPage>) {
  useArrival(BoardPage)
  return (
    <Suspense fallback={<Loading />}>
      <BoardPage {...props} />
    </Suspense>
  )
}

function isPage(page: string | undefined): page is 'report' | undefined {
  return page === undefined || page === 'report'
}

// Sets theme and type size before the first paint. Kept in a file of its own, since no inline script may run here.
;(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const root = document.documentElement
  const chosen = read('hindsight.theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  if (read('hindsight.size') === 'projector') root.dataset.size = 'projector'
})()

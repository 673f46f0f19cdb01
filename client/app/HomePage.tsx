export function HomePage() {
  return (
    <main className="mx-auto max-w-224 px-6 py-12">
      <h1 className="text-2xl font-semibold">Hindsight</h1>
    </main>
  )
}

export function ReportRoute({ id }: { readonly id: string }) {
  return <main className="p-6">{id}</main>
}

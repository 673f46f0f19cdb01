import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useFlatText, useMay } from '../../session/hooks.ts'

/** Written together, each letter seen by everyone. */
export function Takeaways() {
  const handle = useFlatText('takeaways')
  const mayEdit = useMay().change('incident', 'takeaways').allowed
  return (
    <>
      <CollaborativeText
        handle={handle}
        label="Takeaways"
        placeholder={
          mayEdit ? '- What would we tell a team that runs something like this?' : 'No takeaways written down.'
        }
        multiline
        rows={5}
        readOnly={!mayEdit}
        className="field-box min-h-32 field-sizing-content resize-none px-4! py-3!"
      />
      {mayEdit && (
        <p className="mt-1 text-sm text-ink-soft">Everyone writes here. A line that starts with “-” becomes a point.</p>
      )}
    </>
  )
}

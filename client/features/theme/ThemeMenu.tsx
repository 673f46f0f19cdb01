import { Check, Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { themes, themeTitles, useTheme } from './theme.ts'

const icons = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const

export function ThemeMenu() {
  const [theme, choose] = useTheme()
  return (
    <Menu
      trigger={<IconButton label={`Theme: ${themeTitles[theme]}`} icon={icons[theme]} />}
      items={themes.map((each) => ({
        label: themeTitles[each],
        icon: each === theme ? <Check /> : icons[each],
        onSelect: () => choose(each),
      }))}
    />
  )
}

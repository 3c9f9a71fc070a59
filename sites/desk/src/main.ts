import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@awesome.me/webawesome/dist/styles/themes/default.css'
import '@camket/core/tokens.css'
import './style/webawesome.css'
import './style/desk.css'
import { registerDesk } from './register.ts'
import { followColorScheme } from './style/follow-color-scheme.ts'
import { registerVietnamese } from './style/webawesome-vi.ts'

followColorScheme()
registerVietnamese()
registerDesk()

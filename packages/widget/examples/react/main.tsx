import { createRoot } from 'react-dom/client'
import { Help } from './help.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(<Help />)

// `import '@camket/widget/react'` lets JSX know <camket-widget>.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { CamketWidget, WidgetAttributes } from './index.js'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'camket-widget': DetailedHTMLProps<HTMLAttributes<CamketWidget>, CamketWidget> & WidgetAttributes
    }
  }
}

// `import '@camket/widget/vue'` lets templates know <camket-widget>.
import type { DefineComponent } from 'vue'
import type { WidgetAttributes } from './index.js'

declare module 'vue' {
  interface GlobalComponents {
    'camket-widget': DefineComponent<WidgetAttributes>
  }
}

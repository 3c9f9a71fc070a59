import { createApp } from 'vue'
import HelpButton from './help-button.vue'

const app = createApp(HelpButton)
// In a build with vite: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'camket-widget' } } })
app.mount('#app')

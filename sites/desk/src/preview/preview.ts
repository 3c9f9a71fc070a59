// The document in the preview's frame: the widget as customers get it, with a network that answers from what the desk
// says. Its policy lets it reach nothing at all, so whatever is pressed here, nothing is filed.
import { answerFrom } from './answer-from.ts'
import type { Asked, Shown } from './messages.ts'
import { widgetFor } from './widget-for.ts'
import './preview.css'

let shown: Shown | undefined

window.fetch = async (input, init) => answerFrom(new Request(input, init), shown, ask)
window.addEventListener('message', ({ origin, data }: MessageEvent<Shown>) => {
  if (origin !== location.origin || data.type !== 'camket-show') return
  shown = data
  document.documentElement.lang = data.config.locale
  document.body.replaceChildren(widgetFor(data))
})

const script = document.createElement('script')
script.src = '/w/camket.js'
script.onload = () => window.parent.postMessage({ type: 'camket-ready' } satisfies Asked, location.origin)
document.head.append(script)

/** The desk may ask what the preview may not. */
function ask(asked: Asked): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((answered) => {
    port1.onmessage = ({ data }) => answered(data)
    window.parent.postMessage(asked, location.origin, [port2])
  })
}

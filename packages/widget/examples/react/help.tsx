import '@camket/widget'
import type { CamketWidget } from '@camket/widget'
import '@camket/widget/react'
import { useEffect, useRef, useState } from 'react'

/** A button of the shop's own that opens the widget, and what became of the request. */
export function Help() {
  const widget = useRef<CamketWidget>(null)
  const [code, setCode] = useState('')

  useEffect(() => widget.current?.on('submitted', (filed) => setCode(filed.code)), [])

  return (
    <>
      <button type="button" onClick={() => widget.current?.open({ kind: 'suggestion' })}>
        Góp ý với chúng tôi
      </button>
      {code && <p>Đã gửi: {code}</p>}
      <camket-widget ref={widget} merchant="minh-an" api="https://HOST" locale="vi" launcher="none" />
    </>
  )
}

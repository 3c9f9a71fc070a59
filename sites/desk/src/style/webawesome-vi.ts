import en from '@awesome.me/webawesome/dist/translations/en.js'
import { registerTranslation, type Translation } from '@awesome.me/webawesome/dist/utilities/localize.js'

/** The words that the components we use say by themselves; the library has no Vietnamese yet. */
export function registerVietnamese(): void {
  const translation: Translation = {
    ...en,
    $code: 'vi',
    $name: 'Tiếng Việt',
    close: 'Đóng',
    loading: 'Đang tải',
    clearEntry: 'Xóa nội dung',
    error: 'Lỗi',
  }
  registerTranslation(translation)
}

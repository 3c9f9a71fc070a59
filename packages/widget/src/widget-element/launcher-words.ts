/** The few words that are needed before a language file is loaded. */
export const launcherWords = {
  vi: {
    launcher: 'Hỗ trợ & bảo hành',
    failed: 'Chưa mở được. Kiểm tra mạng rồi bấm lại.',
  },
  en: {
    launcher: 'Help & warranty',
    failed: 'Could not be opened. Check your connection, then press again.',
  },
}

/** Web Awesome's themes go by a class; ours go by what the person's system prefers. */
export function followColorScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => document.documentElement.classList.toggle('wa-dark', dark.matches)
  dark.addEventListener('change', follow)
  follow()
}

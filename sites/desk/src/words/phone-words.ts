/** A Vietnamese mobile number as it is read out and dialled at home, "0912 345 678"; any other as it is kept. */
export function phoneWords(phone: string): string {
  return phone.replace(/^\+84(\d{2})(\d{3})(\d{4})$/, (_, a: string, b: string, c: string) => {
    const digits = `0${a}${b}${c}`
    return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`
  })
}

import type { Locale } from '@camket/core'

export type Person = {
  readonly name: string
  /** How staff address this person: "anh Tuấn", "Emma". */
  readonly calledName: string
  readonly locale: Locale
}

const vietnamese = (call: 'anh' | 'chị', names: readonly string[]): Person[] =>
  names.map((name) => ({ name, calledName: `${call} ${name.split(' ').at(-1)}`, locale: 'vi' }))

const english = (names: readonly string[]): Person[] =>
  names.map((name) => ({ name, calledName: name.split(' ')[0] ?? name, locale: 'en' }))

/** Names of the demo's customers; none of them is anybody's. */
export const people: readonly Person[] = [
  ...vietnamese('anh', [
    'Nguyễn Văn Hùng',
    'Trần Quốc Tuấn',
    'Lê Hoàng Nam',
    'Phạm Đức Long',
    'Võ Minh Khôi',
    'Đặng Hữu Phước',
    'Bùi Xuân Trường',
    'Đỗ Thanh Sơn',
    'Hồ Gia Bảo',
    'Ngô Quang Vinh',
    'Dương Tấn Phát',
    'Lý Chí Thiện',
    'Phan Anh Dũng',
    'Vũ Đình Khánh',
    'Trương Công Minh',
    'Mai Trọng Nghĩa',
    'Đinh Ngọc Hải',
    'Lâm Vĩnh Phúc',
    'Huỳnh Nhật Quang',
    'Tạ Đăng Khoa',
  ]),
  ...vietnamese('chị', [
    'Nguyễn Thị Hoa',
    'Trần Ngọc Ánh',
    'Lê Thị Thu Trang',
    'Phạm Thùy Dung',
    'Võ Thị Kim Oanh',
    'Đặng Thu Thảo',
    'Bùi Bích Phượng',
    'Đỗ Khánh Linh',
    'Hồ Thị Mỹ Hạnh',
    'Ngô Phương Thảo',
    'Dương Thị Yến',
    'Lý Gia Hân',
    'Phan Thị Cẩm Tú',
    'Vũ Quỳnh Như',
    'Trương Thị Xuân',
    'Mai Lan Chi',
    'Đinh Thị Hiền',
    'Lâm Tuyết Nga',
    'Huỳnh Thị Diễm',
    'Tạ Minh Châu',
  ]),
  ...english([
    'Emma Carter',
    'Liam O’Brien',
    'Sofia Rossi',
    'Jonas Keller',
    'Aiko Tanaka',
    'Chloé Martin',
    'Daniel Novak',
    'Priya Nair',
    'Thomas Berg',
    'Grace Kim',
    'Oliver Smith',
    'Anna Kowalska',
  ]),
]

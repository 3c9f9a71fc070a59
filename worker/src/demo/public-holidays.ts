const closed: string[] = []

/**
 * Vietnam's public holidays as the calendars of both demo merchants keep them; a merchant may change each.
 *
 * 2026: Government Office, dispatch 12729/VPCP-KGVX of 25 December 2025 (New Year; 2 January was swapped for Saturday
 * the 10th); Ministry of Home Affairs, announcement of 17 October 2025 (Tết 14 to 22 February; National Day 29 August to
 * 2 September, 31 August swapped for Saturday 22 August); Hùng Kings' Day, 26 April, is a Sunday, so Monday is off
 * (Labour Code 45/2019/QH14, article 111). 24 November is Vietnam Culture Day by Resolution 80-NQ/TW of 7 January 2026.
 *
 * 2027: the government's own plan had not been found when this was written; these are the days of article 112 with
 * the compensation days of article 111: Tết is 6 February (one day before, four after), Hùng Kings' Day 16 April.
 */
export const publicHolidays: { readonly [date: string]: readonly string[] } = {
  '2026-01-01': closed,
  '2026-01-02': closed,
  '2026-02-14': closed,
  '2026-02-15': closed,
  '2026-02-16': closed,
  '2026-02-17': closed,
  '2026-02-18': closed,
  '2026-02-19': closed,
  '2026-02-20': closed,
  '2026-02-21': closed,
  '2026-02-22': closed,
  '2026-04-27': closed,
  '2026-04-30': closed,
  '2026-05-01': closed,
  '2026-08-29': closed,
  '2026-08-31': closed,
  '2026-09-01': closed,
  '2026-09-02': closed,
  '2026-11-24': closed,
  '2027-01-01': closed,
  '2027-02-05': closed,
  '2027-02-06': closed,
  '2027-02-07': closed,
  '2027-02-08': closed,
  '2027-02-09': closed,
  '2027-02-10': closed,
  '2027-02-11': closed,
  '2027-04-16': closed,
  '2027-04-30': closed,
  '2027-05-01': closed,
  '2027-05-03': closed,
  '2027-09-02': closed,
  '2027-09-03': closed,
  '2027-11-24': closed,
}

/** Saturdays that are worked because another day was swapped for them (see above). */
export const swappedSaturdays = ['2026-01-10', '2026-08-22'] as const

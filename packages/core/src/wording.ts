/** Sentences made from the document's data, so that what is read is what is computed with. */
export { describeDuration } from './describe-duration.ts'
export { describeMoney } from './describe-money.ts'
export { describeOwed, describeOwedLine } from './describe-owed.ts'
export { describePledge, describePledgeShort } from './describe-pledge.ts'
export { describeOffer, describeRemedy } from './describe-remedy.ts'
export { describeWeek } from './describe-week.ts'
export { kindName, milestoneName } from './names.ts'
export { zoneName } from './zone-name.ts'

/** Sentences made from the document's data, so that what is read is what is computed with. */
export { describeDuration } from './describe-duration.ts'
export { factName } from './describe-fact.ts'
export { describeMoney } from './describe-money.ts'
export { describeOffer } from './describe-offer.ts'
export { describeOwed, describeOwedLine } from './describe-owed.ts'
export { describePledge, describePledgeShort } from './describe-pledge.ts'
export { describePromise } from './describe-promise.ts'
export { describeRemedy } from './describe-remedy.ts'
export { describeReturn, describeWarranty } from './describe-terms.ts'
export { describeWeek } from './describe-week.ts'
export {
  kindName,
  milestoneName,
  ratingAboutName,
  ratingCauseName,
  ratingLevelName,
} from './names.ts'
export { zoneName } from './zone-name.ts'

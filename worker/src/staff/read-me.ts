import { readCommitmentInForce } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { departmentsOf, merchantById, productsOf } from '../merchants/store.ts'
import type { Staff } from './staff.ts'
import { merchantsOfPerson, staffOf } from './store.ts'
import type { MeSource } from './views.ts'

/** Everything that the desk needs to know once, in one batch and, while its version is not yet known here, two. */
export async function readMe({ db, now }: Pick<Context, 'db' | 'now'>, staff: Staff): Promise<MeSource> {
  const { merchantId } = staff
  const [commitment, [[merchant], merchants, departments, members, products]] = await Promise.all([
    readCommitmentInForce(db, merchantId, now),
    db.batch([
      merchantById(db, merchantId),
      merchantsOfPerson(db, staff.userId),
      departmentsOf(db, merchantId),
      staffOf(db, merchantId),
      productsOf(db, merchantId),
    ]),
  ])
  if (!merchant) throw new Error(`Staff ${staff.id} works for a merchant that does not exist`)
  return { staff, merchant, merchants, departments, members, products, commitment: commitment?.document }
}

import type { Commitment } from '../src/commitment.ts'
import { cloudUptime } from './cloud-uptime.ts'
import { euFlights } from './eu-flights.ts'
import { germanTelecom } from './german-telecom.ts'
import { ukElectricityOutage } from './uk-electricity-outage.ts'
import { ukEnergySwitching } from './uk-energy-switching.ts'
import { ukTelecom } from './uk-telecom.ts'
import { vietnamComplaints } from './vietnam-complaints.ts'
import { vietnamWarranty } from './vietnam-warranty.ts'

/** Schemes of laws, regulators and trades, written as commitments: what a remedy has to be able to say. */
export const schemes: { readonly [name: string]: Commitment } = {
  ukTelecom,
  ukEnergySwitching,
  ukElectricityOutage,
  germanTelecom,
  euFlights,
  cloudUptime,
  vietnamComplaints,
  vietnamWarranty,
}

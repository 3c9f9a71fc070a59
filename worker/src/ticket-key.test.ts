import { expect, it } from 'vitest'
import { ticketKey } from './ticket-key.ts'

it('is half an HMAC-SHA-256 of id and salt, as any other program would compute it', async () => {
  expect(await ticketKey('secret', { id: 'tic_1', keySalt: 'salt' })).toBe('Mgj0_7EA7x8P6ztEvR4c0w')
})

it('differs with the secret, the ticket and the salt', async () => {
  const keys = await Promise.all([
    ticketKey('secret', { id: 'tic_1', keySalt: 'salt' }),
    ticketKey('other', { id: 'tic_1', keySalt: 'salt' }),
    ticketKey('secret', { id: 'tic_2', keySalt: 'salt' }),
    ticketKey('secret', { id: 'tic_1', keySalt: 'pepper' }),
  ])
  expect(new Set(keys).size).toBe(4)
})

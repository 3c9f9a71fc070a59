import { defineDesk } from './desk.ts'

defineDesk()

import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Download } from '../context.ts'
import { openPlaces } from './places.ts'

/** Streams sent at a time: each has a file of evidence in memory. */
const places = openPlaces({ atOnce: 4, perAccount: 2 })

/** Sends a file to be saved, whole or piece by piece as it comes. */
export function sendDownload(
  reply: FastifyReply,
  download: Download,
  { type, account }: { type: string; account: string },
): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`)
    .send('bytes' in download ? Buffer.from(download.bytes) : Readable.from(inPlace(download.pieces, account)))
}

async function* inPlace(pieces: AsyncIterable<Uint8Array>, account: string): AsyncGenerator<Uint8Array> {
  const leave = await places.take(account)
  try {
    yield* pieces
  } finally {
    leave()
  }
}

import { type Called, call, type Carrier, type Endpoint, type GivenCall } from '@duizhao/contract'

interface Watched {
  readonly csrfToken: string
  /** Told what share of the file has been sent, 0 to 1. */
  readonly onShare: (share: number) => void
}

/** Calls an endpoint with a file, and says how far it is: `fetch` does not tell. Throws `RefusedCall` if it refuses. */
export function upload<E extends Endpoint>(
  endpoint: E,
  given: GivenCall<E>,
  { csrfToken, onShare }: Watched,
): Promise<Called<E>> {
  return call(carrierTelling(onShare), endpoint, given, csrfToken)
}

function carrierTelling(onShare: (share: number) => void): Carrier {
  return (path, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest()
      sending.open(method, path)
      new Headers(headers).forEach((value, name) => sending.setRequestHeader(name, value))
      sending.responseType = 'text'
      sending.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total)
      sending.upload.onload = () => onShare(1)
      sending.onload = () =>
        resolve(new Response(sending.status === 204 ? null : sending.responseText, { status: sending.status }))
      sending.onerror = () => reject(new TypeError('the connection broke'))
      sending.ontimeout = sending.onerror
      sending.send(body instanceof FormData ? body : null)
    })
}

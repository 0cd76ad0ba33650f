import type { Carrier } from '@duizhao/contract'

/** Carries a request and says how far its file is, 0 to 1: `fetch` does not tell. */
export function carrierTelling(onShare: (share: number) => void): Carrier {
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

import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { TrustProxy } from '../config.ts'

/** What a request tells of where it came from. */
export interface Route {
  /** The other end of the connection. */
  readonly peer: string | undefined
  /** `X-Forwarded-For`: each proxy adds the address it saw at the end. */
  readonly forwardedFor: string | undefined
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

/**
 * Under what a request is counted: the address it came from, as far as that can be believed.
 *
 * @remarks
 * `X-Forwarded-For` is anybody's to write. It is read from its end, one proxy after the other, as far as those are ours;
 * whatever stands before is hearsay. An IPv6 address is counted with its /64, since whoever has one has all of them.
 * [HTTP16]
 */
export function clientAddress(trust: TrustProxy | undefined): (route: Route) => string {
  const isOurs = trust === undefined ? () => false : trusted(trust)
  return ({ peer, forwardedFor }) => {
    let address = addressIn(peer ?? '')
    const seen = (forwardedFor ?? '').split(',').reverse()
    for (const [proxies, told] of seen.entries()) {
      if (address === undefined || !isOurs(address, proxies)) break
      const before = addressIn(told)
      if (before === undefined) break
      address = before
    }
    return address === undefined ? 'unknown' : counted(address)
  }
}

/** Whether the address that `proxies` others stand behind is a proxy of ours. */
function trusted(trust: TrustProxy): (address: Address, proxies: number) => boolean {
  if ('hops' in trust) return (_, proxies) => proxies < trust.hops
  const networks = trust.networks.map((network) => ipaddr.parseCIDR(network))
  return (address) => networks.some(([net, bits]) => net.kind() === address.kind() && address.match(net, bits))
}

/** An address as proxies write it, with or without a port; IPv4 also where it is dressed as IPv6. */
function addressIn(text: string): Address | undefined {
  const written = text.trim()
  const withPort = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1]
  const [address = ''] = (withPort ?? written).split('%')
  return isIP(address) === 0 ? undefined : ipaddr.process(address)
}

function counted(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString()
  const network = address.toByteArray().map((byte, index) => (index < 8 ? byte : 0))
  return `${new ipaddr.IPv6(network).toString()}/64`
}

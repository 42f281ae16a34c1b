/**
 * The form in which addresses are compared: `192.168.0.7`, or an IPv6 address in its short form; an IPv4 address
 * that came as IPv6 (`::ffff:192.168.0.7`) is the IPv4 one, and a zone is left out. Null where `text` is no address.
 */
export function normalAddress(text: string): string | null {
  const bare = text.trim().toLowerCase().replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/, "");
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare)) {
    const parts = bare.split(".").map(Number);
    return parts.every((part) => part <= 255) ? parts.join(".") : null;
  }
  const url = `http://[${bare}]/`;
  if (!/^[\da-f:.]+$/.test(bare) || !URL.canParse(url)) return null;
  const short = new URL(url).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short);
  if (mapped === null) return short;
  const bits = parseInt(mapped[1]!, 16) * 0x10000 + parseInt(mapped[2]!, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join(".");
}

/** Whether `host`, a name or an address, is this machine itself, whom nobody on the network can listen to. */
export function isLoopback(host: string): boolean {
  const address = normalAddress(host);
  return host.toLowerCase() === "localhost" || address === "::1" ||
    (address?.startsWith("127.") ?? false);
}

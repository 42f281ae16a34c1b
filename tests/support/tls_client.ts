import type { ServerCertificate } from "../../lib/certificates/server_certificate.ts";

/**
 * What becomes of a TLS connection to a server with this certificate, by a client that trusts `trusted` (PEM):
 * "answered", or why not.
 */
export async function asksOver(
  { certificate, key }: ServerCertificate,
  host: string,
  trusted: string | null,
): Promise<string> {
  using listener = Deno.listenTls({ hostname: "127.0.0.1", port: 0, cert: certificate, key });
  const answering = answer(listener);
  try {
    const { port } = listener.addr;
    const caCerts = trusted === null ? [] : [trusted];
    using connection = await Deno.connectTls({ hostname: host, port, caCerts });
    await connection.handshake();
    const bytes = new Uint8Array(20);
    const length = await connection.read(bytes);
    return new TextDecoder().decode(bytes.subarray(0, length ?? 0));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await answering;
  }
}

async function answer(listener: Deno.TlsListener): Promise<void> {
  using connection = await listener.accept();
  try {
    await connection.write(new TextEncoder().encode("answered"));
  } catch (error) {
    // Who does not trust hangs up.
    if (!(error instanceof Error)) throw error;
  }
}

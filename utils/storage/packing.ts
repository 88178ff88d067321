import { toHex } from '../domain/to-hex.ts';

type Bytes = Uint8Array<ArrayBuffer>;

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  const answer = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await answer.arrayBuffer());
}

/** gzip (RFC 1952) of bytes. */
export const gzip = (bytes: Bytes): Promise<Bytes> => through(bytes, new CompressionStream('gzip'));

/** The bytes that `gzip` was given. Fails where they are torn or no gzip. */
export const gunzip = (bytes: Bytes): Promise<Bytes> => through(bytes, new DecompressionStream('gzip'));

/** SHA-256 of bytes, lower-case hex: the name of a content, and whether a copy is whole. */
export async function sha256Hex(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

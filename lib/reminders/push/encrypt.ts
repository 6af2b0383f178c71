import "server-only";
import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

// Message encryption for Web Push: RFC 8291 over the content coding aes128gcm of RFC 8188, on Node's own primitives. A test holds
// it against the example of the RFC, byte for byte.

type Keys = { p256dh: string; auth: string };
/** Of one message only; given by a test that repeats a known one. */
type Once = { salt: Buffer; privateKey: Buffer };

/** The most that a push service takes. */
const recordSize = 4_096;

const once = (): Once => {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return { salt: randomBytes(16), privateKey: ecdh.getPrivateKey() };
};

export function encrypt(text: string, { p256dh, auth }: Keys, { salt, privateKey }: Once = once()): Buffer {
  const theirs = Buffer.from(p256dh, "base64url");
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey);
  const ours = ecdh.getPublicKey();
  const shared = ecdh.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const secret = derive(shared, Buffer.from(auth, "base64url"), info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // 2 ends the last record, which here is the only one.
  const sealed = [cipher.update(Buffer.concat([Buffer.from(text), Buffer.of(2)])), cipher.final(), cipher.getAuthTag()];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.of(ours.length), ours, ...sealed]);
}

const derive = (key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, length));

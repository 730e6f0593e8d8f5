// Says whether an SM2 signature is right, by sm-crypto, which shares no code with our program or with OpenSSL.
// Usage: node signature.mjs SIGNER.pem SIGNATURE.der FILE; exit 1 where it is not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { sm2 } = createRequire(process.cwd() + '/')('sm-crypto');
const [pem, signature, file] = process.argv.slice(2).map((p) => readFileSync(p));
const spki = Buffer.from(pem.toString().replace(/-----[^-]+-----|\s/g, ''), 'base64');
const point = spki.subarray(-65).toString('hex'); // an SPKI ends with the uncompressed point
const right = sm2.doVerifySignature([...file], signature.toString('hex'), point, { der: true, hash: true, userId: '1234567812345678' });
process.exit(right ? 0 : 1);

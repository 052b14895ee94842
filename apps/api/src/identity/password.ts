import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP names: 19 MiB, two passes, one lane (the library's variant is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);
export const isPassword = (secret: string, password: string): Promise<boolean> => verify(secret, password);

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that an answer's time does not tell which addresses have an account. */
export async function compareWithNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await isPassword(await decoy, password);
  return false;
}

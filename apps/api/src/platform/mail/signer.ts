import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SigningKey } from './signing-key.entity.js';

/** Signs what a link says, so that it works without signing in and nobody can make one for another. */
@Injectable()
export class Signer {
  private readonly keys = new Map<string, Promise<string>>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @param name of the key: what one kind of link says is nothing to another */
  async sign(name: string, said: readonly string[]): Promise<string> {
    const key = await this.key(name);
    return tokenOf(said, macOf(key, said));
  }

  /** As `sign`, for many at once. */
  async signer(name: string): Promise<(said: readonly string[]) => string> {
    const key = await this.key(name);
    return (said) => tokenOf(said, macOf(key, said));
  }

  /** What a token says; null when it is not one of ours. */
  async read(name: string, token: string): Promise<string[] | null> {
    const [body = '', mac = ''] = token.split('.');
    let said: unknown;
    try {
      said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    } catch {
      return null;
    }
    if (!Array.isArray(said) || !said.every((part) => typeof part === 'string')) return null;
    const expected = macOf(await this.key(name), said);
    const given = Buffer.from(mac, 'base64url');
    return given.length === expected.length && timingSafeEqual(given, expected) ? said : null;
  }

  /** What only the key can make of that, and nobody can take apart: to know something again without keeping it. */
  async digest(name: string, said: readonly string[]): Promise<string> {
    return macOf(await this.key(name), said).toString('base64url');
  }

  private key(name: string): Promise<string> {
    const known = this.keys.get(name);
    if (known) return known;
    const asked = this.source
      .getRepository(SigningKey)
      .findOneByOrFail({ name })
      .then(({ secret }) => secret);
    this.keys.set(name, asked);
    asked.catch(() => this.keys.delete(name));
    return asked;
  }
}

const macOf = (key: string, said: readonly string[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(said)).digest().subarray(0, 18);

const tokenOf = (said: readonly string[], mac: Buffer): string =>
  `${Buffer.from(JSON.stringify(said)).toString('base64url')}.${mac.toString('base64url')}`;

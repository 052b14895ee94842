import { Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from '../errors/problem.js';

const idOrNotFound: PipeTransform<string, string> = {
  transform: (value) => {
    if (!isUUID(value)) throw notFound();
    return value;
  },
};

/** The id in an address; what cannot be an id is not found. */
export const IdParam = (name: string) => Param(name, idOrNotFound);

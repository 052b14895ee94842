/** Lengths in characters unless the name says otherwise; the same in the forms, the API and the database. */
export const LIMITS = {
  name: { min: 2, max: 80 },
  email: { max: 254 },
  password: { min: 10, max: 200 },
  title: { min: 3, max: 140 },
  comment: { min: 1, max: 4000 },
  argument: { max: 500 },
  remark: { max: 10_000 },
  initiativeText: { min: 20, max: 2000 },
  reason: { min: 3, max: 2000 },
  text: { max: 20_000 },
  response: { min: 3, max: 4000 },
  page: { default: 30, max: 100 },
  documentBytes: 5_000_000,
  imageBytes: 8_000_000,
  alt: { max: 300 },
} as const;
